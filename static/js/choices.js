// Colours and text size: what is chosen holds at once, and on this browser's other pages by comfort.js.
export function offerChoices(root) {
  const panel = root.querySelector("[data-choices]");
  if (!panel) return;
  const chosen = root.documentElement.dataset;
  for (const choice of panel.querySelectorAll("input")) {
    choice.checked = choice.value === (chosen[choice.name] ?? "");
  }
  panel.addEventListener("change", ({ target: { name, value } }) => {
    if (value) chosen[name] = value;
    else delete chosen[name];
    try {
      if (value) localStorage.setItem(name, value);
      else localStorage.removeItem(name);
    } catch {
      // It holds on this page.
    }
  });
}
