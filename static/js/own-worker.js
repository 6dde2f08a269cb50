// Keeps one agenda readable without a network: the page, its style and its type.
//
// The network comes first, so that nobody reads yesterday's agenda where today's can be had. What
// the site refuses is forgotten at once: an address that was taken back is gone here too.

const STORE = "own-agenda";
const PATIENCE = 6_000; // milliseconds: a network that answers nothing is none

const isAsset = (url) => url.pathname.startsWith("/static/");
const isPage = (url) => /^\/(fr|en)\/[^/]+\/own\/[\w-]+$/.test(url.pathname); // not its paper

async function fromNetwork(request) {
  const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
  const store = await caches.open(STORE);
  if (response.ok && !response.redirected) await store.put(request, response.clone());
  else if (response.status === 404 || response.status === 410) await store.delete(request);
  return response;
}

/** The page as it was kept; it says so itself, once its mark is turned. */
async function marked(kept) {
  const text = await kept.text();
  const headers = new Headers(kept.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  return new Response(text.replace('data-copy="fresh"', 'data-copy="kept"'), { headers });
}

async function page(request) {
  try {
    return await fromNetwork(request);
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true });
    if (kept) return marked(kept);
    throw error;
  }
}

async function asset(request) {
  const kept = await caches.match(request);
  if (kept && new URL(request.url).searchParams.has("v")) return kept; // changes with its content
  try {
    return await fromNetwork(request);
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate" && isPage(url)) event.respondWith(page(request));
  else if (isAsset(url)) event.respondWith(asset(request));
});
