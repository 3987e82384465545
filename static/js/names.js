// A search field: names of people, tags, sources and series to choose from while one types.
const PAUSE = 200; // milliseconds without a key before the portal is asked

export function offerNames(field) {
  const address = field.dataset.names;
  delete field.dataset.names; // once is enough
  const list = field.list ?? document.body.appendChild(document.createElement("datalist"));
  list.id ||= `${field.id}-names`;
  field.setAttribute("list", list.id);
  field.autocomplete = "off";
  let waiting;
  const ask = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => fill(list, address, field.value.trim()), PAUSE);
  };
  field.addEventListener("input", ask);
  if (field.value) ask(); // typed before this came
}

async function fill(list, address, text) {
  try {
    const answer = await fetch(`${address}?q=${encodeURIComponent(text)}`);
    const { names } = await answer.json();
    list.replaceChildren(...names.map(({ name, kind }) => new Option(kind, name)));
  } catch {
    // Offline: the field works without.
  }
}
