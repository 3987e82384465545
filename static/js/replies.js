// A story's conversation: a reply where it is answered, a line when there are new ones, a draft that is kept.

const EVERY = 60_000; // milliseconds between two looks for new replies, only while the page is in sight

export function liveReplies(root) {
  const section = root.querySelector("[data-replies]");
  if (section) {
    answerInPlace(section);
    watch(section);
  }
  for (const form of root.querySelectorAll("form[data-draft]")) keepDraft(form);
}

// The form of the reply's own page, put under the reply; without an answer the link is followed as ever.
function answerInPlace(section) {
  section.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-reply]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const open = section.querySelector(".comment .form");
    const here = link.closest(".comment");
    if (open) {
      const same = here.contains(open);
      open.remove();
      if (same) return link.focus();
    }
    try {
      const answer = await fetch(link.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const form = answer.ok && page.querySelector("form[data-draft]");
      if (!form) throw new Error("no form");
      rename(form, link.closest(".comment").id);
      here.append(form);
      keepDraft(form);
      form.querySelector("textarea").focus();
    } catch {
      location.assign(link.href);
    }
  });
}

// Two forms on a page: each field and its label, help and errors with an id of its own.
function rename(form, suffix) {
  for (const name of ["id", "for", "aria-describedby"]) {
    for (const element of form.querySelectorAll(`[${name}]`)) {
      const ids = element.getAttribute(name).split(" ");
      element.setAttribute(name, ids.map((id) => `${id}-${suffix}`).join(" "));
    }
  }
}

function watch(section) {
  const line = section.querySelector("[data-news-line]");
  if (!line) return;
  const link = line.querySelector("a");
  const look = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(`${section.dataset.news}?after=${section.dataset.newest}`);
      const { new: count } = await answer.json();
      if (!count || !answer.ok) return;
      link.textContent = count === 1 ? link.dataset.one : link.dataset.many.replace("%n", count);
      line.hidden = false;
    } catch {
      // Offline for a moment: the next look will tell.
    }
  };
  setInterval(look, EVERY);
}

function keepDraft(form) {
  const text = form.querySelector("textarea");
  const parent = form.elements.parent?.value ?? "";
  const key = `draft:${form.dataset.draft}:${parent}:${form.elements.quote?.value ?? ""}:${form.elements.source?.value ?? ""}`;
  try {
    text.value ||= localStorage.getItem(key) ?? "";
    text.addEventListener("input", () => {
      if (text.value) localStorage.setItem(key, text.value);
      else localStorage.removeItem(key);
    });
    form.addEventListener("submit", () => sessionStorage.setItem("draft:sent", key));
  } catch {
    // A browser that stores nothing keeps no draft.
  }
}

// The page that says that a reply was taken in: the draft has served. Any other page may be one to which the reader
// came back because sending failed.
export function forgetSentDraft(root) {
  try {
    const key = sessionStorage.getItem("draft:sent");
    if (!key || !(root.querySelector("[data-sent]") || location.pathname.startsWith("/comments/"))) return;
    localStorage.removeItem(key);
    sessionStorage.removeItem("draft:sent");
  } catch {
    // The same.
  }
}
