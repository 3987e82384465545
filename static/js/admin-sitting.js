// Says every 20 seconds that a story's form is open, and when it was last touched; shows who else is at it.
// See articles/admin/sittings.py.

const PAUSE = 20_000;
const place = document.getElementById("sitting");
if (place) start(place);

function start(place) {
  const address = place.dataset.reportAt;
  const others = place.querySelector("ul");
  const takeOver = place.querySelector("form");
  let active = Date.now();

  for (const kind of ["keydown", "pointerdown", "input"]) {
    document.addEventListener(kind, () => (active = Date.now()), { capture: true, passive: true });
  }

  function body(values) {
    const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
    return new URLSearchParams({ csrfmiddlewaretoken: token, ...values });
  }

  async function report() {
    const idle = Math.round((Date.now() - active) / 1000);
    let answer;
    try {
      const response = await fetch(address, { method: "POST", body: body({ idle }), redirect: "manual" });
      if (response.status === 403) {
        clearInterval(timer);
        return tell(place.dataset.refused);
      }
      if (!response.ok) return;
      answer = await response.json();
    } catch {
      return; // no connection; the form says so itself
    }
    others.replaceChildren(
      ...answer.others.map((text) => Object.assign(document.createElement("li"), { textContent: text })),
    );
    takeOver.hidden = !answer.others.length;
    tell(answer.taken);
  }

  function tell(taken) {
    let notice = place.querySelector(".at-it-now__taken");
    if (!taken) return notice?.remove();
    if (notice?.textContent === taken) return;
    notice ??= place.insertBefore(document.createElement("p"), others);
    notice.className = "at-it-now__taken";
    notice.textContent = taken;
  }

  const timer = setInterval(report, PAUSE);
  report();
  addEventListener("pagehide", () => navigator.sendBeacon(address, body({ left: 1 })));
}
