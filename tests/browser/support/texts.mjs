// Texts as teams write them: diacritics, quotation marks, emoji, empty lines, and one as long as a page.

const sentences = [
    "Wij merken dat eerstejaars na de hérfst­vakantie minder vaak komen.",
    "De coördinator vroeg: “Waaróm haken zij af – en wanneer?”",
    "Collega’s uit Curaçao, Łódź en Århus deden naïeve, maar rake suggesties 😀.",
    "Één ding weten we zeker: het vóórtraject telt mee… 👩‍🏫🎓",
    "Op de stage­plek hoort een student iets anders dan in de les; dat schuurt.",
    "Œuvre, façade, gêne, Zoë, reünie, IJsselstein, ’s-Hertogenbosch, €\u00a012,50.",
    "Kosten: ½ fte × 3 weken ≈ 60 uur (± 10 %).",
];

/** A few lines of text that no other name gets. @param {string} name */
export const longText = (name) =>
    `${name}: ${sentences[0]} ${sentences[1]}\n\n– ${sentences[2]}\n– ${sentences[3]}\n${sentences[4]} ${sentences[5]}\n${sentences[6]}`;

/** One line. @param {string} name */
export const shortText = (name) => `${name} · Zoë’s “coördinatie” 🎓 naïef`;

/** Exactly `length` characters. @param {string} name @param {number} length */
export function textOfLength(name, length) {
    let text = longText(name);
    for (let part = 1; text.length < length; ++part) text += `\n\nAlinea ${part}. ${sentences.join(" ")}`;
    // Cutting an emoji in two gives half a character, which no text may hold.
    return text.slice(0, length).replace(/[\ud800-\udbff]$/, "x");
}
