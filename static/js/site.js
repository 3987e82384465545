// What a browser with scripts adds. Every page works without, and loads only what it has a use for: each part is asked
// for under the selector of what it adds to (bin/benchmark reads these lines to weigh a page).
const seen = (act) => (globalThis.requestIdleCallback ?? setTimeout)(act); // the page comes first
if (document.querySelector("a.who")) seen(() => import("./who.js").then((who) => who.openWho(document)));
if (document.querySelector("[data-copy]")) seen(() => import("./copy.js").then((copy) => copy.offerCopy(document)));
if (document.querySelector("[data-save]")) seen(() => import("./saved.js").then((saved) => saved.offerSaving(document)));
document.querySelector("[data-save]")?.addEventListener("click", rememberClick, { once: true });
if (document.querySelector("[data-saved]")) import("./saved.js").then((saved) => saved.showSaved(document));

const conversation = document.querySelector("[data-replies], form[data-draft]");
if (wasSent()) converse();
else if (conversation) whenNear(conversation, converse);

// A click that comes before its part is there is done when it is.
function rememberClick({ currentTarget }) {
  currentTarget.dataset.clicked = "";
}

function converse() {
  import("./replies.js").then((replies) => {
    replies.forgetSentDraft(document);
    replies.liveReplies(document);
  });
}
document.addEventListener("focusin", ({ target }) => {
  if (target.dataset?.names) import("./names.js").then((names) => names.offerNames(target));
});

function wasSent() {
  try {
    return sessionStorage.getItem("draft:sent");
  } catch {
    return null;
  }
}

// The conversation stands far below the story, where many readers never come.
function whenNear(element, act) {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      act();
    },
    { rootMargin: "100% 0px" },
  );
  watch.observe(element);
}

// Colours and text size: what is chosen holds at once, and on this browser's other pages by comfort.js.
const chosen = document.documentElement.dataset;
const choices = document.querySelector("[data-choices]");
choices?.addEventListener("beforetoggle", () => {
  for (const choice of choices.querySelectorAll("input")) choice.checked = choice.value === (chosen[choice.name] ?? "");
});
choices?.addEventListener("change", ({ target }) => choose(target.name, target.value));

function choose(name, value) {
  if (value) chosen[name] = value;
  else delete chosen[name];
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch {
    // It holds on this page.
  }
}
