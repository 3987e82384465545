// Linked before the style sheet and not a module: the colours and the text size that a reader chose hold from the first
// line that is drawn on.
try {
  for (const name of ["scheme", "size"]) {
    const chosen = localStorage.getItem(name);
    if (chosen) document.documentElement.dataset[name] = chosen;
  }
} catch {
  // A browser that stores nothing shows the page as the device has it.
}
