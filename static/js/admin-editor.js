// What the story editor lacks: a name for those who cannot see it, its buttons' titles in the desk's language, and how
// long the text is.

const WORD = /[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*/gu; // as articles/body.py counts

const { wordsPerMinute } = document.querySelector("script[data-editor-labels]").dataset;

function nameBoxes() {
  for (const box of document.querySelectorAll(".prose-editor [role=textbox]:not([aria-label])")) {
    const label = box.closest(".form-row")?.querySelector("label");
    box.setAttribute("aria-label", label ? label.textContent.trim() : "");
  }
  for (const button of document.querySelectorAll(".prose-menubar__button[title]:not([data-named])")) {
    button.title = window.gettext(button.title);
    button.setAttribute("aria-label", button.title);
    button.dataset.named = "";
  }
  for (const option of document.querySelectorAll(".prose-menubar__option:not([data-named])")) {
    option.firstElementChild.textContent = window.gettext(option.firstElementChild.textContent);
    option.dataset.named = "";
  }
}

function countWords({ detail: { editor, textarea } }) {
  const line = document.createElement("p");
  line.className = "word-count";
  textarea.closest(".prose-editor").after(line);
  const count = () => {
    const { doc } = editor.state;
    const words = doc.textBetween(0, doc.content.size, " ", " ").match(WORD)?.length ?? 0;
    line.textContent = window
      .gettext("{words} words, {minutes} min to read")
      .replace("{words}", words)
      .replace("{minutes}", Math.max(1, Math.round(words / wordsPerMinute)));
  };
  let timer;
  editor.on("update", () => {
    clearTimeout(timer);
    timer = setTimeout(count, 250);
  });
  count();
}

document.addEventListener("prose-editor:ready", countWords);
new MutationObserver(nameBoxes).observe(document.body, { childList: true, subtree: true });
nameBoxes();
