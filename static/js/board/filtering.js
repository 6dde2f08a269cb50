// Makes sessions stand out while one types; the address keeps what was asked.

const WAIT = 120; // milliseconds

export function filtering(board) {
  const form = board.querySelector(".board-filters");
  let timer = 0;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(apply, WAIT);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    apply();
  });

  function apply() {
    const asked = Object.fromEntries(new FormData(form));
    for (const cell of board.querySelectorAll(".cell")) {
      cell.classList.toggle("is-dim", !fits(cell, asked));
    }
    const query = new URLSearchParams(location.search);
    for (const name of ["q", "track", "only"]) {
      if (asked[name]) query.set(name, asked[name]);
      else query.delete(name);
    }
    history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
    // The links to other days and zooms take it along.
    for (const link of board.querySelectorAll(".board-switches a")) {
      const own = new URLSearchParams(link.search);
      for (const name of ["q", "track", "only"]) own.delete(name);
      for (const name of ["q", "track", "only"]) if (asked[name]) own.set(name, asked[name]);
      link.search = own;
    }
  }
}

function fits(cell, { q, track, only }) {
  if (track && cell.dataset.track !== track) return false;
  if (only && !cell.querySelector(".trouble")) return false;
  const text = folded(cell.textContent);
  return folded(q).split(/\s+/).every((word) => text.includes(word));
}

/** Without case and accents, as the server's own search reads it. */
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("’", "'");
