// @ts-check
/** Reads the lists that PostingCode.swift writes: gaps between ascending document numbers in printable ASCII. */

const base = 91;
const threeFrom = 64 + 22 * base;
const fourFrom = threeFrom + 4 * base * base;

/**
 * @param {string} list
 * @param {number} place
 */
function digit(list, place) {
  const code = list.charCodeAt(place);
  const value = code - (code > 92 ? 36 : 35);
  if (!(value >= 0 && value < base)) throw new RangeError("list");
  return value;
}

/**
 * Visits each document of a list with its level.
 * @param {string} list
 * @param {(document: number, level: number) => void} visit
 */
export function readList(list, visit) {
  let level = 0;
  let next = 0;
  for (let place = 0; place < list.length; ) {
    if (list.charCodeAt(place) === 33) {
      level = list.charCodeAt(place + 1) - 48;
      next = 0;
      place += 2;
      continue;
    }
    const lead = digit(list, place++);
    let gap = lead;
    if (lead >= 64) {
      const more = lead < 86 ? 1 : lead < 90 ? 2 : 3;
      gap = lead - (more === 1 ? 64 : more === 2 ? 86 : 90);
      for (let left = more; left > 0; left--) gap = gap * base + digit(list, place++);
      gap += more === 1 ? 64 : more === 2 ? threeFrom : fourFrom;
    }
    visit(next + gap, level);
    next += gap + 1;
  }
}

/**
 * The documents of a list without their levels.
 * @param {string} list
 */
export function documentsOf(list) {
  /** @type {number[]} */
  const documents = [];
  readList(list, (document) => documents.push(document));
  return documents;
}

/**
 * How many documents a list names, without reading their numbers.
 * @param {string} list
 */
export function lengthOf(list) {
  let count = 0;
  readList(list, () => count++);
  return count;
}
