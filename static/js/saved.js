// A reader's own list of stories. It is kept in this browser and goes nowhere else.
const MOST = 500; // beyond that the oldest give way

function stories() {
  try {
    const list = JSON.parse(localStorage.getItem("saved")) ?? [];
    return list.filter((story) => story?.headline && String(story.path).startsWith("/articles/"));
  } catch {
    return []; // nothing that we wrote
  }
}

function store(list) {
  try {
    localStorage.setItem("saved", JSON.stringify(list.slice(0, MOST)));
  } catch {
    // A browser that stores nothing: the button stays as it was.
  }
}

const without = (path) => stories().filter((story) => story.path !== path);

// On a story's page: a button that puts the story on the list or takes it off.
export function offerSaving(root) {
  const button = root.querySelector("[data-save]");
  const path = location.pathname;
  const words = (selector) => root.querySelector(`.story ${selector}`)?.textContent.trim() ?? "";
  const story = () => ({
    path,
    language: root.querySelector(".story").lang,
    section: words(".story__section"),
    headline: words("h1"),
    standfirst: words(".story__standfirst"),
    date: words("time"),
  });
  const show = () => button.setAttribute("aria-pressed", stories().some((each) => each.path === path));
  show();
  // It may read otherwise now than when it was saved.
  if (button.ariaPressed === "true") store(stories().map((each) => (each.path === path ? story() : each)));
  button.addEventListener("click", () => {
    store(button.ariaPressed === "true" ? without(path) : [story(), ...without(path)]);
    show();
  });
  if ("clicked" in button.dataset) button.click();
}

// The page of the list.
export function showSaved(root) {
  const list = root.querySelector("[data-saved]");
  const entry = list.querySelector("template").content;
  const tell = () => {
    root.querySelector("[data-none]").hidden = stories().length > 0;
  };
  for (const story of stories()) {
    const row = entry.cloneNode(true).firstElementChild;
    const put = (selector, text) => {
      const place = row.querySelector(selector);
      if (text) place.textContent = text;
      else place.remove();
    };
    put(".card__section", story.section);
    put("a", story.headline);
    put(".card__standfirst", story.standfirst);
    put(".card__facts span", story.date);
    row.querySelector("a").href = story.path;
    for (const part of row.querySelectorAll(".card__headline, .card__standfirst")) part.lang = story.language;
    row.querySelector("button").addEventListener("click", () => {
      const next = row.nextElementSibling ?? row.previousElementSibling;
      store(without(story.path));
      row.remove();
      tell();
      (next?.querySelector("button") ?? root.querySelector("main")).focus();
    });
    list.append(row);
  }
  tell();
}
