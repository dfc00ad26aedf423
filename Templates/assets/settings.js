// @ts-check
/**
 * Applies the reader's settings. A classic script in the head, and small, so that nothing is painted twice: whatever else
 * a page needs may come later.
 */
(() => {
  const html = document.documentElement;

  /** @param {any} reading what is stored, however damaged */
  function apply(reading) {
    const { text, contrast, pointer, simple } = reading || {};
    if ([125, 150, 175, 200].includes(text)) html.dataset.text = text;
    else delete html.dataset.text;
    // Widths of media queries do not grow with the text: large text is laid out as on a phone.
    if (text >= 150 && html.dataset.text) html.dataset.large = "";
    else delete html.dataset.large;
    for (const [name, isOn] of Object.entries({ contrast, pointer, simple })) html.classList.toggle(name, isOn === true);
  }

  addEventListener("reading", (event) => apply(/** @type {CustomEvent} */ (event).detail));
  try {
    apply(JSON.parse(localStorage.getItem("gongkai.reading") || "{}"));
  } catch {
    // Storage is blocked or damaged.
  }
})();
