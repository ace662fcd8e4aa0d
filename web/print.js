/**
 * Paper. A canvas prints badly, so what comes out of the printer is a document of the planner's own: laid in the page, where the
 * screen does not show it and paper shows nothing else. That serves the browser's own print command as well as the planner's,
 * and every browser prints the page it shows; not all of them print a frame inside it.
 */

/** Hides the rest of the page on paper, whatever else is in it. */
const ONLY_PAPER = "html{color-scheme:light!important}body>:not(#paper){display:none!important}#paper{display:block!important}";

export class Printer {
    #write;
    #view;
    /** What was asked for is laid and goes to the printer in a moment. */
    #asked = false;
    /** Takes away what is laid. */
    #clear = () => {};

    /**
     * @param {() => string} write gives the document of what is on the screen; "" when there is none
     * @param {Window} [view]
     */
    constructor(write, view = window) {
        this.#write = write;
        this.#view = view;
        view.addEventListener("beforeprint", () => {
            if (!this.#asked) this.#lay(this.#write());
        });
        view.addEventListener("afterprint", () => {
            this.#asked = false;
        });
        // Some browsers say that printing is over before they have drawn the pages; a person who goes on knows better.
        for (const name of ["pointerdown", "keydown"]) view.addEventListener(name, () => this.#clear(), { capture: true });
    }

    /**
     * @param {string} title names the file when people print to one
     * @param {string} html a whole document
     * @returns {boolean} false in a browser that cannot print
     */
    print(title, html) {
        if (typeof this.#view.print !== "function") return false;
        this.#lay(html, title);
        this.#asked = true;
        // The dialog may stop everything, and what is going on must be over by then.
        this.#view.setTimeout(() => this.#view.print());
        return true;
    }

    /** @param {string} html @param {string} [title] */
    #lay(html, title) {
        this.#clear();
        if (html === "") return;
        const { document: page } = this.#view;
        // The planner wrote this with every text escaped, and the page's Content-Security-Policy runs nothing in it.
        const sheet = new DOMParser().parseFromString(html, "text/html");
        const paper = page.createElement("div");
        paper.id = "paper";
        paper.hidden = true;
        paper.lang = sheet.documentElement.lang;
        paper.append(...sheet.body.childNodes);
        page.body.append(paper);
        const takeStyle = addStyle(page, sheet.querySelector("style")?.textContent ?? "");
        const titleBefore = page.title;
        const titleOnPaper = title ?? sheet.title;
        page.title = titleOnPaper;
        this.#clear = () => {
            paper.remove();
            takeStyle();
            if (page.title === titleOnPaper) page.title = titleBefore;
            this.#asked = false;
            this.#clear = () => {};
        };
    }
}

/**
 * Adds rules for paper to the page's own style sheet, which its Content-Security-Policy allows where a style element is refused.
 * @param {Document} page
 * @param {string} css
 * @returns {() => void} takes them away again
 */
function addStyle(page, css) {
    const own = page.styleSheets[0];
    if (!own) return () => {};
    const rule = own.cssRules[own.insertRule(`@media print{${css}${ONLY_PAPER}}`, own.cssRules.length)];
    return () => {
        const index = [...own.cssRules].findIndex((each) => each === rule);
        if (index >= 0) own.deleteRule(index);
    };
}
