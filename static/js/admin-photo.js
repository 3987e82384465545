// A picture at the desk: dropped on the form or chosen, it is shown at once, a click sets its focal point, and the
// crops that pages make of it are drawn. Everything is a canvas: the site's policy lets no page show a file from the
// disk as an image. Without this script the file and the two numbers are plain fields.

const file = document.querySelector("#id_file");
const [x, y] = [document.querySelector("#id_focus_x"), document.querySelector("#id_focus_y")];
const crops = document.querySelector("[data-crops]");
const whole = crops?.querySelector("[data-whole]");
const point = crops?.querySelector("[data-point]");
// The site looks at the nearest tenth (the filter `focus`), so the preview does.
const tenth = (field) => Math.round(Math.min(Math.max(Number(field.value) || 0, 0), 100) / 10) / 10;
const WIDEST = 1200; // pixels of the canvas; more would only cost memory
let picture = null;

function draw() {
  if (!picture) return;
  const scale = Math.min(1, WIDEST / picture.width);
  const canvas = whole.querySelector("canvas");
  [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  for (const crop of crops.querySelectorAll("[data-crop]")) drawCrop(crop);
  mark();
  for (const part of crops.children) part.hidden = part.matches("[data-none]");
}

// As `object-fit: cover` with `object-position` does it.
function drawCrop(canvas) {
  const scale = Math.min(picture.width / canvas.width, picture.height / canvas.height);
  const [width, height] = [canvas.width * scale, canvas.height * scale];
  const [left, top] = [(picture.width - width) * tenth(x), (picture.height - height) * tenth(y)];
  canvas.getContext("2d").drawImage(picture, left, top, width, height, 0, 0, canvas.width, canvas.height);
}

function mark() {
  point.style.insetInlineStart = `${x.value}%`;
  point.style.insetBlockStart = `${y.value}%`;
}

async function show(blob) {
  try {
    picture = await createImageBitmap(blob, { imageOrientation: "from-image" });
    draw();
  } catch {
    picture = null; // not an image: the server says so at the field
    for (const part of crops.children) part.hidden = !part.matches("[data-none]");
  }
}

function focusOn(event) {
  const box = whole.getBoundingClientRect();
  const percent = (part, all) => Math.round(Math.min(Math.max(part / all, 0), 1) * 100);
  x.value = percent(event.clientX - box.left, box.width);
  y.value = percent(event.clientY - box.top, box.height);
  draw();
}

// The whole form takes a picture, so that nobody has to aim.
function takeDrops(form) {
  form.classList.add("drop");
  const over = (event, is) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("drop--over", is);
  };
  form.addEventListener("dragover", (event) => over(event, true));
  form.addEventListener("dragleave", (event) => form.contains(event.relatedTarget) || over(event, false));
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    over(event, false);
    file.files = event.dataTransfer.files;
    file.dispatchEvent(new Event("change"));
  });
}

if (crops && file && x && y) {
  takeDrops(file.form);
  file.addEventListener("change", () => file.files[0] && show(file.files[0]));
  whole.addEventListener("click", focusOn);
  for (const field of [x, y]) field.addEventListener("input", draw);
  if (file.files[0]) show(file.files[0]);
  else if (crops.dataset.picture) show(await (await fetch(crops.dataset.picture)).blob());
}
