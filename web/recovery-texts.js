/** The words of the page that lists what is stored. They come with it: the planner's own texts may be what does not load. */

const nl = {
    title: "Wat de planner in deze browser bewaart",
    intro: "Werkt de planner niet meer? Hier haal je je werk als bestand uit deze browser. Een bestand van een peer review open je later weer in de planner. Deze pagina verandert niets en verwijdert niets.",
    looking: "Bezig met kijken wat er is opgeslagen",
    nothing: "Er is in deze browser niets opgeslagen.",
    failed: "De opslag van deze browser geeft geen antwoord. Sluit de andere tabbladen van de planner en probeer het opnieuw. Helpt dat niet, sluit dan de browser en open deze pagina weer.",
    impossible: "Deze browser kan niets bewaren. Misschien staat een privévenster of een instelling dat niet toe.",
    again: "Opnieuw kijken",
    all: "Alles downloaden",
    download: "Download",
    /** @param {number} count */
    found: (count) => (count === 1 ? "Er is 1 bestand opgeslagen." : `Er zijn ${count} bestanden opgeslagen.`),
    /** @param {number} done @param {number} all */
    downloading: (done, all) => `Bezig met downloaden: ${done} van ${all}`,
    /** @param {number} count */
    downloaded: (count) => `Gedownload: ${count}. Kijk in je map met downloads. Vraagt de browser of deze pagina meer bestanden mag downloaden? Kies dan ja.`,
    /** @param {number} count */
    missed: (count) => `Niet gelukt: ${count}. De browser geeft die bestanden niet.`,
    reviews: "Peer reviews",
    rescue: "Apart gezet: niet te lezen, wel bewaard",
    earlier: "Eerdere versies, bewaard voordat er veel veranderde",
    damaged: "Beschadigd",
    settings: "Instellingen",
    other: "Overig",
    untitled: "Zonder titel",
    damagedNote: "De planner kan dit niet lezen. De tekst is wel te downloaden.",
    lostNote: "De browser geeft dit bestand niet. Probeer het later nog eens.",
    size: "Grootte",
    changed: "Laatst opgeslagen",
    unknown: "onbekend",
    planner: "Naar de planner",
    privacy: "Privacy en beheer",
};

/** @type {typeof nl} */
const en = {
    title: "What the planner keeps in this browser",
    intro: "Has the planner stopped working? Here you get your work out of this browser as files. You can open the file of a peer review in the planner again later. This page changes nothing and removes nothing.",
    looking: "Looking at what is stored",
    nothing: "Nothing is stored in this browser.",
    failed: "The storage of this browser does not answer. Close the other tabs of the planner and try again. If that does not help, close the browser and open this page again.",
    impossible: "This browser cannot keep anything. Perhaps a private window or a setting does not allow it.",
    again: "Look again",
    all: "Download everything",
    download: "Download",
    found: (count) => (count === 1 ? "1 file is stored." : `${count} files are stored.`),
    downloading: (done, all) => `Downloading: ${done} of ${all}`,
    downloaded: (count) => `Downloaded: ${count}. Look in your downloads folder. Does the browser ask whether this page may download more files? Then choose yes.`,
    missed: (count) => `Failed: ${count}. The browser does not give those files.`,
    reviews: "Peer reviews",
    rescue: "Set aside: cannot be read, but kept",
    earlier: "Earlier versions, kept before much changed",
    damaged: "Damaged",
    settings: "Settings",
    other: "Other",
    untitled: "Untitled",
    damagedNote: "The planner cannot read this. Its text can be downloaded.",
    lostNote: "The browser does not give this file. Try again later.",
    size: "Size",
    changed: "Last saved",
    unknown: "unknown",
    planner: "To the planner",
    privacy: "Privacy and administration",
};

const languages = { nl, en };

/**
 * @param {readonly string[]} wanted languages of the browser, the one it prefers first
 * @returns {{code: "nl" | "en", words: typeof nl}}
 */
export function wordsFor(wanted) {
    const code = wanted.map((language) => language.slice(0, 2).toLowerCase()).find((language) => language in languages) === "en" ? "en" : "nl";
    return { code, words: languages[code] };
}
