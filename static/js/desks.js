// The desks: choosing all lines of a page, and saving a text from the keyboard.

const boxes = () => [...document.querySelectorAll("[name=chosen]")];
const count = document.querySelector("[data-chosen-count]");
const all = document.querySelector("[data-choose-all]");

function tell() {
  const chosen = boxes().filter((box) => box.checked).length;
  count.textContent = chosen ? count.dataset.words.replace("{count}", chosen) : "";
}

if (all) {
  all.hidden = boxes().length === 0;
  all.addEventListener("click", () => {
    const missing = boxes().some((box) => !box.checked);
    for (const box of boxes()) box.checked = missing;
    tell();
  });
  document.addEventListener("change", (event) => {
    if (event.target.name === "chosen") tell();
  });
}

const text = document.querySelector("[data-shortcut]:not([readonly])");

if (text) {
  document.querySelector("[data-shortcut-hint]").hidden = false;
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      text.form.requestSubmit(text.form.querySelector("[value=approve]"));
    }
  });
}
