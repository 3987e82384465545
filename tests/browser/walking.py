"""A walk through a page with the Tab key alone: what it does not reach, and where nobody sees where they are."""

# What can take the focus and is shown; of radio buttons the chosen one stands for its group.
CONTROLS = """() => {
  const query = "a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable=true]";
  const style = (element) => ["", "::after"].map((part) => {
    const seen = getComputedStyle(element, part);
    return [seen.outlineStyle, seen.outlineWidth, seen.outlineColor, seen.boxShadow, seen.borderColor,
            seen.backgroundColor, seen.textDecoration, seen.color].join("|");
  }).join("|");
  document.activeElement?.blur();  // a page may begin in the middle
  const radios = new Set();
  window.walk = { all: new Map(), style };
  for (const element of document.querySelectorAll(query)) {
    if (element.disabled || element.tabIndex < 0 || element.type === "hidden" || !element.checkVisibility()) continue;
    if (element.inert || element.closest("[inert]")) continue;
    if (element.type === "radio") {
      const group = [...document.getElementsByName(element.name)];
      if (!element.checked && (group.some((each) => each.checked) || radios.has(element.name))) continue;
      radios.add(element.name);
    }
    const around = [element, ...(element.labels || []), element.nextElementSibling];
    for (let up = element.parentElement; up && around.length < 7; up = up.parentElement) around.push(up);
    window.walk.all.set(element, around.filter(Boolean).map((each) => [each, style(each)]));
  }
  return window.walk.all.size;
}"""

# Where the focus is: nothing once it left the page; else what is wrong there.
HERE = """async () => {
  await new Promise(requestAnimationFrame);
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const name = element.outerHTML.slice(0, 160);
  const before = window.walk.all.get(element);
  const stays = element === window.walk.last;  // a date has several parts
  const again = element.dataset.walked !== undefined && !stays;
  window.walk.last = element;
  element.dataset.walked = "";
  const problems = [];
  // Of a frame, the page within shows where it is.
  if (before && element.tagName !== "IFRAME" && !before.some(([each, was]) => window.walk.style(each) !== was)) problems.push("not seen to be there");
  const box = element.getBoundingClientRect();
  const places = [];
  for (const across of [0.02, 0.5, 0.98]) for (const down of [0.1, 0.5, 0.9])
    places.push([box.left + box.width * across, box.top + box.height * down]);
  const hit = ([x, y]) => {
    const top = document.elementFromPoint(x, y);
    const labels = [...(element.labels || [])];
    return top && (element.contains(top) || top.contains(element) || labels.some((label) => label.contains(top)));
  };
  if (element.tagName !== "IFRAME" && !places.some(hit)) problems.push("covered or out of sight");
  return { name, again, problems: stays ? [] : problems };
}"""

LEFT_OUT = """() => [...window.walk.all.keys()]
  .filter((each) => each.isConnected && each.checkVisibility() && each.dataset.walked === undefined)
  .map((each) => each.outerHTML.slice(0, 160))"""


def problems_by_keyboard(page) -> list[tuple[str, str]]:
    """What hinders somebody who goes through the page that is open with Tab: each problem, and where."""
    found, ends = [], 0
    count = page.evaluate(CONTROLS)
    for _step in range(2 * count + 40):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        ends += here is None
        if ends == 2 or here and here["again"]:
            break
        if here is None:  # after the last control comes the first
            continue
        found += [(problem, here["name"]) for problem in here["problems"]]
    else:
        found.append(("no way out", here and here["name"]))
    return found + [("not reached", name) for name in page.evaluate(LEFT_OUT)]
