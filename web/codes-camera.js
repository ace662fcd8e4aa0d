/** The camera of this device, and what codes it sees. The pictures stay here: none is kept or sent. */

import decodeQR from "qr/decode.js";

/** @typedef {{ detect(image: CanvasImageSource): Promise<{ rawValue: string }[]> }} Detector */

/** Larger pictures take longer and show no more of a code. */
const LARGEST_SIDE = 1080;

export class NoCamera extends Error {
    /** @param {"noCamera" | "refused" | "inUse" | "insecure"} reason */
    constructor(reason) {
        super(reason);
        this.reason = reason;
    }
}

/** @param {unknown} error */
function reasonOf(error) {
    const name = error instanceof Error || error instanceof DOMException ? error.name : "";
    if (name === "NotAllowedError" || name === "SecurityError") return "refused";
    return name === "NotFoundError" || name === "OverconstrainedError" ? "noCamera" : "inUse";
}

/** @returns {Promise<MediaStream>} @throws {NoCamera} */
export async function openCamera() {
    // Browsers hide cameras from pages that came over plain http.
    if (!navigator.mediaDevices) throw new NoCamera(globalThis.isSecureContext === false ? "insecure" : "noCamera");
    const video = { facingMode: { ideal: "environment" }, width: { ideal: 1920 }, height: { ideal: 1080 } };
    try {
        return await navigator.mediaDevices.getUserMedia({ video, audio: false });
    } catch (error) {
        throw new NoCamera(reasonOf(error));
    }
}

/** @returns {Promise<Detector | null>} the browser's own, where it has one that knows these codes */
async function ownDetector() {
    const { BarcodeDetector } = /** @type {any} */ (globalThis);
    try {
        const formats = await BarcodeDetector?.getSupportedFormats();
        return formats?.includes("qr_code") ? new BarcodeDetector({ formats: ["qr_code"] }) : null;
    } catch {
        return null;
    }
}

/** Reads the square in the middle of what the camera sees, which is what the person sees of it. */
export class CodeReader {
    #canvas = document.createElement("canvas");
    /** @type {Promise<Detector | null>} */
    #detector = ownDetector();

    /** @param {HTMLVideoElement} video @returns {Promise<string[]>} the texts of the codes in it */
    async read(video) {
        const image = this.#look(video);
        if (!image) return [];
        const found = await this.#ask(await this.#detector);
        return found.length > 0 ? found : readImage(image);
    }

    /** @param {Detector | null} detector */
    async #ask(detector) {
        try {
            return ((await detector?.detect(this.#canvas)) ?? []).map(({ rawValue }) => rawValue);
        } catch {
            this.#detector = Promise.resolve(null); // it says that it can, and cannot
            return [];
        }
    }

    /** @param {HTMLVideoElement} video */
    #look(video) {
        const side = Math.min(video.videoWidth, video.videoHeight);
        const context = this.#canvas.getContext("2d", { willReadFrequently: true });
        if (side === 0 || !context) return null;
        const size = Math.min(side, LARGEST_SIDE);
        if (this.#canvas.width !== size) this.#canvas.width = this.#canvas.height = size;
        context.drawImage(video, (video.videoWidth - side) / 2, (video.videoHeight - side) / 2, side, side, 0, 0, size, size);
        return context.getImageData(0, 0, size, size);
    }
}

/** @param {{ width: number, height: number, data: Uint8ClampedArray }} image @returns {string[]} */
export function readImage(image) {
    try {
        return [decodeQR(image, { effort: 8, timeLimit: 60 })];
    } catch {
        return []; // no code, or none that can be read
    }
}
