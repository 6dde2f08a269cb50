// Counts down the characters that a text may still have, once it comes near its limit; asks
// before a page with unsaved changes is left; proposes the other language's wording for a known one.

for (const field of document.querySelectorAll("[data-most]")) {
  const most = Number(field.dataset.most);
  const told = document.createElement("p");
  told.className = "count";
  told.hidden = true;
  field.after(told);
  field.addEventListener("input", () => {
    const left = most - [...field.value].length;
    told.hidden = left > most / 10;
    told.textContent = String(left);
    told.classList.toggle("is-over", left < 0);
  });
}

let isChanged = document.querySelector(".sheet .clashes, .sheet .warning") !== null;
for (const sheet of document.querySelectorAll(".sheet")) {
  sheet.addEventListener("input", () => { isChanged = true; });
  sheet.addEventListener("submit", () => { isChanged = false; });
}
addEventListener("beforeunload", (event) => {
  if (isChanged) event.preventDefault();
});

for (const text of document.querySelectorAll("[data-proposed]")) {
  const inputs = [...text.querySelectorAll("input[list]")];
  for (const input of inputs) {
    input.addEventListener("change", () => {
      const other = inputs.find((each) => each !== input);
      const known = [...input.list.options].find((each) => each.value === input.value);
      if (!known || other.value) return;
      other.value = known.dataset.other;
      const told = document.createElement("p");
      told.className = "hint";
      told.setAttribute("role", "status");
      told.textContent = text.dataset.proposed;
      other.after(told);
      other.addEventListener("input", () => told.remove(), { once: true });
    });
  }
}
