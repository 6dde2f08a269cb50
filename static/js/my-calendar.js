// Offers to put the sessions starred in this browser into a calendar of one's own.

import { starred } from "./stars.js";

const form = document.querySelector("[data-stars]");
const codes = [...starred(form.dataset.stars)];
form.elements.codes.value = codes.join(",");
form.hidden = codes.length === 0;
