// Sends what was done to the server, one after the other, and shows what it answers. What is
// lost on the way can be sent again with one button.

import { exchange } from "./parts.js";

const PATIENCE = 15_000; // milliseconds

export class Saving {
  constructor(board) {
    this.board = board;
    this.last = Promise.resolve();
    this.held = null;
    this.holds = () => false; // whether an answer must wait: set by whoever carries a session
    board.addEventListener("submit", (event) => this.submitted(event));
    board.addEventListener("click", (event) => {
      if (event.target.closest("[data-dismiss]")) this.outcome.replaceChildren();
    });
  }

  get outcome() {
    return this.board.querySelector("[data-part=outcome]");
  }

  /** The address below the board's own, seen as the board is now. */
  address(path) {
    const query = new URLSearchParams(location.search);
    query.set("day", this.board.dataset.day);
    return `${this.board.dataset.base}${path}?${query}`;
  }

  /** Posts fields and shows the parts that come back; resolves to whether it was accepted. */
  post(path, fields) {
    const sent = () => this.send(path, fields);
    this.last = this.last.then(sent, sent);
    return this.last;
  }

  async send(path, fields) {
    const body = new URLSearchParams(fields);
    body.set("csrf_token", this.board.dataset.token);
    const again = () => this.post(path, fields);
    const { words } = this;
    try {
      const answer = await fetch(this.address(path), {
        method: "POST",
        body,
        signal: AbortSignal.timeout(PATIENCE),
      });
      const isShown = this.show(await answer.text());
      if (!isShown) this.tell(answer.status === 401 ? words.wordsSignedOut : words.wordsLost, again);
      return answer.ok && isShown;
    } catch {
      this.tell(words.wordsLost, again);
      return false;
    }
  }

  get words() {
    return this.board.dataset;
  }

  /** Shows an answer, at once or when nothing is being carried any more. */
  show(html, options) {
    if (!this.holds()) return exchange(this.board, html, options);
    this.held = [html, options];
    return true;
  }

  release() {
    if (!this.held) return;
    exchange(this.board, ...this.held);
    this.held = null;
  }

  /** Says something in the place of the server, with a button to try again. */
  tell(text, again) {
    const box = document.createElement("div");
    const line = document.createElement("p");
    box.className = again ? "outcome is-refused" : "outcome";
    line.textContent = text;
    box.append(line);
    if (again) {
      const button = document.createElement("button");
      button.type = "submit";
      button.textContent = this.words.wordsAgain;
      button.addEventListener("click", again);
      box.append(button);
    }
    this.outcome.replaceChildren(box);
  }

  async renew() {
    const answer = await fetch(this.address("/changes"));
    this.show(await answer.text(), { except: ["outcome", "news"] });
  }

  /** Forms on the board itself: undo, redo, and a late move that is to be made all the same. */
  submitted(event) {
    const form = event.target;
    if (form.matches("[data-move]")) {
      event.preventDefault();
      const path = new URL(form.action).pathname.slice(this.board.dataset.base.length);
      this.post(path, Object.fromEntries(new FormData(form)));
    } else if (form.closest("[data-undo]")) {
      event.preventDefault();
      this.last = this.last.then(() => this.turn(form));
    }
  }

  async turn(form) {
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(form.action, { method: "POST", body });
      const text = await answer.text();
      const isPlain = answer.headers.get("Content-Type")?.startsWith("text/plain");
      this.tell(isPlain ? text : "");
      await this.renew();
    } catch {
      this.tell(this.words.wordsLost, () => this.turn(form));
    }
  }
}
