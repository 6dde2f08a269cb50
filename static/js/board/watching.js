// What others do appears within seconds, and never while one holds a session.

const PACE = 3_000; // milliseconds
const NEWS_LAST = 9_000;

export function watching(board, saving, carrying) {
  const day = board.querySelector("[data-part=day]");
  let isAsking = false;
  let fading = 0;

  const clock = setInterval(look, PACE);
  document.addEventListener("visibilitychange", look);

  async function look() {
    if (document.hidden || isAsking || carrying.active || carrying.waiting.size) return;
    isAsking = true;
    try {
      const { mark } = day.dataset;
      const answer = await fetch(`${saving.address("/changes")}&since=${mark}`);
      if (answer.redirected) stop();
      else if (answer.status === 200) renew(await answer.text(), mark);
    } catch {
      // The next look may find the server again.
    } finally {
      isAsking = false;
    }
  }

  /** Sent to sign in: it was told once, and asking on would not help. */
  function stop() {
    clearInterval(clock);
    saving.tell(board.dataset.wordsSignedOut);
  }

  function renew(html, mark) {
    // Somebody here was quicker: what came is older than what is shown.
    if (mark !== day.dataset.mark) return;
    saving.show(html, { except: ["outcome"] });
    clearTimeout(fading);
    fading = setTimeout(() => board.querySelector("[data-part=news]").replaceChildren(), NEWS_LAST);
  }
}
