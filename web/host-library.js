// What the planner asks of the page, for the Emscripten linker (--js-library). Every function only decodes its texts and hands
// over to Module.host, which host.js makes.

mergeInto(LibraryManager.library, {
    $hostText: function (pointer, length) {
        return new TextDecoder("utf-8", { ignoreBOM: true }).decode(HEAPU8.subarray(pointer, pointer + length));
    },
    // The page writes texts and files into this memory; a plain export would go stale when the memory grows.
    $hostText__postset: "Module['memory'] = function () { return HEAPU8; };",

    host_semantics__deps: ["$hostText"],
    host_semantics: function (json, length) {
        Module["host"]["semantics"](hostText(json, length));
    },
    host_focus__deps: ["$hostText"],
    host_focus: function (id, length) {
        Module["host"]["focus"](hostText(id, length));
    },
    host_scroll__deps: ["$hostText"],
    host_scroll: function (id, length, x, y) {
        Module["host"]["scroll"](hostText(id, length), x, y);
    },
    host_request_frame: function (milliseconds) {
        Module["host"]["requestFrame"](milliseconds);
    },
    host_title__deps: ["$hostText"],
    host_title: function (text, length) {
        Module["host"]["title"](hostText(text, length));
    },
    host_language__deps: ["$hostText"],
    host_language: function (code, length) {
        Module["host"]["language"](hostText(code, length));
    },
    host_example__deps: ["$hostText"],
    host_example: function (id, length) {
        Module["host"]["example"](hostText(id, length));
    },
    host_route__deps: ["$hostText"],
    host_route: function (hash, length, replace) {
        Module["host"]["route"](hostText(hash, length), replace);
    },
    host_document__deps: ["$hostText"],
    host_document: function (json, length) {
        Module["host"]["document"](hostText(json, length));
    },
    host_download__deps: ["$hostText"],
    host_download: function (name, nameLength, type, typeLength, bytes, length) {
        Module["host"]["download"](
            hostText(name, nameLength), hostText(type, typeLength), HEAPU8.slice(bytes, bytes + length));
    },
    host_pick_files: function () {
        Module["host"]["pickFiles"]();
    },
    host_show_as_codes__deps: ["$hostText"],
    host_show_as_codes: function (name, nameLength, bytes, length) {
        Module["host"]["showAsCodes"](hostText(name, nameLength), HEAPU8.slice(bytes, bytes + length));
    },
    host_read_codes: function () {
        Module["host"]["readCodes"]();
    },
    host_storage_load__deps: ["$hostText"],
    host_storage_load: function (id, length) {
        Module["host"]["storageLoad"](hostText(id, length));
    },
    host_storage_save__deps: ["$hostText"],
    host_storage_save: function (id, length) {
        Module["host"]["storageSave"](hostText(id, length));
    },
    host_storage_settings__deps: ["$hostText"],
    host_storage_settings: function (json, length) {
        Module["host"]["storageSettings"](hostText(json, length));
    },
    host_snapshot_take__deps: ["$hostText"],
    host_snapshot_take: function (request, facts, length, bytes, size) {
        Module["host"]["snapshotTake"](request, hostText(facts, length), HEAPU8.slice(bytes, bytes + size));
    },
    host_snapshot_list: function () {
        Module["host"]["snapshotList"]();
    },
    host_snapshot_load__deps: ["$hostText"],
    host_snapshot_load: function (key, length) {
        Module["host"]["snapshotLoad"](hostText(key, length));
    },
    host_snapshot_erase__deps: ["$hostText"],
    host_snapshot_erase: function (id, length) {
        Module["host"]["snapshotErase"](hostText(id, length));
    },
    host_storage_facts: function (ask) {
        Module["host"]["storageFacts"](ask);
    },
    host_wipe: function () {
        Module["host"]["wipe"]();
    },
    host_measure_text__deps: ["$hostText"],
    host_measure_text: function (text, length, font, line, weight, width) {
        return Module["host"]["measureText"](hostText(text, length), font, line, weight, width);
    },
    host_broadcast__deps: ["$hostText"],
    host_broadcast: function (id, length) {
        Module["host"]["broadcast"](hostText(id, length));
    },
    host_copy_text__deps: ["$hostText"],
    host_copy_text: function (text, length) {
        Module["host"]["copyText"](hostText(text, length));
    },
    host_open_mail__deps: ["$hostText"],
    host_open_mail: function (uri, length) {
        Module["host"]["openMail"](hostText(uri, length));
    },
    host_print__deps: ["$hostText"],
    host_print: function (title, titleLength, html, length) {
        Module["host"]["print"](hostText(title, titleLength), hostText(html, length));
    },
    host_lock__deps: ["$hostText"],
    host_lock: function (json, length, bytes, bytesLength, opens) {
        Module["host"]["lock"](hostText(json, length), HEAPU8.slice(bytes, bytes + bytesLength), opens);
    },
    host_leaving: function (losesWork) {
        Module["host"]["leaving"](losesWork);
    },
    host_apply_update: function () {
        Module["host"]["applyUpdate"]();
    },
    host_projector: function (opens) {
        Module["host"]["projector"](opens);
    },
    host_project__deps: ["$hostText"],
    host_project: function (scene, length) {
        Module["host"]["project"](hostText(scene, length));
    },
    host_keep_awake: function (awake) {
        Module["host"]["keepAwake"](awake);
    },
    host_full_screen: function (on) {
        Module["host"]["fullScreen"](on);
    },
    host_chime: function () {
        Module["host"]["chime"]();
    },
    host_log__deps: ["$hostText"],
    host_log: function (level, text, length) {
        Module["host"]["log"](level, hostText(text, length));
    },
    host_now: function () {
        return Module["host"]["now"]();
    },
    host_local_offset: function (time) {
        return Module["host"]["localOffset"](time);
    },
    host_random: function (eight) {
        Module["host"]["random"](HEAPU8.subarray(eight, eight + 8));
    },
});
