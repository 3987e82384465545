// A story's quotation: the link behind it goes to its entry under the story; with scripts the entry opens beside the words.
export function openWho(root) {
  const links = root.querySelectorAll("a.who");
  if (!links.length || !HTMLElement.prototype.showPopover) return;
  const note = document.createElement("div");
  note.className = "who-note";
  note.popover = "auto";
  document.body.append(note);
  for (const link of links) {
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", (event) => {
      const entry = root.querySelector(link.getAttribute("href"));
      if (!entry) return;
      event.preventDefault();
      const facts = entry.querySelector("figcaption").cloneNode(true);
      note.replaceChildren(facts);
      note.showPopover();
      place(note, link.getBoundingClientRect());
      note.querySelector("a")?.focus({ preventScroll: true });
    });
  }
}

function place(note, beside) {
  const gap = 8;
  const left = Math.min(Math.max(gap, beside.left), document.documentElement.clientWidth - note.offsetWidth - gap);
  const below = beside.bottom + gap + note.offsetHeight < innerHeight;
  note.style.left = `${left}px`;
  note.style.top = `${below ? beside.bottom + gap : Math.max(gap, beside.top - gap - note.offsetHeight)}px`;
}
