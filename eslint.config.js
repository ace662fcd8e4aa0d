import js from "@eslint/js";
import globals from "globals";

const rules = {
    ...js.configs.recommended.rules,
    eqeqeq: "error",
    "no-var": "error",
    "prefer-const": "error",
    "no-eval": "error",
    "no-implied-eval": "error",
    "no-new-func": "error",
    "no-shadow": ["error", { builtinGlobals: false }],
    "max-lines": ["error", 400],
    "max-depth": ["error", 4],
    complexity: ["error", 20],
    "max-lines-per-function": ["error", { max: 70, skipComments: true, skipBlankLines: true }],
    // Texts of files are never markup, and the page's Content-Security-Policy forbids styles in attributes.
    "no-restricted-syntax": [
        "error",
        { selector: "AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]", message: "Texts are never markup." },
        { selector: "CallExpression[callee.property.name='insertAdjacentHTML']", message: "Texts are never markup." },
        { selector: "CallExpression[callee.property.name='setAttribute'][arguments.0.value='style']", message: "Use element.style." },
    ],
};

export default [
    { ignores: ["build/", "node_modules/", "**/*.d.ts"] },
    {
        files: ["web/*.js"],
        ignores: ["web/host-library.js", "web/service-worker.js"],
        languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: globals.browser },
        rules,
    },
    {
        files: ["web/service-worker.js"],
        languageOptions: { ecmaVersion: 2022, sourceType: "script", globals: globals.serviceworker },
        rules,
    },
    {
        files: ["web/host-library.js"],
        languageOptions: {
            ecmaVersion: 2019, // read by the Emscripten linker
            sourceType: "script",
            globals: { ...globals.browser, mergeInto: "readonly", LibraryManager: "readonly", Module: "readonly", HEAPU8: "readonly", hostText: "readonly" },
        },
        rules: { ...rules, "no-unused-vars": "off", "max-lines-per-function": "off" },
    },
    {
        files: ["**/*.mjs", "tests/**/*.js", "eslint.config.js"],
        languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: { ...globals.node, ...globals.browser } },
        rules: { ...rules, "max-lines-per-function": "off", "no-shadow": "off", complexity: "off" },
    },
];
