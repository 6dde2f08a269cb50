// Counts down the characters that a text may still have, once it comes near its limit; asks
// before a page with unsaved changes is left.

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
