/** The one button of the privacy sheet; everything else on it needs no script. */

const navigation = document.querySelector("nav");
if (navigation) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Afdrukken · Print";
    button.addEventListener("click", () => print());
    navigation.append(button);
}
