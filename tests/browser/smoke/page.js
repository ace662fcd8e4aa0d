// What the planner's page uses of a browser, in a few lines: WebGL 2, IndexedDB, files in and out.
const byId = (id) => document.getElementById(id);
const state = byId("state");
const files = [];

document.querySelector(".far").setAttribute("role", "none");
document.querySelector(".far").attributeStyleMap?.set("height", "3000px");
if (!document.querySelector(".far").offsetHeight) document.querySelector(".far").style.height = "3000px";

const graphics = byId("canvas").getContext("webgl2");
graphics?.clearColor(0, 0.4, 0.4, 1);
graphics?.clear(graphics.COLOR_BUFFER_BIT);

const opened = new Promise((resolve, reject) => {
    const request = indexedDB.open("smoke", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("texts");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
});

async function save() {
    const transaction = (await opened).transaction("texts", "readwrite");
    transaction.objectStore("texts").put(byId("note").value, "note");
    transaction.oncomplete = () => (state.textContent = "Opgeslagen");
}

async function load() {
    const request = (await opened).transaction("texts").objectStore("texts").get("note");
    request.onsuccess = () => {
        byId("note").value = request.result ?? "";
        document.documentElement.dataset.ready = "yes";
    };
}

async function take(list) {
    for (const file of list) files.push(`${file.name}: ${await file.text()}`);
    state.textContent = files.join(", ");
}

function choose() {
    const input = Object.assign(document.createElement("input"), { type: "file", multiple: true });
    input.onchange = () => take(input.files);
    input.click();
}

function download() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([byId("note").value], { type: "application/json" }));
    link.download = "rook proef é.json";
    link.click();
}

byId("save").onclick = save;
byId("open").onclick = choose;
byId("download").onclick = download;
byId("bottom").onclick = (event) => (state.textContent = `Ver weg ${event.isTrusted}`);
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
    event.preventDefault();
    take(event.dataTransfer.files);
});
addEventListener("keydown", (event) => event.key === "Z" && event.ctrlKey && event.shiftKey && (state.textContent = "Opnieuw"));
load();
