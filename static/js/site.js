// What a browser with scripts adds. Every page works without, and loads only what it has a use for.
if (document.querySelector("a.who")) import("./who.js").then((who) => who.openWho(document));
if (document.querySelector("[data-copy]")) import("./copy.js").then((copy) => copy.offerCopy(document));
if (document.querySelector("[data-replies], form[data-draft]") || sent()) {
  import("./replies.js").then((replies) => {
    replies.forgetSentDraft(document);
    replies.liveReplies(document);
  });
}
document.addEventListener("focusin", ({ target }) => {
  if (target.dataset?.names) import("./names.js").then((names) => names.offerNames(target));
});

function sent() {
  try {
    return sessionStorage.getItem("draft:sent");
  } catch {
    return null;
  }
}
