/** When the planner itself has stopped: a plain page that says so, and leads to the one that gets people's work out of the browser. */

let shown = false;

/** @param {unknown} error */
export function showCrash(error) {
    console.error(error);
    if (shown) return;
    shown = true;
    const page = document.createElement("main");
    page.className = "crash";
    page.append(
        element("h1", "De planner is gestopt"),
        element(
            "p",
            "Er ging iets mis in het programma. Wat is opgeslagen, staat nog in deze browser. Laad de pagina opnieuw om verder te gaan. Je kunt eerst je bestanden bewaren.",
        ),
        buttons(),
    );
    document.body.replaceChildren(page);
    document.title = "De planner is gestopt";
    page.querySelector("button")?.focus();
}

function buttons() {
    const row = element("p", "");
    const reload = element("button", "Opnieuw laden");
    reload.addEventListener("click", () => location.reload());
    const rescue = element("a", "Bestanden redden");
    rescue.setAttribute("href", "recovery.html");
    row.append(reload, rescue);
    return row;
}

/**
 * @param {string} tag
 * @param {string} text
 */
function element(tag, text) {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
}
