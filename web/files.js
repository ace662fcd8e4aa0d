/** Files in (picked, or dropped anywhere) and out. */

/** Larger files are not read at all: no review comes near it. */
export const LARGEST_FILE = 64 * 1024 * 1024;

/** From so many bytes in one go on, people see that their files are being opened. */
const LARGE = 1024 * 1024;

/** Reasons of `planner_file_refused`. */
export const Refused = Object.freeze({ tooLarge: 0, unreadable: 1 });

/** How long the browser gets to start a download before its bytes are let go, in ms. */
const DOWNLOAD_TIME = 60_000;

/**
 * @typedef {object} FileListener
 * @property {(name: string, bytes: Uint8Array) => void} file
 * @property {(name: string, reason: number) => void} refused
 * @property {(name: string, progress: number) => Promise<void>} opening a file of a large lot comes next, 0 to 1 of all bytes are
 *   done; kept when people can see it. Without a name: nothing is being opened any more
 * @property {() => void} done after the last file of one go
 * @property {(over: boolean) => void} dragging files are held over the page
 */

export class Files {
    #listener;
    #input;
    #reading = 0;
    #over = 0;

    /** @param {FileListener} listener */
    constructor(listener) {
        this.#listener = listener;
        this.#input = document.createElement("input");
        this.#input.type = "file";
        this.#input.multiple = true;
        this.#input.accept = ".json,application/json,.eml,message/rfc822,.msg,.dat,.txt,text/plain,.zip,.docx";
        this.#input.hidden = true;
        this.#input.addEventListener("change", () => {
            const files = [...(this.#input.files ?? [])];
            this.#input.value = ""; // the same file can be chosen again
            void this.take(files);
        });
        document.body.append(this.#input);
        this.#acceptDrops();
    }

    get busy() {
        return this.#reading > 0;
    }

    pick() {
        this.#input.click();
    }

    /** @param {File[] | Promise<File[]>} given */
    async take(given) {
        this.#reading += 1;
        try {
            const files = await given;
            if (files.length === 0) return;
            await this.#readAll(files);
            this.#listener.done();
        } finally {
            this.#reading -= 1;
        }
    }

    /** @param {File[]} files */
    async #readAll(files) {
        const total = files.reduce((sum, { size }) => sum + size, 0);
        let done = 0;
        for (const file of files) {
            if (total >= LARGE) await this.#listener.opening(file.name, done / total);
            await this.#read(file);
            done += file.size;
        }
        if (total >= LARGE) void this.#listener.opening("", 1);
    }

    /** @param {File} file */
    async #read(file) {
        if (file.size > LARGEST_FILE) {
            this.#listener.refused(file.name, Refused.tooLarge);
            return;
        }
        let bytes;
        try {
            bytes = new Uint8Array(await file.arrayBuffer());
        } catch {
            this.#listener.refused(file.name, Refused.unreadable); // moved away, or a folder
            return;
        }
        this.#listener.file(file.name, bytes);
    }

    #acceptDrops() {
        addEventListener("dragenter", (event) => {
            if (!holdsFiles(event)) return;
            event.preventDefault();
            this.#over += 1;
            if (this.#over === 1) this.#listener.dragging(true);
        });
        addEventListener("dragover", (event) => {
            if (!holdsFiles(event)) return;
            event.preventDefault();
            if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
        });
        addEventListener("dragleave", (event) => {
            if (!holdsFiles(event) || this.#over === 0) return;
            this.#over -= 1;
            if (this.#over === 0) this.#listener.dragging(false);
        });
        addEventListener("drop", (event) => {
            if (!holdsFiles(event)) return;
            event.preventDefault();
            this.#over = 0;
            this.#listener.dragging(false);
            if (event.dataTransfer) void this.take(droppedFiles(event.dataTransfer));
        });
    }
}

/** What a review may be in; a folder holds other things too. */
const READABLE = /\.(json|eml|msg|txt)$/i;

/**
 * What was dropped, and what is in dropped folders. Asks for all of it before it waits: after the event nothing is there.
 *
 * @param {DataTransfer} transfer
 * @returns {Promise<File[]>}
 */
export async function droppedFiles(transfer) {
    const files = [...transfer.files];
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
    if (!entries.some((entry) => entry?.isDirectory)) return files;
    try {
        return (await Promise.all(entries.map((entry) => (entry ? filesIn(entry) : [])))).flat();
    } catch {
        return files; // moved away meanwhile
    }
}

/** @param {FileSystemEntry} entry @returns {Promise<File[]>} */
async function filesIn(entry) {
    if (entry.isFile) return [await new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject))];
    const reader = /** @type {FileSystemDirectoryEntry} */ (entry).createReader();
    const found = [];
    for (;;) {
        /** @type {FileSystemEntry[]} */
        const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
        if (some.length === 0) return found;
        for (const each of some) if (each.isDirectory || READABLE.test(each.name)) found.push(...(await filesIn(each)));
    }
}

/** @param {DragEvent} event */
function holdsFiles(event) {
    return event.dataTransfer?.types.includes("Files") ?? false;
}

/**
 * @param {string} name
 * @param {string} type
 * @param {Uint8Array} bytes
 */
export function download(name, type, bytes) {
    const address = URL.createObjectURL(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)], { type }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), DOWNLOAD_TIME);
}

/** @param {string} text */
export async function copyText(text) {
    try {
        await navigator.clipboard.writeText(text);
    } catch {
        copyBySelection(text); // no clipboard on plain http
    }
}

/** @param {string} text */
function copyBySelection(text) {
    const before = document.activeElement;
    const area = document.createElement("textarea");
    area.className = "offscreen";
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
}

/** Hands a link to the mail program of this device; the page itself stays. @param {string} uri that starts with mailto: */
export function openMail(uri) {
    if (!uri.startsWith("mailto:")) return;
    const link = document.createElement("a");
    link.href = uri;
    link.click();
}
