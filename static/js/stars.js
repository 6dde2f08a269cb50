// Stars: sessions that a visitor chose, kept in this browser alone.
//
// Kept by event as a list of session codes. Where the browser keeps nothing (private windows,
// full storage), stars last as long as the page.

const STAR = "M12 3.2l2.7 5.6 6.1.8-4.5 4.3 1.1 6.1L12 17l-5.4 3 1.1-6.1-4.5-4.3 6.1-.8z";
const SVG = "http://www.w3.org/2000/svg";

const key = (event) => `stars:${event}`;
const unkept = new Map();

/** The starred codes of an event, in the order in which they were starred. */
export function starred(event) {
  try {
    const codes = JSON.parse(localStorage.getItem(key(event)) ?? "[]");
    return new Set(Array.isArray(codes) ? codes.filter((code) => typeof code === "string") : []);
  } catch {
    return unkept.get(event) ?? new Set();
  }
}

function keep(event, codes) {
  try {
    localStorage.setItem(key(event), JSON.stringify([...codes]));
  } catch {
    unkept.set(event, codes);
  }
}

function toggle(event, code) {
  const codes = starred(event);
  if (!codes.delete(code)) codes.add(code);
  keep(event, codes);
  show();
  document.dispatchEvent(new CustomEvent("stars:changed"));
}

function button(event, session, words) {
  const star = document.createElement("button");
  const title = session.querySelector("h1, h3, h4, .cell-title");
  star.type = "button";
  star.className = "star";
  star.title = words;
  star.setAttribute("aria-label", `${words} – ${title.innerText}`);
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", STAR);
  svg.append(path);
  star.append(svg);
  star.addEventListener("click", () => toggle(event, session.dataset.session));
  return star;
}

/** Gives every session below `root` its star. */
export function offer(root) {
  const { event, wordsStar } = root.dataset;
  for (const session of root.querySelectorAll("[data-session]")) {
    session.append(button(event, session, wordsStar));
  }
  show();
}

/** Brings every star and count of the page in line with what is kept. */
function show() {
  for (const root of document.querySelectorAll(".programme[data-event]")) {
    const codes = starred(root.dataset.event);
    for (const star of root.querySelectorAll(".star")) {
      const { session } = star.closest("[data-session]").dataset;
      star.setAttribute("aria-pressed", String(codes.has(session)));
    }
  }
  for (const count of document.querySelectorAll("[data-star-count]")) {
    const { size } = starred(count.dataset.starCount);
    count.textContent = size;
    count.hidden = size === 0;
  }
}

document.querySelectorAll(".programme[data-event]").forEach(offer);
show();
// Another tab of this browser starred something.
addEventListener("storage", () => {
  show();
  document.dispatchEvent(new CustomEvent("stars:changed"));
});
