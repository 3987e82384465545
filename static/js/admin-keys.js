// One key for each button or link with data-key, shown on it. Not while something is typed, nor with Ctrl and the like.

const targets = new Map();

for (const target of document.querySelectorAll("[data-key]")) {
  targets.set(target.dataset.key, target);
  target.setAttribute("aria-keyshortcuts", target.dataset.key);
  const sign = document.createElement("kbd");
  sign.textContent = target.dataset.key.toUpperCase();
  sign.setAttribute("aria-hidden", "true");
  target.append(" ", sign);
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable=true]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  targets.get(event.key.toLowerCase())?.click();
});
