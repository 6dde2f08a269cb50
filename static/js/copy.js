// Copies an address: <button data-copies="id of its field" data-words-copied="…" hidden>.

for (const button of document.querySelectorAll("[data-copies]")) {
  const field = document.getElementById(button.dataset.copies);
  button.hidden = !navigator.clipboard;  // only over https: the field can be copied by hand
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    const words = button.textContent;
    button.textContent = button.dataset.wordsCopied;
    setTimeout(() => { button.textContent = words; }, 2000);
  });
}
