// The search for people in a form: Enter goes to the first one found instead of saving, the arrow
// keys walk through what was found, and adding somebody leads back to the search.

const SEARCH = "person-search";

document.addEventListener("keydown", (event) => {
  const found = [...document.querySelectorAll("#found .found-person")];
  const here = found.indexOf(event.target);
  if (event.target.id === SEARCH && event.key === "Enter") {
    event.preventDefault();
    found[0]?.focus();
  } else if (event.target.id === SEARCH && event.key === "ArrowDown") {
    event.preventDefault();
    found[0]?.focus();
  } else if (here >= 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    const next = found[here + (event.key === "ArrowDown" ? 1 : -1)];
    (next ?? document.getElementById(SEARCH)).focus();
  }
});

document.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id !== "people") return;
  const search = document.getElementById(SEARCH);
  search.value = "";
  search.focus();
});
