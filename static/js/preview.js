// Shows a text as pages will print it, while it is typed: the server renders it, so that the
// preview and the page are the same. Without this the Preview button does it.

const WAIT = 400;

for (const preview of document.querySelectorAll("[data-preview-of]")) {
  const field = document.getElementById(preview.dataset.previewOf);
  let timer;
  let asked = 0;

  const show = async () => {
    const mine = ++asked;
    const data = new FormData();
    data.set("csrf_token", field.form.elements.csrf_token.value);
    data.set("field", field.name);
    data.set(field.name, field.value);
    const answer = await fetch(preview.dataset.previewAt, { method: "POST", body: data }).catch(() => null);
    if (mine !== asked || !answer?.ok) return;
    preview.innerHTML = await answer.text();
    preview.hidden = !preview.childNodes.length;
  };

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, WAIT);
  });
  field.addEventListener("preview", show);
}

for (const button of document.querySelectorAll("[data-preview-all]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    for (const preview of document.querySelectorAll("[data-preview-of]")) {
      document.getElementById(preview.dataset.previewOf).dispatchEvent(new Event("preview"));
    }
  });
}
