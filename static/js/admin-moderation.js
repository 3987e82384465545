// The queue of replies: a key moves, ticks, decides. With nothing ticked, a verdict falls on the row in sight.

const rows = [...document.querySelectorAll("#result_list tbody tr")];
const VERDICTS = { a: "approve", h: "hide", s: "mark_as_spam", c: "claim" };
let at = -1;

function show(to) {
  rows[at]?.classList.remove("row--current");
  at = Math.min(Math.max(to, 0), rows.length - 1);
  rows[at].classList.add("row--current");
  rows[at].querySelector(".action-select")?.focus({ preventScroll: true });
  rows[at].scrollIntoView({ block: "nearest" });
}

function decide(verdict) {
  const button = document.querySelector(`[data-verdict="${verdict}"]`);
  const ticked = document.querySelector(".action-select:checked");
  if (!ticked && at < 0) return;
  if (!ticked) rows[at].querySelector(".action-select").click();
  button?.click();
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("textarea, select, input:not([type=checkbox]), [contenteditable=true]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const key = event.key.toLowerCase();
  if (key === "u") document.querySelector("[data-undo]")?.click();
  if (!rows.length) return;
  if (key === "j" || key === "k") show(at + (key === "j" ? 1 : -1));
  else if (key === "x" && at >= 0) rows[at].querySelector(".action-select").click();
  else if (key === "o" && at >= 0) rows[at].querySelector(".field-decision a")?.click();
  else if (key in VERDICTS) decide(VERDICTS[key]);
});

document.querySelector("[data-keys-help]")?.removeAttribute("hidden");
