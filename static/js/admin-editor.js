// The editor's box has no name for those who cannot see it: it gets the label of the textarea that it stands for.

function nameBoxes() {
  for (const box of document.querySelectorAll(".prose-editor [role=textbox]:not([aria-label])")) {
    const label = box.closest(".form-row")?.querySelector("label");
    box.setAttribute("aria-label", label ? label.textContent.trim() : "");
  }
}

new MutationObserver(nameBoxes).observe(document.body, { childList: true, subtree: true });
nameBoxes();
