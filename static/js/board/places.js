// Where things are on the board: rows of five minutes, columns of rooms.
//
// A place is { column, row, rows }: the room's number from the left, the row from the top, and
// how many rows long. Times are never computed here: each row knows its own, as the server says
// it, so that nights with a clock change are right too.

export const STEP = 5;

export class Places {
  constructor(board) {
    this.day = board.querySelector("[data-part=day]");
    this.frame = this.day.querySelector(".grid-frame");
    this.body = this.day.querySelector("tbody");
    this.rows = [...this.body.rows];
    this.heads = [...this.day.querySelectorAll("thead th")].slice(1);
    this.rooms = this.day.dataset.rooms.split(",").slice(0, -1);
    this.rowAt = new Map(this.rows.map((row, number) => [row.dataset.at, number]));
  }

  get rowHeight() {
    return this.body.getBoundingClientRect().height / this.rows.length;
  }

  /** The place of a session on this day, or null where it is not on it. */
  of(cell) {
    const row = this.rowAt.get(roundedDown(cell.dataset.at ?? ""));
    if (row === undefined) return null;
    const column = this.rooms.indexOf(cell.dataset.room);
    return { column, row, rows: Math.max(1, Math.ceil(cell.dataset.minutes / STEP)) };
  }

  /** The place under a point of the window, its length kept within the day. */
  at(x, y, rows) {
    const top = this.body.getBoundingClientRect().top;
    return this.within({ column: this.columnAt(x), row: Math.round((y - top) / this.rowHeight), rows });
  }

  columnAt(x) {
    const right = (head) => head.getBoundingClientRect().right;
    const found = this.heads.findIndex((head) => x < right(head));
    return found < 0 ? this.heads.length - 1 : found;
  }

  /** The row boundary under a point, for the lower edge of a session that begins at `row`. */
  lengthTo(y, row) {
    const top = this.body.getBoundingClientRect().top;
    return Math.max(1, Math.round((y - top) / this.rowHeight) - row);
  }

  within({ column, row, rows }) {
    const last = this.rows.length;
    const kept = Math.min(rows, last);
    return {
      column: clamp(column, 0, this.heads.length - 1),
      row: clamp(row, 0, last - Math.min(kept, last)),
      rows: kept,
    };
  }

  /** Where a place lies in the frame's content, in pixels. */
  box({ column, row, rows }) {
    const head = this.heads[column] ?? this.heads[0];
    const all = column < 0;
    const width = all ? this.heads.reduce((sum, each) => sum + each.offsetWidth, 0) : head.offsetWidth;
    return {
      left: head.offsetLeft,
      top: this.body.offsetTop + row * this.rowHeight,
      width,
      height: rows * this.rowHeight,
    };
  }

  /** Whether a point of the window is on the board, or no further from it than `slack` pixels. */
  covers(x, y, slack) {
    const { left, right, top, bottom } = this.frame.getBoundingClientRect();
    return x >= left - slack && x <= right + slack && y >= top - slack && y <= bottom + slack;
  }

  /** The programme day: where a night runs on, the rows after it ends are the next day's. */
  dayOf({ row }) {
    return this.rows[row].dataset.day;
  }

  time({ row }) {
    return this.rows[row].dataset.at;
  }

  said({ row }) {
    return this.rows[row].dataset.said;
  }

  room({ column }) {
    return this.rooms[column] ?? "";
  }

  roomName({ column }) {
    return this.heads[column]?.textContent.trim() ?? "";
  }

  /** The titles of sessions that take any of this place, other than those left out. */
  takenBy(place, leftOut) {
    return [...this.body.querySelectorAll(".cell")]
      .filter((cell) => !leftOut.has(cell.dataset.code) && this.overlaps(this.of(cell), place))
      .map(titleOf);
  }

  overlaps(one, other) {
    return (
      one !== null &&
      one.column === other.column &&
      one.row < other.row + other.rows &&
      other.row < one.row + one.rows
    );
  }
}

export const titleOf = (cell) => cell.querySelector(".grip").textContent.trim();

export const samePlace = (one, other) =>
  one !== null && one.column === other.column && one.row === other.row && one.rows === other.rows;

const clamp = (value, least, most) => Math.max(least, Math.min(most, value));

/** A time that lies within a row of five minutes belongs to it. */
function roundedDown(time) {
  const [hours, minutes] = time.split(":");
  return minutes ? `${hours}:${String(minutes - (minutes % STEP)).padStart(2, "0")}` : "";
}
