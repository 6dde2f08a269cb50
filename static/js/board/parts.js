// Exchanges the parts of the board that the server has made anew, and disturbs nothing else:
// scrolling, focus and what was chosen stay.

export function exchange(board, html, { except = [] } = {}) {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const parts = [...fresh.querySelectorAll("[data-part]")];
  if (!parts.length) return false;
  const focus = focused(board);
  const scrolled = board.querySelector(".grid-frame");
  const { scrollTop, scrollLeft } = scrolled;
  for (const part of parts.filter((each) => !except.includes(each.dataset.part))) {
    const old = board.querySelector(`[data-part="${part.dataset.part}"]`);
    if (!old) continue;
    // The element stays, so that live regions are heard; only what is in it is new.
    for (const { name, value } of part.attributes) old.setAttribute(name, value);
    old.replaceChildren(...part.childNodes);
  }
  board.querySelector(".grid-frame").scrollTo({ top: scrollTop, left: scrollLeft, behavior: "instant" });
  board.dispatchEvent(new CustomEvent("board:renewed"));
  refocus(board, focus);
  return true;
}

/** Which control of which session has the focus. */
function focused(board) {
  const active = document.activeElement;
  const cell = active?.closest?.(".cell");
  if (!cell || !board.contains(cell)) return null;
  const selector = active.matches("input") ? "input" : active.matches(".grip") ? ".grip" : "a";
  return { code: cell.dataset.code, selector };
}

function refocus(board, focus) {
  if (!focus) return;
  cellOf(board, focus.code)?.querySelector(focus.selector)?.focus({ preventScroll: true });
}

export const cellOf = (board, code) => board.querySelector(`.cell[data-code="${CSS.escape(code)}"]`);
