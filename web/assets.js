/** The files of the page. The build gives each a name with its hash, so that no cache mixes two builds. */

/** Size of the compiled planner in bytes, as the build measured it; 0 in a page that was not built. */
export const WASM_BYTES = Number(document.documentElement.dataset.wasmBytes) || 0;

/**
 * @param {string} name
 * @returns {Promise<Response>}
 */
export async function fetchAsset(name) {
    const response = await fetch(name, { credentials: "same-origin" });
    if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
    return response;
}

/**
 * The same response, telling how many bytes came in so far.
 * @param {Response} response
 * @param {(bytes: number) => void} progress
 * @returns {Response}
 */
export function withProgress(response, progress) {
    if (!response.body || typeof TransformStream === "undefined") return response;
    let received = 0;
    const counted = response.body.pipeThrough(
        new TransformStream({
            transform(chunk, controller) {
                received += chunk.byteLength;
                progress(received);
                controller.enqueue(chunk);
            },
        }),
    );
    return new Response(counted, { headers: { "Content-Type": "application/wasm" } });
}
