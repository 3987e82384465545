// What is typed into a story's form is kept at the desk a few seconds later; while there is no connection, in this
// browser, from where it goes to the desk as soon as it can. See articles/admin/autosave.py.

const PAUSE = 3_000; // after the last key
const LONGEST = 10_000; // while somebody types on and on
const LOCAL_PAUSE = 700;
const RETRY = [5_000, 10_000, 20_000, 40_000];
const AGE = 30 * 24 * 3_600_000;
const PREFIX = "unsaved:";

const sign = document.getElementById("kept");
if (sign) start(sign, document.getElementById("article_form"));

function start(sign, form) {
  form.querySelector(".submit-row:last-of-type")?.prepend(sign); // where it is always seen
  const prefix = `${PREFIX}${sign.dataset.user}:`;
  const fieldOfWindow = form.elements.namedItem("window");
  let saved = sign.dataset.isUnsaved === "1" ? "" : written(form);
  let kept = saved; // what the desk has of it
  let failures = 0;
  let timer, localTimer, typedSince;
  let sending = false;
  let submitting = false;

  const key = () => prefix + fieldOfWindow.value;
  const isUnsaved = () => written(form) !== saved;

  function touched() {
    typedSince ??= Date.now();
    clearTimeout(localTimer);
    localTimer = setTimeout(keepHere, LOCAL_PAUSE);
    clearTimeout(timer);
    timer = setTimeout(send, Math.max(0, Math.min(PAUSE, typedSince + LONGEST - Date.now())));
  }

  function keepHere() {
    const fields = written(form);
    if (fields === kept) return true;
    try {
      localStorage.setItem(key(), JSON.stringify({ at: Date.now(), to: sign.dataset.keepAt, fields, submitting }));
      return true;
    } catch {
      return false; // full, or forbidden
    }
  }

  async function send() {
    if (sending || submitting) return;
    typedSince = undefined;
    const fields = written(form);
    if (fields === kept) return;
    if (fields.length > sign.dataset.most) return say(sign.dataset.tooLong, true);
    sending = true;
    let answer;
    try {
      answer = await post(sign.dataset.keepAt, fields, token(form));
    } finally {
      sending = false;
    }
    if (submitting) return;
    if (answer.is_saved) {
      // This form was saved, and then come back to: what is typed now is another piece of work.
      localStorage.removeItem(key());
      fieldOfWindow.value = newWindow();
      touched();
    } else if (answer.status === 200) {
      kept = fields;
      failures = 0;
      localStorage.removeItem(key());
      say(answer.text);
      if (written(form) !== kept) touched();
    } else {
      const here = keepHere();
      const text = { 413: answer.text, 400: answer.text, 403: sign.dataset.refused, 302: sign.dataset.signedOut }[answer.status];
      say((here ? text || sign.dataset.noConnection : sign.dataset.nowhere).replace("{time}", clock(sign.dataset.zone)), true);
      clearTimeout(timer);
      if (answer.status !== 403) timer = setTimeout(send, RETRY[Math.min(failures++, RETRY.length - 1)]);
    }
  }

  function say(text, isBad = false) {
    sign.textContent = text;
    sign.classList.toggle("kept--bad", isBad);
  }

  // What an earlier page of this person could not bring to the desk.
  async function bringOld() {
    for (const name of Object.keys(localStorage).filter((name) => name.startsWith(prefix) && name !== key())) {
      const copy = JSON.parse(localStorage.getItem(name) || "null");
      if (!copy || Date.now() - copy.at > AGE) {
        localStorage.removeItem(name);
        continue;
      }
      const answer = await post(copy.to, copy.fields, token(form));
      if (answer.offer) offer(answer.offer);
      // Else it was saved, or the story is gone or not this person's any more: it can go nowhere.
      if ([200, 404, 403, 400].includes(answer.status)) localStorage.removeItem(name);
      else break;
    }
  }

  function offer(work) {
    const offers = document.getElementById("offers");
    const known = [...offers.querySelectorAll("a")].find((link) => link.getAttribute("href") === work.open);
    const item = known?.closest("li") ?? offers.appendChild(document.createElement("li"));
    const link = known ?? Object.assign(document.createElement("a"), { href: work.open, textContent: sign.dataset.open });
    const headline = Object.assign(document.createElement("q"), { textContent: work.headline });
    const discard = item.querySelector("form") ?? (work.discard ? discardForm(work.discard) : "");
    item.replaceChildren(`${work.text} `, work.headline ? headline : "", " ", link, discard);
  }

  function discardForm(address) {
    const form = Object.assign(document.createElement("form"), { method: "post", action: address });
    form.append(Object.assign(document.createElement("button"), { textContent: sign.dataset.discard }));
    return form;
  }

  // The page stays, and with it what stands in the form.
  document.getElementById("offers").addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await post(event.target.action, "", token(form));
    if ([204, 404].includes(answer.status)) event.target.closest("li").remove();
    else say({ 302: sign.dataset.signedOut }[answer.status] ?? sign.dataset.noConnection, true);
  });

  form.addEventListener("input", touched);
  form.addEventListener("change", touched);
  document.addEventListener("formset:added", touched);
  document.addEventListener("formset:removed", touched);
  // Select2 and the calendar tell jQuery only.
  window.django?.jQuery(form).on("change", touched);
  form.addEventListener("click", () => setTimeout(() => isUnsaved() && touched(), 300));
  form.addEventListener("submit", (event) => {
    if (written(form).length > sign.dataset.most) {
      event.preventDefault();
      say(sign.dataset.tooLong, true);
      return sayAtLongest(form, sign.dataset.tooLong);
    }
    submitting = true;
    keepHere();
  });
  addEventListener("online", () => {
    failures = 0;
    send();
    bringOld();
  });
  addEventListener("beforeunload", (event) => {
    if (!submitting && isUnsaved()) event.preventDefault();
  });
  addEventListener("pagehide", keepHere);
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    submitting = false; // the submit led elsewhere, and the back button here again
    saved = kept = "";
    touched();
  });
  // Scripts fill in what is missing (an address, a picker) just after loading: that is nobody's work.
  setTimeout(() => {
    if (sign.dataset.isUnsaved === "1") send();
    else if (typedSince === undefined) kept = saved = written(form);
  }, 500);
  bringOld();
}

// A field that nobody can send stands out like one that the desk refused.
function sayAtLongest(form, text) {
  const longest = [...form.elements].reduce((one, other) => ((other.value?.length ?? 0) > one.value.length ? other : one));
  const row = longest.closest(".form-row") ?? form;
  const list = row.querySelector(".errorlist") ?? Object.assign(document.createElement("ul"), { className: "errorlist" });
  list.replaceChildren(Object.assign(document.createElement("li"), { textContent: text }));
  list.setAttribute("role", "alert");
  row.classList.add("errors");
  row.prepend(list);
  row.scrollIntoView();
}

// The fields as they would be sent, in one text that can be compared and stored.
function written(form) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && name !== "csrfmiddlewaretoken" && !name.includes("__prefix__")) fields.append(name, value);
  }
  return fields.toString();
}

async function post(address, fields, token) {
  try {
    const response = await fetch(address, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { "X-CSRFToken": token },
      redirect: "manual",
      signal: AbortSignal.timeout(15_000),
    });
    if (response.type === "opaqueredirect") return { status: 302 };
    const isOurs = response.headers.get("Content-Type")?.includes("json");
    return { ...(isOurs ? await response.json() : {}), status: response.status };
  } catch {
    return { status: 0 };
  }
}

// Signing in again in another window changes the cookie, not this page.
function token(form) {
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  return cookie ? decodeURIComponent(cookie[1]) : form.elements.namedItem("csrfmiddlewaretoken").value;
}

// As the desk writes it: in the newsroom's zone.
function clock(timeZone) {
  return new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
}

function newWindow() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
