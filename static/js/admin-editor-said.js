// Quotations in the story editor: those of the form's rows are marked where they stand in the text, selected words
// become a new row, and a line below counts them.

import { Extension, Plugin, gettext, pm } from "django-prose-editor/editor";

const { Decoration, DecorationSet } = pm.view;
const key = new pm.state.PluginKey("said");
const PAUSE = 300;
const MARKS = /^[\s“”"‘’'«»„]+|[\s“”"‘’'«»„]+$/gu;

export const Said = Extension.create({
  name: "said",
  addProseMirrorPlugins() {
    if (!document.getElementById("quotes-group")) return [];
    return [
      new Plugin({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (change, marks) => change.getMeta(key) ?? marks.map(change.mapping, change.doc),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ];
  },
  onCreate() {
    const group = document.getElementById("quotes-group");
    if (!group) return;
    const line = document.createElement("p");
    line.className = "said-count";
    this.editor.options.element.after(line);
    let timer;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => mark(this.editor, line), PAUSE);
    };
    this.editor.on("update", soon);
    group.addEventListener("input", soon);
    group.addEventListener("change", soon);
    window.django?.jQuery(group).on("change", soon);
    document.addEventListener("formset:added", soon);
    document.addEventListener("formset:removed", soon);
    mark(this.editor, line);
  },
  addMenuItems({ buttons, menu }) {
    if (!document.getElementById("quotes-group")) return;
    menu.defineItem({
      name: "said",
      groups: "marks",
      button: buttons.material("record_voice_over", gettext("mark as a quotation")),
      enabled: (editor) => !editor.state.selection.empty,
      command: addQuote,
    });
  },
});

// The rows as they stand in the form.
function rows() {
  const fields = document.querySelectorAll("textarea[name^=quotes-][name$=-exact]");
  return [...fields]
    .filter((field) => !field.name.includes("__prefix__"))
    .map((field) => {
      const prefix = field.name.slice(0, -"exact".length);
      const status = document.querySelector(`[name="${prefix}status"]:checked`)?.value;
      const isDeleted = document.querySelector(`[name="${prefix}DELETE"]`)?.checked;
      const speaker = document.querySelector(`[name="${prefix}speaker"] option:checked`)?.textContent.trim();
      return { exact: field.value.split(/\s+/).filter(Boolean).join(" "), status: isDeleted ? "" : status, speaker };
    })
    .filter((row) => row.exact && ["accepted", "proposed"].includes(row.status));
}

function mark(editor, line) {
  if (editor.isDestroyed) return;
  const found = rows();
  const { text, places } = found.length ? flat(editor.state.doc) : { text: "", places: [] };
  const marks = [];
  let lost = 0;
  for (const row of found) {
    const start = text.indexOf(row.exact);
    if (start < 0) {
      lost += row.status === "accepted";
      continue;
    }
    const title = row.speaker ? `${row.speaker}` : gettext("nobody named");
    const attributes = { class: `said said--${row.status}`, title };
    marks.push(Decoration.inline(places[start], places[start + row.exact.length - 1] + 1, attributes));
  }
  editor.view.dispatch(editor.state.tr.setMeta(key, DecorationSet.create(editor.state.doc, marks)));
  tell(line, found, lost);
}

// The words of the document, one space between them, and where each character stands. A string that grows by a letter
// and is asked for its end each time is copied each time, which on a pasted book takes minutes: so letters in a list.
function flat(doc) {
  const places = [];
  const letters = [];
  let isAfterSpace = true; // at the beginning as well
  const add = (letter, position) => {
    const isSpace = letter === " ";
    if (isSpace && isAfterSpace) return;
    letters.push(letter);
    places.push(position);
    isAfterSpace = isSpace;
  };
  doc.descendants((node, position) => {
    if (!node.isText) {
      if (node.isBlock || node.type.name === "hardBreak") add(" ", position);
      return;
    }
    for (let index = 0; index < node.text.length; index++) {
      add(/\s/.test(node.text[index]) ? " " : node.text[index], position + index);
    }
  });
  return { text: letters.join(""), places };
}

function tell(line, found, lost) {
  const accepted = found.filter((row) => row.status === "accepted").length;
  const words = gettext("Quotations: {accepted} accepted, {waiting} waiting.")
    .replace("{accepted}", accepted)
    .replace("{waiting}", found.length - accepted);
  line.replaceChildren(words);
  if (lost) {
    const warning = document.createElement("strong");
    warning.textContent = gettext("{lost} accepted no longer stand in the text word for word.").replace("{lost}", lost);
    line.append(" ", warning);
  }
  const review = document.querySelector(".object-tools [data-review]");
  if (review) line.append(" ", Object.assign(document.createElement("a"), { href: review.href, textContent: review.textContent }));
}

function addQuote(editor) {
  const { from, to } = editor.state.selection;
  const words = editor.state.doc.textBetween(from, to, " ", " ").replace(/\s+/g, " ").replace(MARKS, "");
  if (!words) return;
  document.querySelector("#quotes-group .add-row a").click();
  const field = [...document.querySelectorAll("textarea[name^=quotes-][name$=-exact]")]
    .filter((each) => !each.name.includes("__prefix__"))
    .at(-1);
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  const row = field.closest(".inline-related");
  for (const details of row.querySelectorAll("details:has([name$=-exact])")) details.open = true;
  row.scrollIntoView({ block: "center" });
  row.querySelector(".field-speaker .select2-selection, [name$=-speaker]")?.focus();
}
