import assert from "node:assert/strict";
import test from "node:test";
import { openPage } from "./support/page.mjs";

/** @typedef {{ left?: number, right?: number, top: number, bottom: number }} Sides */

/**
 * A control in its scroll area, under messages; how far the area was scrolled to show it.
 * @param {Sides} control
 * @param {(Sides & { inside?: boolean })[]} messages
 */
async function scrolledFor(control, messages) {
    const window = await openPage();
    const { uncover } = await import("../../web/mirror-scroll.js");
    const { document } = window;
    const make = (/** @type {string} */ tag, /** @type {any} */ parent, /** @type {Sides} */ { left = 0, right = 300, top, bottom }) => {
        const element = parent.appendChild(document.createElement(tag));
        element.getBoundingClientRect = () => ({ left, right, top, bottom });
        return element;
    };
    const area = make("div", document.body, { top: 0, bottom: 700 });
    area.className = "scroll";
    let scrolled = 0;
    area.scrollBy = (/** @type {{ top: number }} */ { top }) => (scrolled += top);
    const button = make("button", area, control);
    button.scrollIntoView = () => {};
    for (const message of messages) make("aside", message.inside ? area : document.body, message);
    uncover(button);
    return scrolled;
}

test("a control comes out from under all messages that lie over its area at once", async () => {
    const messages = [{ top: 500, bottom: 580 }, { top: 590, bottom: 680 }];
    assert.equal(await scrolledFor({ top: 600, bottom: 640 }, messages), 640 - 500 + 8);
    assert.equal(await scrolledFor({ top: 480, bottom: 520 }, messages), 520 - 500 + 8);
    assert.equal(await scrolledFor({ top: 582, bottom: 588 }, messages), 588 - 500 + 8);
});

test("a control that no message lies over stays where it is", async () => {
    assert.equal(await scrolledFor({ top: 600, bottom: 640 }, []), 0);
    assert.equal(await scrolledFor({ top: 400, bottom: 440 }, [{ top: 500, bottom: 580 }]), 0);
    assert.equal(await scrolledFor({ top: 600, bottom: 640 }, [{ left: 400, right: 700, top: 500, bottom: 680 }]), 0);
    assert.equal(await scrolledFor({ top: 600, bottom: 640 }, [{ top: 500, bottom: 680, inside: true }]), 0);
});
