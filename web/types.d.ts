/** Shapes that several modules of the page share. */

export type Role =
    | "group" | "list" | "listitem" | "text" | "heading" | "button" | "link" | "field" | "area" | "number" | "date"
    | "time" | "checkbox" | "radio" | "radiogroup" | "select" | "table" | "rowgroup" | "row" | "columnheader"
    | "rowheader" | "cell" | "tablist" | "tab" | "tabpanel" | "navigation" | "main" | "banner" | "complementary"
    | "region" | "dialog" | "menu" | "menuitem" | "menubutton" | "status" | "alert" | "progress" | "image"
    | "separator" | "scroll" | "search" | "toolbar";

/** One node of the semantic tree, as the planner describes it. Lengths are CSS px relative to the parent's box. */
export interface MirrorNode {
    id: string;
    role: Role;
    name?: string;
    value?: string;
    help?: string;
    error?: string;
    x?: number;
    y?: number;
    w?: number;
    h?: number;
    level?: number;
    disabled?: boolean;
    checked?: boolean | "mixed";
    selected?: boolean;
    expanded?: boolean;
    pressed?: boolean;
    invalid?: boolean;
    required?: boolean;
    readonly?: boolean;
    current?: string | boolean;
    live?: "polite" | "assertive";
    modal?: boolean;
    busy?: boolean;
    /** Kind of input of a `field`: text, email, search, tel, url, number. */
    type?: string;
    /** A field of one paragraph that may take several lines. */
    wraps?: boolean;
    lang?: string;
    spellcheck?: boolean;
    options?: [string, string][];
    /** Radios with the same group exclude each other. */
    group?: string;
    shortcut?: string;
    /** Id of the node that this one opens or controls. */
    controls?: string;
    /** Where a link leads: "#...", https:, mailto:, tel:, or a page beside the planner. */
    href?: string;
    rows?: number;
    columns?: number;
    rowindex?: number;
    rowspan?: number;
    colspan?: number;
    sort?: "ascending" | "descending" | "none";
    /** Smallest value of a progress, number or date. */
    min?: number | string;
    max?: number | string;
    now?: number;
    /** Size of what a scroll area holds. */
    content?: [number, number];
    axis?: "x" | "y" | "both";
    /** A scroll area without a visible bar. */
    bare?: boolean;
    /** Font size, line height (px) and weight of the text. */
    size?: number;
    line?: number;
    weight?: number;
    pad?: [number, number, number, number];
    color?: string;
    align?: "left" | "center" | "right";
    /** The element shows its own text: the canvas font lacks some of its characters. */
    native?: boolean;
    placeholder?: string;
    /** Touches here go to the canvas instead of panning (a drag handle). */
    drag?: boolean;
    enterkeyhint?: string;
    inputmode?: string;
    popup?: "menu" | "dialog" | "listbox";
}

export interface Patch {
    /** New and changed nodes, whole. */
    set?: MirrorNode[];
    removed?: string[];
    /** Every node in reading order with its parent ("" at the top); absent when the structure is unchanged. */
    order?: [string, string][];
}

/** What the bridge needs of the compiled planner. */
export interface PlannerModule {
    _malloc(size: number): number;
    _free(pointer: number): void;
    /** The whole memory as it is now; a new view after the memory grew. */
    memory(): Uint8Array;
    _planner_buffer(index: number): number;
    _planner_buffer_size(index: number): number;
    [name: `_planner_${string}`]: (...values: number[]) => number;
}

/** What the compiled planner asks of the page; `host-library.js` hands these over with texts decoded. */
export interface Host {
    semantics(json: string): void;
    focus(id: string): void;
    scroll(id: string, x: number, y: number): void;
    requestFrame(milliseconds: number): void;
    title(text: string): void;
    language(code: string): void;
    example(id: string): void;
    route(hash: string, replace: number): void;
    document(json: string): void;
    download(name: string, type: string, bytes: Uint8Array): void;
    pickFiles(): void;
    showAsCodes(name: string, bytes: Uint8Array): void;
    readCodes(): void;
    storageLoad(id: string): void;
    storageSave(id: string): void;
    storageSettings(json: string): void;
    /** Facts: {reviewId, why, title}. Answered by `planner_snapshot_taken`. */
    snapshotTake(request: number, facts: string, bytes: Uint8Array): void;
    snapshotList(): void;
    snapshotLoad(key: string): void;
    snapshotErase(id: string): void;
    storageFacts(ask: number): void;
    wipe(): void;
    measureText(text: string, font: number, line: number, weight: number, width: number): number;
    broadcast(id: string): void;
    copyText(text: string): void;
    openMail(uri: string): void;
    print(title: string, html: string): void;
    lock(json: string, bytes: Uint8Array, opens: number): void;
    leaving(losesWork: number): void;
    applyUpdate(): void;
    projector(opens: number): void;
    project(scene: string): void;
    keepAwake(awake: number): void;
    fullScreen(on: number): void;
    chime(): void;
    log(level: number, text: string): void;
    now(): number;
    localOffset(time: number): number;
    random(eight: Uint8Array): void;
}

/** Answer to a request for the bytes that go into storage; see `planner_save_image`. */
export type SaveImage =
    | { decision: "write"; bytes: Uint8Array; summary: string }
    | { decision: "nothing" }
    | { decision: "unreadable" }
    | { decision: "erase" };

export type StorageState = "ok" | "memory" | "versionchange" | "blocked";

export interface StoredReview {
    id: string;
    bytes: Uint8Array;
    /** Counts the writes of this review, whoever made them. */
    revision: number;
    savedAt: number;
    /** Of the planner that wrote it; older ones leave it alone. */
    dataVersion?: number;
}

/** What a review store tells the rest of the page. */
export interface StorageListener {
    /** Called inside the transaction with what is stored now (null, "": nothing). Must not wait for anything. */
    image(id: string, stored: Uint8Array | null, summary: string): SaveImage;
    saved(id: string, status: number, message: string): void;
    /** "emptied" is no lasting state: what was stored is gone, and storage works. */
    state(state: StorageState | "emptied"): void;
    changedElsewhere(id: string): void;
    /** Another tab removed everything on purpose: nothing may be written any more. */
    wiped?(): void;
    /** The summaries of all reviews changed: JSON texts, in no particular order. */
    index(summaries: string[]): void;
}

/** An earlier version of a review. */
export interface SnapshotFacts {
    key: string;
    reviewId: string;
    /** Counts up within a review. */
    number: number;
    /** ms since 1970 UTC; 0: not known. */
    savedAt: number;
    /** import, removal, upgrade, restore or forget; "": not known. */
    why: string;
    title: string;
    /** In bytes; 0: not known. */
    size: number;
}

export interface Loaded {
    status: number;
    bytes: Uint8Array;
}

export interface Environment {
    dark: boolean;
    reducedMotion: boolean;
    forcedColors: boolean;
    touch: boolean;
    online: boolean;
}

declare global {
    // eslint-disable-next-line no-var
    var planner: { ready: Promise<void>; readonly frames: number; settled(): Promise<void> };
}
