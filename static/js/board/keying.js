// Keys: arrows go from session to session; a session that is picked up, they move. One session
// at a time is in the tab order, so that the board is one stop on the way through the page.

import { fill } from "./carrying.js";
import { Places, titleOf } from "./places.js";

const HALF_HOUR = 6; // rows

export function keying(board, carrying) {
  board.addEventListener("keydown", (event) => {
    const grip = event.target.closest?.(".grip");
    if (!grip || event.ctrlKey || event.metaKey || event.altKey) return;
    const done = carrying.active ? carry(event) : rest(event, grip);
    if (done) event.preventDefault();
  });
  board.addEventListener("focusin", (event) => {
    const grip = event.target.closest?.(".grip");
    if (grip) oneStop(board, grip);
  });
  board.addEventListener("focusout", (event) => {
    const isKeyed = carrying.active && !document.body.classList.contains("is-dragging");
    if (isKeyed && event.target.closest(".grip") && document.hasFocus()) carrying.cancel();
  });
  board.addEventListener("board:renewed", () => oneStop(board));
  oneStop(board);

  function rest(event, grip) {
    if (event.key === " " || event.key === "Enter") return pickUp(grip.closest(".cell"));
    const next = neighbour(board, grip, event.key);
    next?.focus();
    return next !== undefined;
  }

  function pickUp(cell) {
    if (!carrying.start(cell)) return true;
    carrying.over(carrying.place);
    carrying.ghost.scrollIntoView({ block: "nearest", inline: "nearest" });
    carrying.say(fill(board.dataset.wordsPickedUp, { title: titleOf(cell) }));
    return true;
  }

  function carry(event) {
    if (event.key === "Escape") carrying.cancel();
    else if (event.key === "Enter" || event.key === " ") carrying.drop();
    else if (event.key === "Delete") show(null);
    else return moved(event);
    return true;
  }

  function moved(event) {
    const { place, places } = carrying;
    const change = (event.shiftKey ? LENGTHS : MOVES)[event.key];
    if (!change) return event.key !== "Tab";
    show(places.within(change(place ?? carrying.firstInSight(), places)));
    return true;
  }

  function show(place) {
    carrying.over(place);
    carrying.ghost.scrollIntoView?.({ block: "nearest", inline: "nearest" });
    carrying.describe();
  }
}

const MOVES = {
  ArrowUp: (place) => ({ ...place, row: place.row - 1 }),
  ArrowDown: (place) => ({ ...place, row: place.row + 1 }),
  ArrowLeft: (place) => ({ ...place, column: place.column - 1 }),
  ArrowRight: (place) => ({ ...place, column: place.column + 1 }),
  PageUp: (place) => ({ ...place, row: place.row - HALF_HOUR }),
  PageDown: (place) => ({ ...place, row: place.row + HALF_HOUR }),
  Home: (place) => ({ ...place, column: 0 }),
  End: (place, places) => ({ ...place, column: places.heads.length - 1 }),
};

const LENGTHS = {
  ArrowUp: (place) => ({ ...place, rows: Math.max(1, place.rows - 1) }),
  ArrowDown: (place, places) => ({ ...place, rows: Math.min(place.rows + 1, places.rows.length - place.row) }),
};

/** Leaves one session in the tab order: this one, or the first. */
function oneStop(board, grip) {
  const grips = [...board.querySelectorAll("a.grip")];
  const active = document.activeElement?.closest?.("a.grip");
  const stop = grip ?? (grips.includes(active) ? active : grips[0]);
  for (const each of grips) each.tabIndex = each === stop ? 0 : -1;
}

/** The session that an arrow key leads to from this one; undefined for other keys. */
function neighbour(board, grip, key) {
  const cell = grip.closest(".cell");
  if (cell.closest("[data-part=tray]")) return inList(cell, key);
  const places = new Places(board);
  const here = places.of(cell);
  const others = [...places.body.querySelectorAll(".cell")]
    .filter((each) => each !== cell && each.querySelector("a.grip"))
    .map((each) => ({ each, place: places.of(each) }))
    .filter(({ place }) => DIRECTIONS[key]?.(here, place));
  const distance = ({ place }) =>
    Math.abs(place.column - here.column) * 1000 + Math.abs(place.row - here.row);
  const nearest = others.sort((one, other) => distance(one) - distance(other))[0];
  return key in DIRECTIONS ? (nearest?.each.querySelector(".grip") ?? grip) : undefined;
}

const DIRECTIONS = {
  ArrowUp: (here, there) => there.column === here.column && there.row < here.row,
  ArrowDown: (here, there) => there.column === here.column && there.row > here.row,
  ArrowLeft: (here, there) => there.column < here.column,
  ArrowRight: (here, there) => there.column > here.column,
};

function inList(cell, key) {
  const item = cell.closest("li");
  const next = { ArrowUp: item.previousElementSibling, ArrowDown: item.nextElementSibling }[key];
  return next?.querySelector(".grip");
}
