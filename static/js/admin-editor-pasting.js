// What comes from Word, Google Docs or a page of another outlet is made into plain paragraphs, headings and lists
// before the editor reads it. The editor then drops what it does not know, and the desk what may not be stored.

import { Extension, Plugin } from "django-prose-editor/editor";

const USELESS = [
  "script, style, meta, link, title, template, noscript, o\\:p, xml",
  "figure:not([data-photo]), picture, img, svg, video, audio, canvas, iframe, object, embed",
  "nav, aside, footer, form, button, input, select, textarea, [hidden], [aria-hidden=true]",
].join(",");
const STYLES = /<(style|script)\b[\s\S]*?<\/\1\s*>/gi;
const STYLE = /(<[a-z][^>]*?\s)style(?=\s*=)\s*=/gi;
const HANDLER = /(<[a-z][^>]*?\s)on(?=\w+\s*=)/gi;
const HEADINGS = { H1: "h2", H4: "h3", H5: "h3", H6: "h3" };

export const Pasting = Extension.create({
  name: "pasting",
  addProseMirrorPlugins() {
    return [new Plugin({ props: { transformPastedHTML: tidied } })];
  },
});

export function tidied(html) {
  // The page's policy complains of styles and handlers in attributes, also in a document that is only read: they are
  // made data.
  let inert = html.replace(STYLES, "").replace(STYLE, "$1data-style=");
  for (let before; before !== inert; ) [before, inert] = [inert, inert.replace(HANDLER, "$1data-on")];
  if (html.includes("data-pm-slice")) return inert; // from an editor like this one
  const page = new DOMParser().parseFromString(inert, "text/html");
  makeWordLists(page);
  for (const element of page.querySelectorAll(USELESS)) element.remove();
  for (const element of page.querySelectorAll("b, span")) byStyle(element);
  for (const [from, to] of Object.entries(HEADINGS)) {
    for (const element of page.querySelectorAll(from)) rename(element, to);
  }
  for (const element of page.querySelectorAll(":is(h2, h3) :is(b, strong)")) element.replaceWith(...element.childNodes);
  for (const link of page.querySelectorAll("a[href]")) link.href = beyondRedirect(link.getAttribute("href"));
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replace(/[\u00a0\u200b\ufeff]/g, " ");
  // Two line breaks are the end of a paragraph.
  page.body.innerHTML = page.body.innerHTML.replace(/(?:<br[^>]*>\s*){2,}/gi, "</p><p>");
  for (const block of [...page.querySelectorAll("p, h2, h3, li, div, blockquote")].reverse()) {
    if (!block.textContent.trim()) block.remove();
  }
  for (const line of page.querySelectorAll("body > br, :is(p, h2, h3, ul, ol, div) + br")) line.remove();
  return page.body.innerHTML;
}

// Google Docs says by style what is bold and italic, and what is not: all that it copies stands in one <b>.
function byStyle(element) {
  const style = element.dataset.style ?? "";
  const weight = /(?:^|[;\s])font-weight:\s*(\w+)/.exec(style)?.[1];
  if (element.localName === "b" && /^(normal|[1-5]00)$/.test(weight)) return element.replaceWith(...element.childNodes);
  if (/^(bold|bolder|[6-9]00)$/.test(weight)) wrap(element, "strong");
  if (/font-style:\s*italic/.test(style)) wrap(element, "em");
}

function wrap(element, name) {
  const around = element.ownerDocument.createElement(name);
  around.append(...element.childNodes);
  element.append(around);
}

function rename(element, name) {
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

// Google Docs sends its links through its own address.
function beyondRedirect(href) {
  try {
    const address = new URL(href);
    const isRedirect = /^(www\.)?google\.[a-z.]+$/.test(address.hostname) && address.pathname === "/url";
    return (isRedirect && address.searchParams.get("q")) || href;
  } catch {
    return href;
  }
}

// Word writes the items of a list as paragraphs, each with its level in a style and its sign as text.
function makeWordLists(page) {
  let open = []; // the lists in which the next item may stand, the outermost first
  for (const paragraph of [...page.querySelectorAll("p")]) {
    const level = Number(/mso-list:[^;]*level(\d+)/.exec(paragraph.dataset.style ?? "")?.[1] ?? 0);
    if (!level) {
      open = [];
      continue;
    }
    const sign = paragraph.querySelector("[data-style*='mso-list:Ignore'], [data-style*='mso-list: Ignore']");
    const kind = /^\s*\w+[.)]/.test(sign?.textContent ?? "") ? "ol" : "ul";
    sign?.remove();
    const item = page.createElement("li");
    const place = Math.min(level, open.length + 1);
    if (place > open.length) {
      const list = page.createElement(kind);
      if (open.length) open.at(-1).lastElementChild.append(list);
      else paragraph.before(list);
      open.push(list);
    }
    open.length = place;
    open.at(-1).append(item);
    paragraph.remove();
    item.append(paragraph);
  }
}
