// Renews what takes place now, once a minute while somebody looks.

const parts = document.querySelectorAll("[data-part]");

async function renew(part) {
  const answer = await fetch(part.dataset.part);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  part.querySelector(".happening")?.replaceWith(fresh.querySelector(".happening"));
}

setInterval(() => {
  if (document.hidden) return;
  for (const part of parts) renew(part).catch(() => {});  // offline: what stands there stays
}, 60_000);
