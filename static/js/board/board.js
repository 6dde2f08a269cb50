// The organizers' board: the page works without it; this adds hands, keys and live changes.

import { Carrying } from "./carrying.js";
import { Chosen } from "./choosing.js";
import { filtering } from "./filtering.js";
import { keying } from "./keying.js";
import { pointing } from "./pointing.js";
import { Saving } from "./saving.js";
import { watching } from "./watching.js";

const board = document.querySelector("#board");
board.dataset.scripted = "";

const saving = new Saving(board);
const carrying = new Carrying(board, saving, new Chosen(board));
filtering(board);
watching(board, saving, carrying);
if (board.dataset.editable === "yes") {
  pointing(board, carrying);
  keying(board, carrying);
  undoing();
}
spread();
board.addEventListener("board:renewed", spread);

/** Tells the style sheet how many rooms there are, for none to be too narrow. */
function spread() {
  const rooms = board.querySelectorAll(".grid thead th").length - 1;
  board.style.setProperty("--rooms", rooms);
  for (const grip of board.querySelectorAll("a.grip")) grip.setAttribute("role", "button");
}

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y, on Macs with their own key, outside of fields. */
function undoing() {
  document.addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    const isField = event.target.closest?.("input:not([type=checkbox]), textarea, select");
    if (!(event.ctrlKey || event.metaKey) || isField || !["z", "y"].includes(key)) return;
    event.preventDefault();
    const name = key === "y" || event.shiftKey ? "redo" : "undo";
    board.querySelector(`[data-${name}] button:enabled`)?.click();
  });
}
