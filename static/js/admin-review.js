// The review of a story's quotations: a key for each decision, and only what changed is drawn anew.

const page = () => document.querySelector("[data-review]");
const cards = () => [...document.querySelectorAll("[data-card]")];
const current = () => document.querySelector(".card--current");
let sending = false;

// The card, and its words in the text beside it, in sight.
function show(card) {
  current()?.classList.remove("card--current");
  for (const mark of document.querySelectorAll(".said--current")) mark.classList.remove("said--current");
  if (!card) return;
  card.classList.add("card--current");
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
  const marks = document.querySelectorAll(`[data-quote="${card.dataset.card}"]`);
  for (const mark of marks) mark.classList.add("said--current");
  const text = document.querySelector("[data-text]");
  if (marks.length && text.scrollHeight > text.clientHeight) {
    const above = marks[0].getBoundingClientRect().top - text.getBoundingClientRect().top;
    text.scrollTop += above - text.clientHeight / 3;
  }
}

function step(by) {
  const all = cards();
  const at = all.indexOf(current());
  show(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
}

function draw(html, address) {
  const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("#content-start");
  if (!fresh?.querySelector("[data-review]")) return location.assign(address);
  const text = document.querySelector("[data-text]").scrollTop;
  document.querySelector("#content-start").replaceChildren(...fresh.childNodes);
  document.querySelector("[data-text]").scrollTop = text;
  history.replaceState(null, "", address);
  start();
}

async function send(form, button) {
  const data = new FormData(form);
  data.append(button.name, button.value);
  sending = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body: data });
    draw(await answer.text(), answer.url);
  } catch {
    // Without an answer the browser sends it, and says what is wrong with the connection.
    form.setAttribute("data-whole", "");
    form.requestSubmit(button);
  } finally {
    sending = false;
  }
}

function press(key) {
  const pressed = current()?.querySelector(`[data-key="${key}"]`);
  if (pressed) return pressed.click();
  // What was decided last is behind: the review has gone on to the next.
  if (key === "u") document.querySelector("[data-undo-last]")?.click();
}

document.addEventListener("keydown", (event) => {
  const inside = event.target === document.body || event.target.closest("[data-review]");
  const typing = event.target.closest("input, textarea, select, .select2-container, [contenteditable=true]");
  if (!page() || !inside || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const steps = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
  // In the text the arrows scroll it.
  if (event.key in steps && !(event.key.startsWith("Arrow") && event.target.closest("[data-text]"))) {
    event.preventDefault();
    step(steps[event.key]);
  } else if ("areu".includes(event.key) && !event.repeat && !sending) {
    press(event.key);
  }
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.closest("[data-review]") || form.hasAttribute("data-whole") || !event.submitter) return;
  event.preventDefault();
  if (!sending) send(form, event.submitter);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest(".said__card, [data-quote]");
  const card = link && document.getElementById(`quote-${link.dataset.quote ?? link.hash.slice(7)}`);
  if (!card) return;
  event.preventDefault();
  show(card);
});

function start() {
  document.querySelector("[data-keys]")?.removeAttribute("hidden");
  for (const key of document.querySelectorAll("[data-key]")) key.setAttribute("aria-keyshortcuts", key.dataset.key);
  const wrong = document.querySelector(".errors input, .errors textarea, .errors select");
  show(current());
  wrong?.focus();
}

start();
