// The story editor's own blocks: pull quotes (<aside>) and pictures, which name a photo by its number
// (<figure data-photo="12"><figcaption>…</figcaption></figure>). What may be stored, articles/body.py says.

import { Node, gettext } from "django-prose-editor/editor";

const desk = document.querySelector("script[data-editor-labels]").dataset;

export const PullQuote = Node.create({
  name: "pullQuote",
  group: "block",
  content: "paragraph+",
  defining: true,
  parseHTML: () => [{ tag: "aside" }],
  renderHTML: () => ["aside", 0],
  addCommands() {
    return { togglePullQuote: () => ({ commands }) => commands.toggleWrap(this.name) };
  },
  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "pullQuote",
      groups: "nodes",
      button: buttons.material("campaign", gettext("pull quote")),
      active: (editor) => editor.isActive("pullQuote"),
      enabled: (editor) => editor.can().togglePullQuote(),
      command: (editor) => editor.chain().focus().togglePullQuote().run(),
    });
  },
});

export const PhotoFigure = Node.create({
  name: "photoFigure",
  group: "block",
  content: "inline*",
  isolating: true,
  draggable: true,
  addAttributes: () => ({ photo: { default: null, rendered: false } }),
  parseHTML: () => [
    {
      tag: "figure[data-photo]",
      priority: 60,
      getAttrs: (figure) => /^\d+$/.test(figure.dataset.photo) && { photo: figure.dataset.photo },
      contentElement: (figure) => figure.querySelector("figcaption") ?? document.createElement("figcaption"),
    },
    { tag: "figure", ignore: true, priority: 40 },
  ],
  renderHTML: ({ node }) => ["figure", { "data-photo": node.attrs.photo }, ["figcaption", 0]],
  addNodeView: () => photoView,
  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "photoFigure",
      groups: "nodes",
      button: buttons.material("image", gettext("picture")),
      active: (editor) => editor.isActive("photoFigure"),
      command: choosePhoto,
    });
  },
});

// In the admin's own window for choosing: its list, its search, its form for a new one.
function choosePhoto(editor) {
  const choice = choiceField();
  choice.value = "";
  window.django.jQuery(choice).off("change").on("change", () => {
    if (!/^\d+$/.test(choice.value)) return;
    const figure = { type: "photoFigure", attrs: { photo: choice.value } };
    if (editor.isActive("photoFigure")) editor.chain().focus().updateAttributes("photoFigure", figure.attrs).run();
    else place(editor, figure);
  });
  window.showRelatedObjectLookupPopup(document.getElementById("lookup_inset_photo"));
}

// Behind the paragraph or list in which the writer is: a picture takes no selected word's place and cuts no sentence.
function place(editor, figure) {
  const { $to } = editor.state.selection;
  const isOnEmptyLine = !$to.parent.content.size;
  if (isOnEmptyLine) editor.chain().focus().insertContent(figure).run();
  else editor.chain().focus().insertContentAt($to.depth ? $to.after(1) : $to.pos, figure).run();
}

function choiceField() {
  const known = document.getElementById("inset_photo");
  if (known) return known;
  const link = Object.assign(document.createElement("a"), { id: "lookup_inset_photo", href: desk.photos, hidden: true });
  const field = Object.assign(document.createElement("input"), { id: "inset_photo", type: "hidden" });
  document.body.append(link, field);
  return field;
}

const photos = new Map();

function tellOf(key) {
  if (!photos.has(key)) photos.set(key, fetch(desk.photo.replace("/0/", `/${key}/`)).then((answer) => answer.json()));
  return photos.get(key);
}

function photoView({ node }) {
  const dom = document.createElement("figure");
  const image = document.createElement("img");
  const contentDOM = document.createElement("figcaption");
  const credit = document.createElement("small");
  image.contentEditable = credit.contentEditable = "false";
  contentDOM.title = gettext("Caption; empty: the picture's own");
  dom.append(image, contentDOM, credit);
  let shown;

  async function show(current) {
    contentDOM.classList.toggle("is-empty", !current.content.size);
    if (shown === current.attrs.photo) return;
    shown = current.attrs.photo;
    try {
      const photo = await tellOf(shown);
      image.alt = photo.alt;
      if (photo.src) image.src = photo.src;
      contentDOM.dataset.placeholder = photo.caption;
      credit.textContent = photo.credit;
    } catch {
      photos.delete(shown);
      credit.textContent = gettext("This picture cannot be shown now.");
    }
  }

  show(node);
  return {
    dom,
    contentDOM,
    update(next) {
      if (next.type.name !== "photoFigure") return false;
      show(next);
      return true;
    },
    ignoreMutation: (mutation) => !contentDOM.contains(mutation.target) || mutation.type === "attributes",
  };
}
