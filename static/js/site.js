// What a browser with scripts adds. Every page works without, and loads only what it has a use for.
import { offerChoices } from "./choices.js";

offerChoices(document);
if (document.querySelector("a.who")) import("./who.js").then((who) => who.openWho(document));
if (document.querySelector("[data-copy]")) import("./copy.js").then((copy) => copy.offerCopy(document));
if (document.querySelector("[data-save]")) import("./saved.js").then((saved) => saved.offerSaving(document));
if (document.querySelector("[data-saved]")) import("./saved.js").then((saved) => saved.showSaved(document));

const replies = document.querySelector("[data-replies], form[data-draft]");
if (wasSent()) converse();
else if (replies) whenNear(replies, converse);

function converse() {
  import("./replies.js").then((replies) => {
    replies.forgetSentDraft(document);
    replies.liveReplies(document);
  });
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

function wasSent() {
  try {
    return sessionStorage.getItem("draft:sent");
  } catch {
    return null;
  }
}
