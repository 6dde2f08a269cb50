// Hides the questions that are not asked of whoever fills in the form, as the server decides it.

const form = document.querySelector(".register-form");

function answers(name) {
  const inputs = form.querySelectorAll(`[name="${name}"]`);
  return [...inputs]
    .filter((each) => !["checkbox", "radio"].includes(each.type) || each.checked)
    .map((each) => each.value);
}

function isAsked(question, path = []) {
  const { categories, shownIf, shownFor, question: name } = question.dataset;
  const [category] = answers("category");
  if (category !== undefined && categories && !categories.split(" ").includes(category)) return false;
  if (!shownIf || path.includes(name)) return true;
  const before = form.querySelector(`[data-question="${shownIf}"]`);
  return answers(shownIf).includes(shownFor) && (!before || isAsked(before, [...path, name]));
}

function show() {
  for (const question of form.querySelectorAll("[data-question]")) {
    question.hidden = !isAsked(question);
    const condition = question.querySelector(".question-condition");
    if (condition) condition.hidden = true;
  }
}

if (form) {
  form.addEventListener("change", show);
  show();
}
