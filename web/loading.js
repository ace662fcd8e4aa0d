/** What stands on the page until the planner draws: progress, or why it can not start. */

import { WASM_BYTES } from "./assets.js";

const section = document.getElementById("loading");
const bar = document.querySelector("#loading progress");
const sentence = document.getElementById("loading-text");

/** @param {number} bytes of the compiled planner that came in */
export function showProgress(bytes) {
    if (bar instanceof HTMLProgressElement && WASM_BYTES > 0) bar.value = Math.min(1, bytes / WASM_BYTES);
}

/** To be called when the planner drew its first frame. */
export function removeLoading() {
    section?.remove();
}

export const NO_WEBASSEMBLY =
    "Deze browser is te oud voor de planner: hij kent geen WebAssembly. Gebruik een nieuwe versie van Firefox, Chrome, Edge of Safari.";

export const NO_GRAPHICS =
    "De planner kan hier niet tekenen, omdat WebGL 2 in deze browser ontbreekt of uitstaat. Zet hardwareversnelling aan in de instellingen van de browser, of gebruik een nieuwe versie van Firefox, Chrome, Edge of Safari.";

export const NO_START =
    "De planner kon niet starten. Laad de pagina opnieuw. Helpt dat niet, probeer dan een andere browser. Wat je eerder hebt ingevuld, blijft op deze computer staan.";

/** A reason not to start, as a sentence for people. */
export class Obstacle extends Error {}

/** @param {string} text */
export function showObstacle(text) {
    bar?.remove();
    if (!sentence || !section) return;
    sentence.setAttribute("role", "alert");
    sentence.textContent = text;
    section.dataset.state = "stopped";
}
