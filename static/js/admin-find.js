// One key to the box that searches everything, and the arrow keys through what it found.

const box = document.querySelector("[data-find]");
const found = document.querySelector("[data-found]");

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable=true]");
}

function moveTo(step) {
  const links = [...found.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  if (at + step < 0) box.focus();
  else links[Math.min(at + step, links.length - 1)]?.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/" && box && !isTyping(event.target)) {
    event.preventDefault();
    box.focus();
    box.select();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const isAmong = event.target === box || found?.contains(event.target);
  if (step && found && isAmong) {
    event.preventDefault();
    moveTo(step);
  }
});
