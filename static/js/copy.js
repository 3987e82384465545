// A quote's page: a button that copies words, speaker, date, chain and address.
export function offerCopy(root) {
  const offer = root.querySelector("[data-copy]");
  if (!offer || !navigator.clipboard) return;
  const text = root.querySelector("[data-copy-text]").textContent.replace(/\s+/g, " ").trim();
  const status = offer.querySelector("[data-done]");
  offer.hidden = false;
  offer.querySelector("button").addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    status.textContent = status.dataset.done;
  });
}
