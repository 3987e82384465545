// Signing in in another window changes the token: take the present one along, and warn before the page is left.

const form = document.querySelector("form");
let isSent = false;

form?.addEventListener("submit", () => {
  isSent = true;
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  const field = form.elements.namedItem("csrfmiddlewaretoken");
  if (cookie && field) field.value = decodeURIComponent(cookie[1]);
});
addEventListener("beforeunload", (event) => {
  if (form && !isSent) event.preventDefault();
});
