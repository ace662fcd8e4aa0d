import assert from "node:assert/strict";
import test from "node:test";
import { RecordingPlanner, openPage } from "./support/page.mjs";

/** @typedef {import("../../web/types").MirrorNode} MirrorNode */

/** A mirror on a fresh page. */
async function open() {
    const window = await openPage();
    const { Mirror } = await import("../../web/mirror.js");
    const planner = new RecordingPlanner();
    const root = window.document.getElementById("mirror");
    let forwarded = false;
    const mirror = new Mirror({ root, bridge: planner.bridge, changed: () => {}, clickForwarded: () => forwarded });
    return {
        window,
        document: window.document,
        root,
        mirror,
        planner,
        forward: (/** @type {boolean} */ value) => (forwarded = value),
        /** @returns {any} */
        find: (/** @type {string} */ id) => root.querySelector(`[data-id="${id}"]`),
        /** The whole screen: nodes with their parent, in order. @param {[string, MirrorNode][]} nodes @param {string[]} [removed] */
        show: (nodes, removed) =>
            mirror.apply({ set: nodes.map(([, node]) => node), removed, order: nodes.map(([parent, node]) => [node.id, parent]) }),
    };
}

/** @param {string} id @param {import("../../web/types").Role} role @param {Partial<MirrorNode>} [more] @returns {MirrorNode} */
const node = (id, role, more = {}) => ({ id, role, name: id, x: 0, y: 0, w: 100, h: 40, ...more });

test("nodes become native elements in reading order, at their place", async () => {
    const { root, find, show } = await open();
    show([
        ["", node("m", "main")],
        ["m", node("t", "heading", { level: 1, name: "Titel" })],
        ["m", node("b", "button", { x: 12, y: 34, w: 56, h: 78, name: "Aanmaken" })],
        ["m", node("f", "field", { value: "één", name: "Naam" })],
        ["", node("n", "navigation", { name: "Onderdelen" })],
    ]);
    assert.deepEqual([...root.querySelectorAll("[data-id]")].map((e) => e.tagName), ["MAIN", "H1", "BUTTON", "INPUT", "NAV"]);
    assert.equal(find("t").textContent, "Titel");
    assert.equal(find("b").textContent, "Aanmaken");
    assert.equal(find("b").hasAttribute("aria-label"), false);
    assert.equal(find("f").getAttribute("aria-label"), "Naam");
    assert.equal(find("f").value, "één");
    const { left, top, width, height } = find("b").style;
    assert.deepEqual([left, top, width, height], ["12px", "34px", "56px", "78px"]);
});

test("a patch changes what it names and nothing else", async () => {
    const { find, show, mirror, window } = await open();
    show([["", node("a", "button")], ["", node("b", "button", { pressed: true })]]);
    const [a, b] = [find("a"), find("b")];
    /** @type {any[]} */
    const changes = [];
    const observer = new window.MutationObserver((/** @type {any[]} */ list) => changes.push(...list));
    observer.observe(find("a").parentElement, { subtree: true, childList: true, attributes: true, characterData: true });
    mirror.apply({ set: [node("b", "button", { expanded: true })] });
    await new Promise((resolve) => setTimeout(resolve));
    assert.ok(changes.every((change) => change.target === b));
    assert.equal(b.hasAttribute("aria-pressed"), false);
    assert.equal(b.getAttribute("aria-expanded"), "true");
    assert.equal(find("a"), a);
    assert.equal(find("b"), b);
});

test("moving nodes keeps the element with the focus in the page", async () => {
    const { find, show, document, planner } = await open();
    const ids = ["a", "b", "c", "d"];
    const screen = (/** @type {string[]} */ order) => order.map((id) => /** @type {[string, MirrorNode]} */ (["", node(id, "field")]));
    show(screen(ids));
    find("c").focus();
    planner.take();
    for (const order of [["c", "a", "b", "d"], ["d", "b", "a", "c"], ["b", "c", "d", "a"], ["e", "c"]]) {
        show(screen(order), ids.filter((id) => !order.includes(id)));
        assert.deepEqual([...document.querySelectorAll("[data-id]")].map((e) => e.dataset.id), order);
        assert.equal(document.activeElement?.dataset.id, "c");
    }
    assert.deepEqual(planner.take(), [], "the planner heard of no change of focus");
});

test("descriptions, errors and states reach assistive technology", async () => {
    const { find, show, mirror, document } = await open();
    show([["", node("f", "field", { help: "Kort", error: "Vul een titel in.", required: true, lang: "nl" })]]);
    const ids = find("f").getAttribute("aria-describedby").split(" ");
    assert.deepEqual(ids.map((/** @type {string} */ id) => document.getElementById(id).textContent), ["Vul een titel in.", "Kort"]);
    assert.equal(find("f").getAttribute("aria-invalid"), "true");
    assert.equal(find("f").getAttribute("lang"), "nl");
    mirror.apply({ set: [node("f", "field", { help: "Kort" })] });
    assert.equal(find("f").hasAttribute("aria-invalid"), false);
    assert.equal(find("f").getAttribute("aria-describedby"), ids[1]);
    assert.equal(document.getElementById(ids[0]), null);
});

test("texts of files are never markup and addresses never scripts", async () => {
    const { find, show, document } = await open();
    const text = '<img src=x onerror="alert(1)"><b>vet</b>';
    show([
        ["", node("t", "text", { name: text })],
        ["", node("l", "link", { name: "weg", href: "javascript:alert(1)" })],
        ["", node("c", "text", { color: "red; background: url(x)" })],
        ["", node("s", "select", { options: [["a", text]] })],
    ]);
    assert.equal(find("t").textContent, text);
    assert.equal(document.querySelector("#mirror img, #mirror b"), null);
    assert.equal(find("l").hasAttribute("href"), false);
    assert.equal(find("c").style.getPropertyValue("--own"), "");
});

test("of the pages beside the planner those that it has are links, into a tab of their own", async () => {
    const { find, show } = await open();
    show([["", node("p", "link", { name: "Privacy", href: "privacy.html" })], ["", node("o", "link", { name: "Anders", href: "other.html" })]]);
    assert.deepEqual([find("p").getAttribute("href"), find("p").getAttribute("target")], ["privacy.html", "_blank"]);
    assert.equal(find("o").hasAttribute("href"), false);
});

test("keyboard and scripts act, a click that the planner saw itself does not", async () => {
    const { find, show, planner, forward } = await open();
    show([["", node("b", "button")], ["", node("x", "button", { disabled: true })]]);
    find("b").click();
    forward(true);
    find("b").click();
    forward(false);
    find("x").click();
    assert.deepEqual(planner.take(), ["action b click"]);
});

test("a checkbox tells its new state and follows the planner", async () => {
    const { find, show, planner, mirror } = await open();
    show([["", node("c", "checkbox", { checked: false })]]);
    find("c").click();
    assert.deepEqual(planner.take(), ["action c change true"]);
    mirror.afterFrame(false);
    assert.equal(find("c").checked, true, "the planner has not dealt with it yet");
    mirror.afterFrame(true);
    assert.equal(find("c").checked, false, "the planner left it as it was");
    mirror.apply({ set: [node("c", "checkbox", { checked: "mixed" })] });
    assert.equal(find("c").indeterminate, true);
});

test("a modal dialog makes the rest unreachable and gives the focus back", async () => {
    const { find, show, planner, document, mirror } = await open();
    /** @type {[string, MirrorNode][]} */
    const page = [["", node("m", "main")], ["m", node("before", "button")], ["m", node("b", "button")], ["", node("save", "status")]];
    show(page);
    find("b").focus();
    show([...page, ["", node("d", "dialog", { modal: true })], ["d", node("ok", "button")]]);
    mirror.focus("ok");
    assert.deepEqual([...document.querySelectorAll("[inert]")].map((e) => e.dataset.id), ["m"]);
    assert.equal(document.activeElement.dataset.id, "ok");
    planner.take();
    show(page, ["d", "ok"]);
    assert.equal(document.querySelector("[inert]"), null);
    assert.equal(document.activeElement.dataset.id, "b");
    assert.match(planner.take().at(-1) ?? "", /^focused b/);
});

test("the planner's own wish for the focus wins over giving it back", async () => {
    const { find, show, planner, document, mirror } = await open();
    /** @type {[string, MirrorNode][]} */
    const page = [["", node("a", "button")], ["", node("b", "button")]];
    show(page);
    find("b").focus();
    show([...page, ["", node("d", "dialog", { modal: true })], ["d", node("ok", "button")]]);
    find("ok").focus();
    planner.answers.frame = () => {
        planner.bridge.afterwards(() => show(page, ["d", "ok"]));
        planner.bridge.afterwards(() => mirror.focus("a"));
        return 0;
    };
    planner.bridge.ask("frame");
    assert.equal(document.activeElement.dataset.id, "a");
});

test("focus that was asked for before the control was there arrives with it", async () => {
    const { show, document, mirror } = await open();
    mirror.focus("h");
    show([["", node("h", "heading", { level: 1 })]]);
    assert.equal(document.activeElement.dataset.id, "h");
    assert.equal(document.activeElement.tabIndex, -1);
});

test("when the focused control goes away, the focus moves to its neighbour, else to the heading", async () => {
    const { find, show, document } = await open();
    /** @param {number[]} rows @returns {[string, MirrorNode][]} */
    const page = (rows) => [
        ["", node("m", "main")],
        ["m", node("h", "heading", { level: 1 })],
        ["m", node("l", "list")],
        ...rows.flatMap((n) => /** @type {[string, MirrorNode][]} */ ([["l", node(`row${n}`, "listitem")], [`row${n}`, node(`x${n}`, "button")]])),
    ];
    show(page([1, 2, 3]));
    find("x2").focus();
    show(page([1, 3]), ["row2", "x2"]);
    assert.equal(document.activeElement.dataset.id, "x3");
    show(page([1]), ["row3", "x3"]);
    assert.equal(document.activeElement.dataset.id, "x1");
    show(page([]), ["row1", "x1"]);
    assert.equal(document.activeElement.dataset.id, "h");
});

test("a role that changes keeps children and focus", async () => {
    const { find, show, document, mirror } = await open();
    show([["", node("g", "group")], ["g", node("b", "button")]]);
    find("b").focus();
    mirror.apply({ set: [node("g", "region")] });
    assert.equal(find("g").tagName, "SECTION");
    assert.equal(find("b").parentElement, find("g"));
    assert.equal(document.activeElement, find("b"));
});

test("a new message is put into its live region after the region is there", async () => {
    const { find, show, mirror } = await open();
    show([["", node("s", "status", { name: "Opgeslagen" })]]);
    assert.equal(find("s").textContent, "");
    assert.equal(mirror.busy, true);
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(find("s").textContent, "Opgeslagen");
    assert.equal(mirror.busy, false);
    mirror.apply({ set: [node("s", "status", { name: "Niet opgeslagen" })] });
    assert.equal(find("s").textContent, "Niet opgeslagen");
});

test("tabs, menus and toolbars are one stop for Tab and walked with arrows", async () => {
    const { find, show, window, document, planner } = await open();
    show([
        ["", node("tabs", "tablist")],
        ...["a", "b", "c"].map((id) => /** @type {[string, MirrorNode]} */ (["tabs", node(id, "tab", { selected: id === "b" })])),
        ["", node("menu", "menu")],
        ...["kopie", "weg"].map((id) => /** @type {[string, MirrorNode]} */ (["menu", node(id, "menuitem")])),
    ]);
    assert.deepEqual(["a", "b", "c"].map((id) => find(id).tabIndex), [-1, 0, -1]);
    const press = (/** @type {string} */ key) => document.activeElement.dispatchEvent(new window.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    find("b").focus();
    const walked = ["ArrowRight", "ArrowRight", "ArrowLeft", "Home", "End"].map((key) => (press(key), document.activeElement.dataset.id));
    assert.deepEqual(walked, ["c", "a", "c", "a", "c"]);
    find("kopie").focus();
    press("w");
    assert.equal(document.activeElement.dataset.id, "weg");
    planner.take();
    press("Tab");
    assert.deepEqual(planner.take(), ["action menu dismiss"]);
});

test("scroll areas report, follow and come back where they were", async () => {
    const { find, show, mirror, planner, window } = await open();
    /** @type {[string, MirrorNode][]} */
    const page = [["", node("s", "scroll", { content: [100, 900] })], ["s", node("b", "button")]];
    show(page);
    assert.equal(find("s").querySelector(".spacer").style.height, "900px");
    find("s").scrollTop = 120;
    find("s").dispatchEvent(new window.Event("scroll"));
    mirror.scrollTo("s", 0, 40);
    assert.deepEqual(planner.take(), ["scrolled s 0 120", "scrolled s 0 40"]);
    show([["", node("b", "button")]], ["s"]);
    show(page);
    assert.equal(find("s").scrollTop, 40);
});

test("a scroll area that is moved before the browser told where it scrolled stays there", async () => {
    const { find, show, mirror } = await open();
    const area = node("s", "scroll", { content: [100, 900] }), button = node("b", "button");
    show([["", area], ["", button]]);
    mirror.scrollTo("s", 0, 40);
    find("s").scrollTop = 120;
    show([["", button], ["", area]]);
    assert.equal(find("s").scrollTop, 120);
});

test("Escape closes the nearest dialog or menu, or leaves the field", async () => {
    const { find, show, mirror, planner } = await open();
    show([["", node("f", "field")], ["", node("d", "dialog", { modal: true })], ["d", node("g", "field")]]);
    find("g").focus();
    planner.take();
    assert.equal(mirror.dismiss(), true);
    show([["", node("f", "field")]], ["d", "g"]);
    find("f").focus();
    assert.equal(mirror.dismiss(), true);
    assert.deepEqual(planner.take().filter((call) => call.includes("dismiss")), ["action d dismiss", "action f dismiss"]);
});
