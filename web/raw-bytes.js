/** What is stored as bytes to download, whatever it is. */

/** What is stored, with nothing read into it. @param {any} record @returns {Uint8Array} */
export function rawBytes(record) {
    for (const value of [record?.bytes, record]) {
        if (value instanceof Uint8Array) return value;
        if (value instanceof ArrayBuffer) return new Uint8Array(value);
        if (typeof value === "string") return new TextEncoder().encode(value);
    }
    return new TextEncoder().encode(inWords(record));
}

/** @param {unknown} value */
function inWords(value) {
    try {
        return JSON.stringify(value) ?? String(value);
    } catch {
        return String(value);
    }
}
