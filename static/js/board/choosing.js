// Several sessions chosen at once, to be moved together. What was chosen outlives new parts.

import { STEP } from "./places.js";

export class Chosen {
  constructor(board) {
    this.board = board;
    this.codes = new Set();
    this.form = board.querySelector("#board-block");
    board.addEventListener("change", (event) => {
      if (event.target.matches(".cell input[name=code]")) this.set(event.target.value, event.target.checked);
    });
    board.addEventListener("click", (event) => {
      const cell = event.shiftKey ? event.target.closest(".cell") : null;
      if (cell?.querySelector("input[name=code]") && !event.target.closest(".cell-tools")) {
        event.preventDefault();
        this.set(cell.dataset.code, !this.codes.has(cell.dataset.code));
        this.show();
      }
    });
    this.form?.addEventListener("reset", (event) => {
      event.preventDefault();
      this.codes.clear();
      this.show();
    });
    board.addEventListener("board:renewed", () => this.show());
    this.show();
  }

  set(code, isChosen) {
    if (isChosen) this.codes.add(code);
    else this.codes.delete(code);
    this.count();
  }

  show() {
    for (const box of this.board.querySelectorAll(".cell input[name=code]")) {
      box.checked = this.codes.has(box.value);
    }
    this.count();
  }

  count() {
    if (!this.form) return;
    const output = this.form.querySelector("[data-selected]");
    output.value = output.dataset.words.replace("{count}", String(this.codes.size));
    this.form.hidden = this.codes.size === 0;
  }

  isBlockOf(code) {
    return this.codes.size > 1 && this.codes.has(code);
  }

  /** All of them, as far as the one that was dragged; into its room only if it changed rooms. */
  fields(from, place, places) {
    const fields = [...this.codes].map((code) => ["code", code]);
    const room = from.column === place.column ? "=" : places.room(place);
    return [...fields, ["days", "0"], ["minutes", String((place.row - from.row) * STEP)], ["room", room]];
  }
}
