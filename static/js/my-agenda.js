// My agenda: the starred sessions, taken from the programme's own page and shown in its order.

import { offer, starred } from "./stars.js";
import { addOwnTimes, markPhases } from "./times.js";

const mine = document.querySelector(".mine");
const programme = mine.querySelector(".programme");
const form = mine.querySelector(".mine-calendar");
const empty = mine.querySelector(".mine-empty");
let page = null;

/** The programme's page, read once. */
async function agenda() {
  if (page) return page;
  const answer = await fetch(mine.dataset.agenda);
  if (!answer.ok) throw new Error(answer.statusText);
  page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page;
}

/** A copy of the programme with these sessions only. */
function chosen(source, codes) {
  const copy = source.querySelector(".programme").cloneNode(true);
  for (const session of copy.querySelectorAll(".session")) {
    if (!codes.has(session.dataset.session)) session.remove();
  }
  for (const part of [...copy.querySelectorAll(".slot"), ...copy.querySelectorAll(".day")]) {
    if (!part.querySelector(".session")) part.remove();
  }
  return copy;
}

/** Says of each session with which earlier one it overlaps. */
function sayOverlaps(root) {
  const seen = [];
  for (const time of root.querySelectorAll("time[data-end]")) {
    const session = time.closest("article");
    if (session.classList.contains("is-cancelled")) continue;
    const [start, end] = [new Date(time.dateTime), new Date(time.dataset.end)];
    const title = session.querySelector("h3, h4").innerText;
    const other = seen.find((each) => each.end > start);
    if (other) {
      const words = document.createElement("p");
      words.className = "overlap";
      words.textContent = mine.dataset.wordsOverlap.replace("{title}", other.title);
      session.append(words);
    }
    seen.push({ title, end });
  }
}

async function show() {
  const codes = starred(programme.dataset.event);
  empty.hidden = codes.size > 0;
  form.hidden = codes.size === 0;
  form.elements.codes.value = [...codes].join(",");
  if (codes.size === 0) return programme.replaceChildren();
  programme.replaceChildren(...chosen(await agenda(), codes).childNodes);
  sayOverlaps(programme);
  addOwnTimes(programme);
  markPhases(programme);
  offer(programme);
}

function failed() {
  const words = document.createElement("p");
  words.className = "refusals";
  words.textContent = mine.dataset.wordsFailed;
  programme.replaceChildren(words);
}

const renew = () => show().catch(failed);
document.querySelector(".mine-off").remove();
document.addEventListener("stars:changed", renew);
renew();
