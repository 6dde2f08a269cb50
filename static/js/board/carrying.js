// A session on its way to another place, by hand or by keys: its ghost, and where it ends up.

import { cellOf } from "./parts.js";
import { Places, STEP, samePlace, titleOf } from "./places.js";

const UNSCHEDULED_MINUTES = 60;

export class Carrying {
  constructor(board, saving, chosen) {
    Object.assign(this, { board, saving, chosen });
    this.said = board.querySelector("#board-said");
    this.waiting = new Map(); // code of a session being saved -> its ghost
    this.stop();
    saving.holds = () => this.active;
    board.addEventListener("board:renewed", () => this.forgetWaiting());
  }

  get active() {
    return this.cell !== null;
  }

  /** Picks a session up; false where it cannot be just now. */
  start(cell) {
    const { code } = cell.dataset;
    if (this.active || this.waiting.has(code)) return false;
    this.places = new Places(this.board);
    this.cell = cell;
    this.from = this.places.of(cell);
    this.isInEveryRoom = this.from !== null && this.from.column < 0;
    this.place = this.from ?? this.firstInSight();
    this.ghost = this.ghostOf(cell);
    cell.classList.add("is-lifted");
    return true;
  }

  firstInSight() {
    const { frame, rowHeight } = this.places;
    const row = Math.ceil(frame.scrollTop / rowHeight / 6) * 6;
    return this.places.within({ column: 0, row, rows: this.usualRows });
  }

  /** How many rows it takes unless somebody makes it shorter or longer. */
  get usualRows() {
    const minutes = this.cell.dataset.minutes ?? UNSCHEDULED_MINUTES;
    return this.from?.rows ?? Math.max(1, Math.ceil(minutes / STEP));
  }

  ghostOf(cell) {
    const ghost = document.createElement("div");
    ghost.className = "ghost";
    ghost.append(document.createElement("div"), document.createElement("div"));
    ghost.firstChild.textContent = titleOf(cell);
    ghost.setAttribute("aria-hidden", "true");
    return ghost;
  }

  /** Shows the session there; a null place is the tray. */
  over(place) {
    // What takes place in no room, such as a break for all, keeps to that.
    this.place = place && this.isInEveryRoom ? { ...place, column: this.from.column } : place;
    this.tray?.classList.toggle("is-target", this.place === null);
    if (this.place === null) return this.ghost.remove();
    if (!this.ghost.isConnected) this.places.frame.append(this.ghost);
    this.ghost.lastChild.textContent = this.places.said(this.place);
    const box = this.places.box(this.place);
    for (const [name, pixels] of Object.entries(box)) this.ghost.style[name] = `${pixels}px`;
  }

  get tray() {
    return this.board.querySelector("[data-part=tray]");
  }

  /** Leaves the session where it is now. */
  drop() {
    const { cell, place, from, ghost, places } = this;
    if (place === null ? from === null : samePlace(from, place)) return this.cancel();
    const { code, version } = cell.dataset;
    const fields = place === null ? { day: "" } : this.fields(place, places);
    ghost.classList.add("is-waiting");
    this.waiting.set(code, ghost);
    const isBlock = place !== null && from !== null && this.chosen.isBlockOf(code);
    const path = isBlock ? "/block" : `${cell.dataset.path ?? `/${code}`}/move`;
    const sent = isBlock ? this.chosen.fields(from, place, places) : { ...fields, version };
    this.stop();
    this.say(this.board.dataset.wordsSaving);
    this.saving.post(path, sent).then((isDone) => isDone || this.putBack(code));
    this.saving.release();
  }

  fields(place, places) {
    const { minutes } = this.cell.dataset;
    const kept = minutes && this.usualRows === place.rows ? minutes : place.rows * STEP;
    const room = this.isInEveryRoom ? this.cell.dataset.room : places.room(place);
    return { day: places.dayOf(place), time: places.time(place), minutes: kept, room };
  }

  cancel() {
    const { cell, ghost } = this;
    ghost.remove();
    cell.classList.remove("is-lifted");
    this.say(fill(this.board.dataset.wordsPutBack, { title: titleOf(cell) }));
    this.stop();
    this.saving.release();
  }

  stop() {
    this.tray?.classList.remove("is-target");
    Object.assign(this, { cell: null, place: null, from: null, ghost: null, isInEveryRoom: false });
  }

  /** What the server refused is where it was. */
  putBack(code) {
    this.waiting.get(code)?.remove();
    this.waiting.delete(code);
    cellOf(this.board, code)?.classList.remove("is-lifted");
  }

  forgetWaiting() {
    for (const code of this.waiting.keys()) this.putBack(code);
  }

  say(text) {
    this.said.textContent = text;
  }

  /** `10:05 a.m., Room A, 60 minutes. Free.` */
  describe() {
    const { dataset } = this.board;
    if (this.place === null) return this.say(dataset.wordsTray);
    const taken = this.places.takenBy(this.place, new Set([this.cell.dataset.code]));
    const where = fill(dataset.wordsOver, {
      time: this.places.said(this.place),
      room: this.places.roomName(this.place) || dataset.wordsEverywhere,
      minutes: this.place.rows * STEP,
    });
    const then = taken.length ? fill(dataset.wordsTaken, { titles: taken.join(", ") }) : dataset.wordsFree;
    return this.say(`${where} ${then}`);
  }
}

export const fill = (words, values) =>
  words.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
