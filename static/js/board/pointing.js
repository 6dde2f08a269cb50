// Mouse and touch: drag a session to move it, its lower edge to change its length, from and to
// the tray. A finger must rest for a moment first, so that the board can still be scrolled.

const SLACK = 4; // pixels that a hand may tremble
const PRESS = 300; // milliseconds
const FINGER_SLACK = 10;
const EDGE = 48; // pixels from the frame's edge where it begins to scroll
const SPEED = 14; // pixels a frame, at the edge itself

export function pointing(board, carrying) {
  let press = null; // what the pointer went down on
  let drag = null; // what it drags

  board.addEventListener("pointerdown", (event) => {
    const cell = event.target.closest(".cell");
    const isControl = event.target.closest(".cell-tools, input, label");
    if (!cell?.querySelector("a.grip") || isControl || event.button !== 0 || carrying.active) return;
    press = {
      cell,
      id: event.pointerId,
      x: event.clientX,
      y: event.clientY,
      isResize: event.target.matches(".edge"),
      isTouch: event.pointerType !== "mouse",
    };
    if (press.isTouch) press.timer = setTimeout(() => begin(), PRESS);
  });

  board.addEventListener("pointermove", (event) => {
    if (drag) return follow(event.clientX, event.clientY);
    if (!press || event.pointerId !== press.id) return undefined;
    const far = Math.hypot(event.clientX - press.x, event.clientY - press.y);
    if (press.isTouch) return far > FINGER_SLACK ? forget() : undefined;
    if (far > SLACK && begin()) follow(event.clientX, event.clientY);
    return undefined;
  });

  board.addEventListener("pointerup", () => {
    if (drag) finish();
    forget();
  });
  board.addEventListener("pointercancel", () => {
    if (drag) abandon();
    forget();
  });
  // Once a session is held, the finger moves it and not the page.
  board.addEventListener("touchmove", (event) => drag && event.preventDefault(), { passive: false });
  board.addEventListener("contextmenu", (event) => (drag || press?.isTouch) && event.preventDefault());
  board.addEventListener("dragstart", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    if (drag && event.key === "Escape") abandon();
  });
  // A click that ends a drag, or meets a session, does not open the form behind its title.
  board.addEventListener(
    "click",
    (event) => {
      const grip = event.target.closest(".grip");
      if (!grip || event.detail === 0 || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      grip.focus({ preventScroll: true });
    },
    true,
  );

  function forget() {
    clearTimeout(press?.timer);
    press = null;
  }

  function begin() {
    if (!press || !carrying.start(press.cell)) return false;
    const { cell, id, x, y, isResize } = press;
    const box = cell.getBoundingClientRect();
    const isPlaced = carrying.from !== null;
    drag = { isResize: isResize && isPlaced, grabbed: isPlaced ? y - box.top : 0, x, y };
    board.setPointerCapture(id);
    document.body.classList.add("is-dragging");
    navigator.vibrate?.(15);
    follow(x, y);
    scroll();
    return true;
  }

  function follow(x, y) {
    Object.assign(drag, { x, y });
    const { places, place, from, usualRows } = carrying;
    drag.isAstray = false;
    if (drag.isResize) {
      const rows = places.lengthTo(y, from.row);
      return carrying.over(places.within({ ...from, rows: Math.min(rows, places.rows.length - from.row) }));
    }
    const tray = carrying.tray.getBoundingClientRect();
    const isOverTray = x > tray.left && x < tray.right && y > tray.top && y < tray.bottom;
    if (isOverTray) return carrying.over(null);
    drag.isAstray = !places.covers(x, y, EDGE);
    carrying.ghost.classList.toggle("is-astray", drag.isAstray);
    const rows = place?.rows ?? usualRows;
    return carrying.over(places.at(x, y - drag.grabbed, rows));
  }

  function scroll() {
    if (!drag) return;
    const { frame } = carrying.places;
    const box = frame.getBoundingClientRect();
    const bottom = Math.min(box.bottom, innerHeight);
    const down = push(drag.y, Math.max(box.top, 0) + EDGE, bottom);
    const right = drag.isResize ? 0 : push(drag.x, box.left + EDGE, Math.min(box.right, innerWidth));
    if (carrying.place !== null && (down || right)) {
      const before = [frame.scrollTop, frame.scrollLeft];
      frame.scrollBy({ top: down, left: right, behavior: "instant" });
      if (before[0] === frame.scrollTop && down) scrollBy({ top: down, behavior: "instant" });
      follow(drag.x, drag.y);
    }
    requestAnimationFrame(scroll);
  }

  function end() {
    drag = null;
    document.body.classList.remove("is-dragging");
  }

  /** What is let go far from the board goes back: nobody meant a place that they cannot see. */
  function finish() {
    const { isAstray } = drag;
    end();
    if (isAstray) carrying.cancel();
    else carrying.drop();
  }

  function abandon() {
    end();
    carrying.cancel();
  }
}

/** How fast to scroll: towards the edge that the pointer is near, the faster the nearer. */
function push(at, near, far) {
  const [before, beyond] = [near - at, at - (far - EDGE)];
  const depth = Math.min(1, Math.max(before, beyond, 0) / EDGE);
  return Math.ceil(SPEED * depth) * (before > 0 ? -1 : 1);
}
