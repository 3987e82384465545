// Arranging a front: the form's own buttons, pressed by dragging and by keys, and only what changed is drawn anew.

const form = document.querySelector("[data-arrange]");
const live = document.querySelector("[data-live]");
const SENT_AS_A_WHOLE = ["save", "undo", "preview"];
const PAUSE = 250; // milliseconds without a key before what is typed is looked for
let sending = null;
let typed = false;
let leaving = false;
let waiting;
let dragged = null;

async function press(name, value) {
  const data = new FormData(form);
  data.append(name, value);
  sending?.abort();
  const sent = (sending = new AbortController());
  try {
    const answer = await fetch(form.action, { method: "POST", body: data, signal: sent.signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.querySelector("[data-drawn]")) return sendWhole(name, value);
    draw(page, name);
  } catch (error) {
    // Without an answer the browser sends it, and says what is wrong with the connection.
    if (error.name !== "AbortError") sendWhole(name, value);
  } finally {
    if (sending === sent) sending = null;
  }
}

function sendWhole(name, value) {
  const button = Object.assign(document.createElement("button"), { name, value, hidden: true });
  button.setAttribute("data-whole", "");
  form.append(button);
  form.requestSubmit(button);
}

function draw(page, name) {
  const part = name === "find" ? "[data-candidates]" : "[data-drawn]";
  document.querySelector(part).replaceChildren(...page.querySelector(part).childNodes);
  start();
  if (name === "find") return;
  live.textContent = document.querySelector("[data-said]").textContent;
  document.querySelector(`[data-drawn] [autofocus]`)?.focus();
}

form.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button || SENT_AS_A_WHOLE.includes(button.name) || button.hasAttribute("data-whole")) {
    leaving = button?.name !== "preview";
    return;
  }
  event.preventDefault();
  press(button.name, button.value);
});

form.addEventListener("input", (event) => {
  if (event.target.name !== "q") {
    typed ||= event.target.name.startsWith("slot-");
    return;
  }
  clearTimeout(waiting);
  waiting = setTimeout(() => press("find", "1"), PAUSE);
});

form.addEventListener("keydown", (event) => {
  const name = { ArrowUp: "up", ArrowDown: "down" }[event.key];
  const button = name && event.altKey && event.target.closest("[data-slot]")?.querySelector(`[name=${name}]`);
  if (!button) return;
  event.preventDefault();
  if (!button.disabled && !sending) press(name, button.value);
});

// Dragging: a story of a slot, or one of those to place, is dropped on a slot.

form.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.("[data-drag]");
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.value);
  event.dataTransfer.setDragImage(dragged.closest("li"), 0, 0);
});

form.addEventListener("dragover", (event) => {
  const slot = dragged && event.target.closest("[data-slot]");
  mark(slot);
  if (slot) event.preventDefault();
});

form.addEventListener("drop", (event) => {
  const slot = dragged && event.target.closest("[data-slot]");
  if (!slot) return;
  event.preventDefault();
  press(dragged.dataset.drag, `${dragged.dataset.value}:${slot.dataset.slot}`);
});

form.addEventListener("dragend", () => {
  dragged = null;
  mark(null);
});

function mark(slot) {
  for (const other of document.querySelectorAll(".slot--over")) if (other !== slot) other.classList.remove("slot--over");
  slot?.classList.add("slot--over");
}

addEventListener("beforeunload", (event) => {
  if (!leaving && (typed || document.querySelector("[data-unsaved]"))) event.preventDefault();
});
// Back from the next page, by the browser's own button, the form is there again.
addEventListener("pageshow", () => (leaving = false));

function start() {
  for (const hidden of form.querySelectorAll("[data-drag], [data-keys]")) hidden.hidden = false;
}

start();
