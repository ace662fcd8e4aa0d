import js from "@eslint/js";
import globals from "globals";

export default [
    { ignores: ["build/", "node_modules/"] },
    js.configs.recommended,
    {
        rules: {
            curly: ["error", "multi-line"],
            eqeqeq: "error",
            "no-eval": "error",
            "no-implied-eval": "error",
            "no-new-func": "error",
            "no-var": "error",
            "object-shorthand": "error",
            "prefer-const": "error",
            "prefer-template": "off",
        },
    },
    { files: ["web/*.js"], languageOptions: { globals: globals.browser } },
    { files: ["web/service-worker.js"], languageOptions: { globals: globals.serviceworker } },
    // A library for Emscripten's linker: the globals are its own.
    {
        files: ["web/host-library.js"],
        languageOptions: {
            sourceType: "script",
            globals: { ...globals.browser, mergeInto: "readonly", LibraryManager: "readonly", Module: "readonly", HEAPU8: "writable" },
        },
        rules: { "no-undef": "off", "object-shorthand": "off", "no-unused-vars": "off", "no-var": "off" },
    },
    // Functions for Page.evaluate run in the page.
    { files: ["**/*.mjs", "tests/**/*.js"], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
];
