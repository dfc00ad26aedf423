// @ts-check
/**
 * The reader's settings: applied as soon as this small file is there, which is before the stylesheet in all but the
 * rarest cases, so that nothing is painted twice. A page whose settings never arrive is shown without them.
 */

const html = document.documentElement;
const key = "gongkai.reading";

/** @typedef {{text: number, contrast: boolean, pointer: boolean, simple: boolean}} Reading */

export const steps = [100, 125, 150, 175, 200];

/** @returns {Reading} */
export const initial = () => ({ text: 100, contrast: false, pointer: false, simple: false });

/** @returns {Reading} the stored settings; the initial ones when storage is blocked or damaged */
export function remembered() {
  const reading = initial();
  try {
    const stored = JSON.parse(localStorage.getItem(key) || "{}");
    if (steps.includes(stored.text)) reading.text = stored.text;
    for (const name of /** @type {const} */ (["contrast", "pointer", "simple"])) reading[name] = stored[name] === true;
  } catch {
    // Storage is blocked: the settings last as long as the page.
  }
  return reading;
}

/** @param {Reading} reading */
function apply(reading) {
  if (reading.text === 100) delete html.dataset.text;
  else html.dataset.text = String(reading.text);
  // Widths of media queries do not grow with the text: large text is laid out as on a phone.
  if (reading.text < 150) delete html.dataset.large;
  else html.dataset.large = "";
  for (const name of /** @type {const} */ (["contrast", "pointer", "simple"])) html.classList.toggle(name, reading[name]);
}

/** @param {Reading} reading applied and stored */
export function keep(reading) {
  apply(reading);
  try {
    localStorage.setItem(key, JSON.stringify(reading));
  } catch {
    // As above.
  }
}

apply(remembered());
