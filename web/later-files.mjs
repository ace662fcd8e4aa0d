// Which files of the site no first visit fetches: build.mjs tells the service worker, and tests/bench/size.mjs does not count them.

/** Languages and examples, fetched when somebody chooses them. */
export const laterFolders = ["languages", "examples"];

/** Locking files; codes, the page for a bad day and the privacy sheet, fetched in a later visit; and what a device asks for when somebody puts the planner on its home screen. */
const laterFiles = ["lock-", "codes-", "recovery", "privacy", "icons/apple-touch-icon.png", "icons/maskable.svg"];

const starts = [...laterFolders.map((folder) => `${folder}/`), ...laterFiles];

/** @param {string} name of a file of the site, from its root */
export const isLater = (name) => starts.some((start) => name.startsWith(start));
