#!/usr/bin/python3
"""A WebKitGTK browser window that WebDriver drives and that keeps what pages store.

MiniBrowser keeps nothing when it is automated, so a page could never be found back after the browser was killed.

Usage: webkit_launcher.py SETTINGS, a JSON file with profile, downloads, log (the file that gets one JSON line per request), width,
height, dark, reducedMotion, language, script (runs in every page before its own).
"""

import json
import signal
import sys
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

settings = json.loads(Path(sys.argv[1]).read_text())
log = open(settings["log"], "a", buffering=1)


def note(kind, text):
    log.write(json.dumps({"kind": kind, "text": text}) + "\n")


def make_view(context):
    preferences = WebKit2.Settings()
    preferences.set_property("enable-webgl", True)
    preferences.set_property("enable-write-console-messages-to-stdout", True)
    content = WebKit2.UserContentManager()
    if settings["script"]:
        start = WebKit2.UserScriptInjectionTime.START
        content.add_script(WebKit2.UserScript(settings["script"], WebKit2.UserContentInjectedFrames.TOP_FRAME, start, None, None))
    view = WebKit2.WebView(
        web_context=context, is_controlled_by_automation=True, settings=preferences, user_content_manager=content
    )
    view.connect("resource-load-started", lambda _view, _resource, request: note("request", request.get_uri()))
    window = Gtk.Window()
    window.set_default_size(settings["width"], settings["height"])
    window.add(view)
    window.show_all()
    view.connect("close", lambda _view: window.destroy())
    return view


def save_download(_context, download):
    def decide(download, suggested):
        download.set_destination(Path(settings["downloads"], suggested).as_uri())
        return True

    download.connect("decide-destination", decide)


def start_automation(context, session):
    information = WebKit2.ApplicationInfo()
    information.set_name("MiniBrowser")
    session.set_application_info(information)
    session.connect("create-web-view", lambda _session: make_view(context))


def main():
    signal.signal(signal.SIGTERM, lambda *_: Gtk.main_quit())
    profile = Path(settings["profile"])
    manager = WebKit2.WebsiteDataManager(base_data_directory=str(profile / "data"), base_cache_directory=str(profile / "cache"))
    manager.set_network_proxy_settings(WebKit2.NetworkProxyMode.NO_PROXY, None)
    context = WebKit2.WebContext.new_with_website_data_manager(manager)
    if settings.get("language"):
        context.set_preferred_languages([settings["language"]])
    desktop = Gtk.Settings.get_default()
    desktop.set_property("gtk-application-prefer-dark-theme", settings["dark"])
    desktop.set_property("gtk-enable-animations", not settings["reducedMotion"])
    context.set_automation_allowed(True)
    context.connect("automation-started", start_automation)
    context.connect("download-started", save_download)
    Gtk.main()


main()
