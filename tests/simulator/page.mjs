/** The little of a page that the page's modules look at when they are loaded. Comes before them. */
globalThis.document ??= /** @type {any} */ ({ documentElement: { dataset: {} } });
