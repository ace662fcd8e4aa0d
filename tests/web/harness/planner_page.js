/**
 * Stands in for the compiled planner: a small screen with every kind of control, drawn with the canvas's own means. Like the
 * real one it deals with what it is told in the next frame and shows the result in the frame after that.
 */

/** @typedef {import("../../../web/types").MirrorNode} MirrorNode */

const decoder = new TextDecoder();
const HEAP = 32 * 1024 * 1024;
const TEXT = { size: 15, line: 22, weight: 400 };

class FakePlanner {
    heap = new Uint8Array(HEAP);
    #top = 8;
    #blocks = 0;
    /** @type {Map<string, string>} */
    sent = new Map();
    sentOrder = "";
    /** @type {[string, string, string][]} */
    actions = [];
    framesLeft = 2;
    focus = "";
    /** @type {Record<string, {x: number, y: number}>} */
    scrolled = {};
    log = /** @type {string[]} */ ([]);
    state = {
        title: "Peer review zelfstandig leren",
        story: "Wij zien dat studenten in leerjaar 2 weinig vragen stellen. Hoe helpen we ze om zelf hun leerdoelen te kiezen?\nTweede regel.",
        date: "2026-11-19",
        kind: "mbo",
        number: "3",
        agreed: false,
        choice: "a",
        tab: 0,
        items: 12,
        dialog: false,
        menu: false,
        status: "Opgeslagen 14:03",
        name: "",
        search: "",
    };

    /** @param {{host: import("../../../web/types").Host, canvas: HTMLCanvasElement}} options */
    constructor({ host, canvas }) {
        this.host = host;
        this.canvas = canvas;
    }

    memory() {
        return this.heap;
    }

    /** @param {number} size */
    _malloc(size) {
        if (this.#top + size > HEAP) return 0;
        const block = this.#top;
        this.#top += size;
        this.#blocks += 1;
        return block;
    }

    _free() {
        this.#blocks -= 1;
        if (this.#blocks === 0) this.#top = 8;
    }

    /** @param {number} pointer @param {number} length */
    text(pointer, length) {
        return decoder.decode(this.heap.subarray(pointer, pointer + length));
    }

    _planner_font() {}

    /** @param {number} json @param {number} length */
    _planner_start(json, length) {
        this.started = JSON.parse(this.text(json, length));
        this.host.title("Proefscherm");
        return 0;
    }

    /** @param {number} width @param {number} height @param {number} ratio */
    _planner_frame(width, height, ratio) {
        if (width === 0) return -1;
        this.size = { width, height };
        const nodes = this.describe();
        this.draw(nodes, ratio);
        const taken = this.actions.splice(0);
        for (const [id, action, value] of taken) this.act(id, action, value);
        this.framesLeft = taken.length > 0 ? 2 : this.framesLeft - 1;
        this.emit(nodes);
        return this.framesLeft > 0 ? 0 : -1;
    }

    /** @param {number} type @param {number} x @param {number} y @param {number} button */
    _planner_pointer(type, x, y, button) {
        this.log.push(`pointer ${type} ${Math.round(x)},${Math.round(y)} ${button}`);
        if (type === 1) this.pressed = this.hit(x, y)?.id;
        const over = type === 2 ? this.hit(x, y) : undefined;
        if (over && over.id === this.pressed) this.actions.push([over.id, "click", ""]);
        this.framesLeft = 3;
    }

    /** @param {number} key @param {number} length @param {number} modifiers */
    _planner_key(key, length, modifiers) {
        this.log.push(`key ${this.text(key, length)} ${modifiers}`);
        if (this.text(key, length) === "z" && modifiers === 1) {
            this.state.title = "Ongedaan";
            this.framesLeft = 2;
            return 1;
        }
        return 0;
    }

    /** @param {...number} numbers */
    _planner_action(...numbers) {
        const [id, action, value] = [0, 2, 4].map((at) => this.text(numbers[at] ?? 0, numbers[at + 1] ?? 0));
        this.log.push(`action ${id} ${action} ${value}`);
        this.actions.push([id ?? "", action ?? "", value ?? ""]);
        this.framesLeft = 3;
    }

    /** @param {number} id @param {number} length @param {number} visible */
    _planner_focused(id, length, visible) {
        this.focus = this.text(id, length);
        this.log.push(`focused ${this.focus} ${visible}`);
        this.framesLeft = 2;
    }

    /** @param {number} id @param {number} length @param {number} x @param {number} y */
    _planner_scrolled(id, length, x, y) {
        this.scrolled[this.text(id, length)] = { x, y };
        this.framesLeft = 1;
    }

    _planner_pending() {
        return 0;
    }

    /** @param {string} id @param {string} action @param {string} value */
    act(id, action, value) {
        const { state } = this;
        const clicked = action === "click";
        if (action === "input" || (action === "change" && id in state)) {
            if (id === "agreed") state.agreed = value === "true";
            else Object.assign(state, { [id]: value });
        } else if (id.startsWith("choice-")) state.choice = id.slice(7);
        else if (id === "agreed" && clicked) state.agreed = !state.agreed;
        else if (id === "new" && clicked) {
            state.dialog = true;
            this.host.focus("name");
        } else if ((id === "cancel" && clicked) || (id === "dialog" && action === "dismiss")) state.dialog = false;
        else if (id === "more" && clicked) {
            state.menu = true;
            this.host.focus("copy");
        } else if (id === "menu" || id === "copy" || id === "remove") state.menu = false;
        else if (id.startsWith("drop-") && clicked) state.items -= 1;
        else if (id.startsWith("tab-") && clicked) state.tab = Number(id.slice(4));
        else if (id === "toast" && clicked) state.status = `Opgeslagen 14:0${Number(state.status.slice(-1)) + 1}`;
        else if (id === "crash" && clicked) throw new Error("on purpose");
        else if (id === "files" && clicked) this.host.pickFiles();
        else if (id === "out" && clicked) this.host.download("peerreview_proef.json", "application/json", new TextEncoder().encode("{}\n"));
        else if (id === "home" && clicked) this.host.route("#/een", 0);
    }

    /** @returns {{node: MirrorNode, parent: string}[]} */
    describe() {
        const { width = 800, height = 600 } = this.size ?? {};
        const { state } = this;
        /** @type {{node: MirrorNode, parent: string}[]} */
        const list = [];
        /** @param {string} parent @param {MirrorNode} node */
        const add = (parent, node) => list.push({ parent, node: { ...TEXT, ...node } });
        add("", { id: "banner", role: "banner", x: 0, y: 0, w: width, h: 64 });
        add("banner", { id: "h1", role: "heading", level: 1, name: "Proefscherm", x: 24, y: 18, w: 300, h: 28, size: 22, line: 28, weight: 700 });
        add("banner", { id: "save", role: "status", name: state.status, x: 340, y: 22, w: 140, h: 18, size: 13, line: 18 });
        add("banner", { id: "new", role: "button", name: "Nieuwe peer review", x: width - 200, y: 12, w: 180, h: 40, weight: 600 });
        add("", { id: "nav", role: "navigation", name: "Onderdelen", x: 0, y: 64, w: 160, h: height - 64 });
        add("nav", { id: "home", role: "link", href: "#/een", name: "Dashboard", current: "page", x: 8, y: 16, w: 144, h: 38 });
        add("nav", { id: "more", role: "menubutton", name: "Meer", expanded: state.menu, x: 8, y: 60, w: 144, h: 38 });
        add("", { id: "main", role: "main", name: "Inhoud", x: 160, y: 64, w: width - 160, h: height - 64 });
        add("main", { id: "page", role: "scroll", x: 0, y: 0, w: width - 160, h: height - 64, content: [width - 180, 900 + state.items * 44] });
        this.describeFields(add);
        this.describeList(add);
        if (state.menu) {
            add("", { id: "menu", role: "menu", name: "Meer", x: 8, y: 162, w: 180, h: 96 });
            add("menu", { id: "copy", role: "menuitem", name: "Kopie maken", x: 0, y: 6, w: 180, h: 40 });
            add("menu", { id: "remove", role: "menuitem", name: "Verwijderen", x: 0, y: 50, w: 180, h: 40 });
        }
        if (state.dialog) {
            add("", { id: "dialog", role: "dialog", modal: true, name: "Nieuwe peer review", x: width / 2 - 200, y: 120, w: 400, h: 220 });
            add("dialog", { id: "dialog-title", role: "heading", level: 2, name: "Nieuwe peer review", x: 24, y: 20, w: 300, h: 28, size: 22, line: 28, weight: 700 });
            add("dialog", { id: "name", role: "field", name: "Titel", value: state.name, x: 24, y: 80, w: 352, h: 40, pad: [8, 12, 8, 12], error: "Geef de peer review een titel." });
            add("dialog", { id: "cancel", role: "button", name: "Annuleren", x: 24, y: 160, w: 120, h: 40, weight: 600 });
        }
        return list;
    }

    /** @param {(parent: string, node: MirrorNode) => void} add */
    describeFields(add) {
        const { state } = this;
        const editing = this.focus === "story";
        const lines = this.host.measureText(state.story, 15, 22, 400, 500 - 26) / 22;
        const tall = Math.max(3, lines) * 22 + 18;
        this.storyHeight = tall;
        add("page", { id: "title", role: "field", name: "Titel", lang: "nl", value: state.title, help: "Kort en herkenbaar", x: 24, y: 44, w: 500, h: 40, pad: [8, 12, 8, 12], required: true });
        add("page", { id: "story", role: "area", name: "Leervraag", lang: "nl", value: state.story, x: 24, y: 120, w: 500, h: tall, pad: [8, 12, 8, 12], native: /[^\0-\u017f]/.test(state.story) && !editing });
        const y = 140 + tall;
        add("page", { id: "date", role: "date", name: "Datum", value: state.date, x: 24, y, w: 180, h: 40, pad: [8, 12, 8, 12] });
        add("page", { id: "kind", role: "select", name: "Soort", value: state.kind, options: [["mbo", "Mbo peer review"], ["so", "Samen Opleiden"]], x: 224, y, w: 200, h: 40 });
        add("page", { id: "number", role: "number", name: "Aantal", value: state.number, x: 444, y, w: 80, h: 40, pad: [8, 12, 8, 12] });
        add("page", { id: "agreed", role: "checkbox", name: "Afgesproken", checked: state.agreed, x: 24, y: y + 60, w: 200, h: 32 });
        add("page", { id: "choices", role: "radiogroup", name: "Rol", x: 240, y: y + 60, w: 300, h: 32 });
        for (const [index, letter] of ["a", "b", "c"].entries()) {
            add("choices", { id: `choice-${letter}`, role: "radio", name: `Keuze ${letter}`, group: "choices", checked: state.choice === letter, x: index * 90, y: 0, w: 80, h: 32 });
        }
        add("page", { id: "tabs", role: "tablist", name: "Teams", x: 24, y: y + 110, w: 300, h: 36 });
        for (let index = 0; index < 3; index += 1) {
            add("tabs", { id: `tab-${index}`, role: "tab", name: `Team ${index + 1}`, selected: state.tab === index, x: index * 100, y: 0, w: 90, h: 36 });
        }
        add("page", { id: "toast", role: "button", name: "Opslaan", x: 24, y: y + 160, w: 100, h: 40 });
        add("page", { id: "crash", role: "button", name: "Stoppen", x: 134, y: y + 160, w: 100, h: 40 });
        add("page", { id: "files", role: "button", name: "Bestand openen", x: 244, y: y + 160, w: 140, h: 40 });
        add("page", { id: "out", role: "button", name: "Bestand downloaden", x: 394, y: y + 160, w: 160, h: 40 });
        add("page", { id: "done", role: "progress", name: "Ingevuld", now: 40, value: "2 van 5", x: 24, y: y + 210, w: 200, h: 8 });
        this.listTop = y + 240;
    }

    /** @param {(parent: string, node: MirrorNode) => void} add */
    describeList(add) {
        const { state } = this;
        add("page", { id: "list-title", role: "heading", level: 2, name: "Wensen 🙂", native: true, color: "#16211f", x: 24, y: this.listTop ?? 0, w: 200, h: 24, size: 17, line: 24, weight: 700 });
        add("page", { id: "list", role: "list", name: "Wensen", x: 24, y: (this.listTop ?? 0) + 30, w: 500, h: state.items * 44 });
        for (let index = 0; index < state.items; index += 1) {
            const number = 12 - state.items + index + 1;
            add("list", { id: `item-${number}`, role: "listitem", x: 0, y: index * 44, w: 500, h: 40 });
            add(`item-${number}`, { id: `label-${number}`, role: "text", name: `Wens ${number}`, x: 0, y: 9, w: 200, h: 22 });
            add(`item-${number}`, { id: `drop-${number}`, role: "button", name: `Wens ${number} verwijderen`, x: 300, y: 0, w: 200, h: 40 });
        }
    }

    /** @param {{node: MirrorNode, parent: string}[]} list */
    emit(list) {
        /** @type {MirrorNode[]} */
        const set = [];
        const seen = new Set();
        for (const { node } of list) {
            const json = JSON.stringify(node);
            seen.add(node.id);
            if (this.sent.get(node.id) !== json) set.push(node);
            this.sent.set(node.id, json);
        }
        const removed = [...this.sent.keys()].filter((id) => !seen.has(id));
        for (const id of removed) this.sent.delete(id);
        const order = list.map(({ node, parent }) => /** @type {[string, string]} */ ([node.id, parent]));
        const orderText = JSON.stringify(order);
        const isOrdered = orderText !== this.sentOrder;
        this.sentOrder = orderText;
        if (set.length + removed.length > 0 || isOrdered) {
            this.host.semantics(JSON.stringify({ set, removed, ...(isOrdered ? { order } : {}) }));
        }
    }

    /** @param {{node: MirrorNode, parent: string}[]} list */
    absolute(list) {
        /** @type {Map<string, {x: number, y: number}>} */
        const origins = new Map([["", { x: 0, y: 0 }]]);
        return list.map(({ node, parent }) => {
            const origin = origins.get(parent) ?? { x: 0, y: 0 };
            const x = origin.x + (node.x ?? 0);
            const y = origin.y + (node.y ?? 0);
            const scroll = this.scrolled[node.id] ?? { x: 0, y: 0 };
            origins.set(node.id, { x: x - scroll.x, y: y - scroll.y });
            return { node, x, y };
        });
    }

    /** @param {number} x @param {number} y */
    hit(x, y) {
        const operable = ["button", "link", "tab", "checkbox", "radio", "menubutton", "menuitem"];
        return this.absolute(this.describe())
            .reverse()
            .filter(({ node }) => !this.state.dialog || ["name", "cancel"].includes(node.id))
            .find((at) => operable.includes(at.node.role) && x >= at.x && y >= at.y && x < at.x + (at.node.w ?? 0) && y < at.y + (at.node.h ?? 0))?.node;
    }

    /** @param {{node: MirrorNode, parent: string}[]} list @param {number} ratio */
    draw(list, ratio) {
        const paint = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
        paint.setTransform(ratio, 0, 0, ratio, 0, 0);
        paint.fillStyle = "#f5f4f0";
        paint.fillRect(0, 0, 4000, 4000);
        paint.textBaseline = "alphabetic";
        for (const { node, x, y } of this.absolute(list)) this.drawNode(paint, node, x, y);
    }

    /** @param {CanvasRenderingContext2D} paint @param {MirrorNode} node @param {number} x @param {number} y */
    drawNode(paint, node, x, y) {
        const { w = 0, h = 0, size = 15, line = 22, weight = 400 } = node;
        paint.font = `${weight} ${size}px Planner`;
        paint.fontKerning = "none";
        const boxed = ["button", "field", "area", "date", "number", "select", "tab", "menuitem", "dialog", "menu", "checkbox", "radio"];
        if (boxed.includes(node.role)) {
            paint.fillStyle = node.checked || node.selected ? "#d7eae7" : "#fff";
            paint.strokeStyle = this.focus === node.id ? "#1b57d1" : "#7f827b";
            paint.lineWidth = this.focus === node.id ? 3 : 1;
            paint.beginPath();
            paint.roundRect(x + 0.5, y + 0.5, w - 1, h - 1, 8);
            paint.fill();
            paint.stroke();
        }
        if (this.focus === node.id && ["field", "area", "date", "number"].includes(node.role)) return;
        if (node.native || ["dialog", "menu", "list", "scroll", "banner", "main", "navigation", "tablist", "radiogroup", "listitem", "progress"].includes(node.role)) return;
        paint.fillStyle = "#16211f";
        const value = node.role === "select" ? (node.options?.find(([key]) => key === node.value)?.[1] ?? "") : (node.value ?? node.name ?? "");
        const [top, right, , left] = node.pad ? [node.pad[0] + 1, node.pad[1], 0, node.pad[3] + 1] : [(h - line) / 2, 0, 0, boxed.includes(node.role) ? 12 : 0];
        breakLines(paint, value, w - left - right).forEach((text, index) => {
            paint.fillText(text, x + left, y + top + index * line + line * 0.7);
        });
    }

    // The rest of the exports does nothing here.
    _planner_context() {}
    _planner_flush() {}
    _planner_environment() {}
    _planner_file() { this.log.push("file"); }
    _planner_file_refused() { this.log.push("file refused"); }
    _planner_files_done() { this.log.push("files done"); }
    _planner_file_drag() {}
    _planner_update_available() {}
    _planner_index() {}
    _planner_changed_elsewhere() {}
    _planner_storage_state() {}
    _planner_saved() {}
    _planner_loaded() {}
    _planner_scene() {}
    _planner_projector() {}
    _planner_full_screen() {}
    /** @param {number} hash @param {number} length */
    _planner_route(hash, length) { this.log.push(`route ${this.text(hash, length)}`); }
    _planner_save_image() { return 0; }
    _planner_buffer() { return 0; }
    _planner_buffer_size() { return 0; }
}

/** @param {CanvasRenderingContext2D} paint @param {string} text @param {number} width */
function breakLines(paint, text, width) {
    /** @type {string[]} */
    const lines = [];
    for (const paragraph of text.split("\n")) {
        let line = "";
        for (const word of paragraph.split(/(?<= )/)) {
            if (line !== "" && paint.measureText((line + word).trimEnd()).width > width) {
                lines.push(line);
                line = "";
            }
            line += word;
        }
        lines.push(line);
    }
    return lines;
}

/** @param {{host: import("../../../web/types").Host, canvas: HTMLCanvasElement, instantiateWasm: Function}} options */
export default async function createPlanner(options) {
    const planner = new FakePlanner(options);
    Object.assign(globalThis, { fake: planner });
    return new Proxy(planner, {
        get(target, name) {
            const value = Reflect.get(target, name);
            return typeof value === "function" ? value.bind(target) : value; // exports are plain functions
        },
    });
}
