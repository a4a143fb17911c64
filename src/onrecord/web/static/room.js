// The reading room's own script. Everything can be read without it: it adds keys, copying, dropping and dragging.
"use strict";

const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

// "/" goes to the search field, j and k to the next and the previous article.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target instanceof Element ? event.target : document.body;
  if (event.key === "Escape" && target.matches("[data-search]")) target.blur();
  if (typing(target)) return;
  if (event.key === "/") {
    const field = document.querySelector("[data-search]");
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  } else if (event.key === "j" || event.key === "k") {
    step(event.key === "j" ? 1 : -1);
  }
});

function step(by) {
  const all = [...document.querySelectorAll("[data-step]")];
  if (!all.length) return;
  const at = all.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
  all[next].focus();
  all[next].scrollIntoView({ block: "nearest" });
}

// A link to the evidence of a field opens it.
function reveal() {
  const id = decodeURIComponent(location.hash.slice(1));
  const place = id && document.getElementById(id);
  const folded = place && place.closest("details");
  if (folded && !folded.open) {
    folded.open = true;
    place.scrollIntoView();
  }
}
addEventListener("hashchange", reveal);
addEventListener("DOMContentLoaded", reveal);

// Citations are copied by a button, where the browser lets pages write to the clipboard.
function offerCopies(root) {
  if (!navigator.clipboard) return;
  for (const button of root.querySelectorAll("[data-copy]")) button.hidden = false;
}
document.addEventListener("DOMContentLoaded", () => offerCopies(document));
document.addEventListener("htmx:afterSwap", (event) => offerCopies(event.target));
document.addEventListener("click", async (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-copy]") : null;
  if (!button) return;
  const text = button.closest(".citation").querySelector("pre").textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Select it and copy";
  }
});

// A file that is dropped on the form is read as if it had been chosen.
document.addEventListener("dragover", (event) => {
  if (event.target instanceof Element && document.querySelector("[data-drop]")) event.preventDefault();
});
document.addEventListener("drop", (event) => {
  const form = document.querySelector("[data-drop]");
  if (!form || !event.dataTransfer.files.length) return;
  event.preventDefault();
  form.querySelector("input[type=file]").files = event.dataTransfer.files;
  form.requestSubmit();
});

// Dragging over the bars chooses from the first to the last of them.
let from = null;
let over = null; // the last bar that was met: between two there is none
const bar = (event) => (event.target instanceof Element ? event.target.closest("[data-period]") : null);
document.addEventListener("dragstart", (event) => {
  if (bar(event)) event.preventDefault(); // the link itself is not dragged
});
document.addEventListener("pointerdown", (event) => {
  from = over = bar(event);
});
document.addEventListener("pointermove", (event) => {
  const to = from && bar(event);
  if (!to) return;
  over = to;
  const [low, high] = [from.dataset.period, to.dataset.period].sort();
  for (const one of document.querySelectorAll("[data-period]")) {
    one.classList.toggle("picked", one.dataset.period >= low && one.dataset.period <= high);
  }
});
document.addEventListener("pointerup", () => {
  const [first, to] = [from, over];
  from = over = null;
  if (to === first) return;
  const [low, high] = [first.dataset.period, to.dataset.period].sort();
  const line = first.closest("[data-query]");
  const told = new URLSearchParams({ q: line.dataset.query, order: line.dataset.order, from: low, to: high });
  location.assign("/?" + told);
});
