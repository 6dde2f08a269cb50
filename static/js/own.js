// One's own agenda: kept for when there is no network, and looked at for the first time.

const STORE = "own-agenda";
const root = document.querySelector("[data-copy]");

/** This page with all that it has loaded, since the worker was not there to see it. */
async function keep() {
  const store = await caches.open(STORE);
  const loaded = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/static/`));
  const parts = [...new Set(loaded)];
  await Promise.all([location.pathname, ...parts].map((address) => store.add(address)));
  for (const { url } of await store.keys()) {
    if (new URL(url).pathname.startsWith("/static/") && !parts.includes(url)) store.delete(url);
  }
  root.dataset.kept = "yes";
}

async function work() {
  await document.fonts.ready;
  await navigator.serviceWorker.register("/own.js", { scope: location.pathname });
  await keep();
}

if (root?.dataset.copy === "fresh" && navigator.serviceWorker) {
  work().catch(() => {}); // private windows keep nothing: the page is read all the same
}

// The first time there is nothing to compare with: what stands here now is what changes are
// counted from.
const first = document.querySelector("form[data-first-look]");
if (first && root?.dataset.copy === "fresh") {
  fetch(first.action, { method: "POST", redirect: "manual" })
    .then(() => first.remove())
    .catch(() => {});
}
