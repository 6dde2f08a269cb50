// Marks the sessions that run now or come next, and adds the visitor's own time to what can be joined from afar.

const HOUR = 60 * 60_000; // milliseconds
const lang = document.documentElement.lang;

/** A clock time as the site prints it: `14 h 30`, `2:30 p.m.` */
function clock(at) {
  const [hour, minute] = [at.getHours(), at.getMinutes()];
  const minutes = String(minute).padStart(2, "0");
  if (lang === "fr") return `${hour}\u00a0h${minute ? `\u00a0${minutes}` : ""}`;
  return `${hour % 12 || 12}:${minutes}\u00a0${hour < 12 ? "a.m." : "p.m."}`;
}

/** The visitor's time, with the date where it is another one than the programme's. */
function here(at, zone) {
  const day = (timeZone) => at.toLocaleDateString("en-CA", { timeZone });
  if (day(zone) === day(undefined)) return clock(at);
  const date = at.toLocaleDateString(`${lang}-CA`, { day: "numeric", month: "long" });
  return `${date.replace(/^1 /, "1er ").replace(" ", "\u00a0")}, ${clock(at)}`;
}

function sameClock(at, zone) {
  const options = { hour: "2-digit", minute: "2-digit", day: "numeric" };
  const read = (timeZone) => at.toLocaleString("en-CA", { ...options, timeZone });
  return read(zone) === read(undefined);
}

/** Adds the visitor's own time beside those of the sessions that can be joined from afar. */
export function addOwnTimes(root) {
  const { wordsHere, zone } = root.dataset;
  for (const time of root.querySelectorAll("time[data-joinable]")) {
    const at = new Date(time.dateTime);
    if (sameClock(at, zone)) continue;
    const own = document.createElement("span");
    own.className = "here";
    own.textContent = wordsHere.replace("{time}", here(at, zone));
    (time.parentElement.querySelector(".zone") ?? time).after(own);
  }
}

/** Where a session stands at a moment: it runs, it begins within the hour, or neither. */
function phase(session, time, now) {
  const [start, end] = [new Date(time.dateTime), new Date(time.dataset.end)];
  if (session.classList.contains("is-cancelled")) return "";
  if (start <= now && now < end) return "now";
  return now < start && start - now <= HOUR ? "next" : "";
}

/** Marks what runs at this moment and what comes next, and nothing else. */
export function markPhases(root, now = new Date()) {
  const words = { now: root.dataset.wordsNow, next: root.dataset.wordsNext };
  for (const time of root.querySelectorAll("time[data-end]")) {
    const session = time.closest("article");
    const at = phase(session, time, now);
    if (at === (session.dataset.phase ?? "")) continue;
    session.querySelector(".phase")?.remove();
    session.dataset.phase = at;
    if (!at) continue;
    const mark = document.createElement("span");
    mark.className = "phase";
    mark.textContent = words[at];
    time.before(mark);
  }
}

const programmes = document.querySelectorAll(".programme");
programmes.forEach(addOwnTimes);
const mark = () => programmes.forEach((root) => markPhases(root));
mark();
setInterval(mark, 30_000);
