// @ts-check
/** How like a few words are to a title or the name of an office: abbreviated, with gaps, with one slip. */

/** A match with more than this between its characters is chance. */
const widest = 2.7;
const longestGap = 7;

/**
 * How well a title has a phrase: its core, or all of it.
 * @param {string} phrase
 * @param {string} core
 * @param {string} folded
 * @param {boolean[]} sound
 */
export function bestMatch(phrase, core, folded, sound) {
  const own = match(phrase, core, sound);
  if (own.quality >= 0.9 || folded === core) return own;
  const whole = match(phrase, folded, sound);
  const quality = whole.quality - 0.1;
  return quality > own.quality ? { ...whole, quality } : own;
}

const nothing = { quality: 0, typo: "" };

/**
 * How well a text has the characters of a phrase in their order: 1 without anything between them, less for each gap and
 * its width; 0 when it is chance. `typo`: the stretch of the text that the phrase misspells, or nothing.
 * @param {string} phrase
 * @param {string} text
 * @param {boolean[]} [sound] the characters of the phrase that are hardly slips
 */
export function match(phrase, text, sound = []) {
  if (text.includes(phrase)) return { quality: 1, typo: "" };
  const isOpen = phrase.length < 3;
  const loose = tightest(phrase, text);
  if (loose) {
    const isWhole = loose.start === 0 && loose.end === text.length;
    if (isOpen ? isWhole && text.length <= 12 : loose.width <= widest * phrase.length) {
      const spread = (loose.width - phrase.length) / phrase.length;
      return { quality: Math.max(0.3, 0.92 - 0.05 * loose.gaps - 0.06 * spread + (isWhole ? 0.05 : 0)), typo: "" };
    }
  }
  if (phrase.length < 4) return nothing;
  // 管制刀具 of 对部分刀具实行管制.
  if (phrase.length === 4 && text.includes(phrase.slice(0, 2)) && text.includes(phrase.slice(2))) return { quality: 0.6, typo: "" };
  // One character is another one, or too many, or missing.
  let found = nothing;
  for (let wrong = 0; wrong < phrase.length; wrong++) {
    const rest = phrase.slice(0, wrong) + phrase.slice(wrong + 1);
    const near = tightest(rest, text);
    if (!near || near.gaps > 1 || near.width > phrase.length + Math.max(1, phrase.length - 4)) continue;
    const quality = 0.8 - 0.05 * near.gaps - 0.03 * (near.width - phrase.length + 1) - 0.4 / phrase.length - (sound[wrong] ? 0.1 : 0);
    if (quality <= found.quality) continue;
    // With the character that stands in the place of the wrong one.
    const start = near.start - (wrong === 0 ? 1 : 0);
    found = { quality, typo: text.slice(Math.max(0, start), near.end + (wrong === phrase.length - 1 ? 1 : 0)) };
  }
  return found;
}

/**
 * The narrowest place at which a text has all characters of a phrase in order.
 * @param {string} phrase
 * @param {string} text
 * @returns {{start: number, end: number, width: number, gaps: number} | null}
 */
function tightest(phrase, text) {
  let found = null;
  for (let start = text.indexOf(phrase[0]); start >= 0; start = text.indexOf(phrase[0], start + 1)) {
    let at = start;
    let gaps = 0;
    for (let index = 1; index < phrase.length; index++) {
      const next = text.indexOf(phrase[index], at + 1);
      if (next < 0) return found;
      if (next > at + 1) gaps += next - at - 1 > longestGap ? 3 : 1;
      at = next;
    }
    const width = at + 1 - start;
    if (!found || width + 2 * gaps < found.width + 2 * found.gaps) found = { start, end: at + 1, width, gaps };
  }
  return found;
}

/**
 * Whether a word is how people call an office: 最高检, 人社局, 教育局.
 * @param {string} word
 * @param {string} name
 */
export function isShortFor(word, name) {
  if (word.length < 2 || word.length > name.length) return false;
  if (name.includes(word)) return true;
  const place = tightest(word, name);
  return word.length > 2 && place !== null && place.end - place.start <= 4 * word.length;
}
