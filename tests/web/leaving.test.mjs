import assert from "node:assert/strict";
import test from "node:test";
import { openPage } from "./support/page.mjs";
import { askBeforeLeaving } from "../../web/leaving.js";

test("closing is asked about only while it would lose work", async () => {
    const window = await openPage();
    const isAsked = () => {
        const event = new window.Event("beforeunload", { cancelable: true });
        window.dispatchEvent(event);
        return event.defaultPrevented;
    };
    assert.equal(isAsked(), false);
    askBeforeLeaving(true, window);
    askBeforeLeaving(true, window);
    assert.equal(isAsked(), true);
    askBeforeLeaving(false, window);
    assert.equal(isAsked(), false);
});
