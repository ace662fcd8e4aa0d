#!/bin/bash
# Puts Dear ImGui's sources into build/deps/imgui, from the source package in Debian's unstable suite: the suites that
# people run have a version without fonts of any size. The machine's own package sources stay as they are; apt checks the signatures.
# Usage: web/setup/dear_imgui.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

target=build/deps/imgui
tested_version=1.92.2b
tested_sha256=e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48

fail() { echo "Dear ImGui: $*" >&2; exit 1; }

version_in() { sed -n 's/^#define IMGUI_VERSION  *"\([^"]*\)".*/\1/p' "$1/imgui.h"; }
number_in() { sed -n 's/^#define IMGUI_VERSION_NUM  *\([0-9]*\).*/\1/p' "$1/imgui.h"; }

if [ -f "$target/imgui.h" ] && [ -f "$target/backends/imgui_impl_opengl3.cpp" ]; then
  exit 0
fi
command -v apt-get >/dev/null || fail "no apt-get here; give CMake -DPLANNER_IMGUI_DIR=<folder of Dear ImGui 1.92 or later>"

work=$PWD/build/deps/imgui-download
rm -rf "$work"
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/source"
trap 'rm -rf "$work"' EXIT

mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v -e security -e updates -e backports | head -n 1)
[ -n "$mirror" ] || mirror=http://deb.debian.org/debian/
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
[ -f "$keyring" ] || fail "$keyring is missing (package debian-archive-keyring)"
printf 'Types: deb-src\nURIs: %s\nSuites: sid\nComponents: main\nSigned-By: %s\n' "$mirror" "$keyring" >"$work/unstable.sources"

private_apt() {
  apt-get -q -o Dir::Etc::sourcelist="$work/unstable.sources" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= \
    -o APT::Sandbox::User="$(id -un)" "$@"
}
private_apt update || fail "the list of Debian's unstable suite cannot be read from $mirror"
(cd "$work/source" && private_apt source --download-only imgui) || fail "its source package cannot be downloaded from $mirror"

archive=$(echo "$work"/source/imgui_*.orig.tar.*)
mkdir "$work/unpacked"
tar -xf "$archive" -C "$work/unpacked" --strip-components=1
number=$(number_in "$work/unpacked")
[ "${number:-0}" -ge 19200 ] && [ "$number" -lt 20000 ] ||
  fail "version $(version_in "$work/unpacked") is not 1.92 or a later 1.x"
if ! echo "$tested_sha256  $archive" | sha256sum --check --status; then
  echo "Dear ImGui: version $(version_in "$work/unpacked") is signed by Debian, but $tested_version is the one this was tested with" >&2
fi
mkdir -p build/deps
rm -rf "$target"
mv "$work/unpacked" "$target"
