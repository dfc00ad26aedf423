// @ts-check
/** Which characters are searchable and which are equivalent: the table of Sources/Search/Entries/CharacterFolding.swift. */

/** @type {[number, number][]} */
const kept = [
  [0x30, 0x39], [0x61, 0x7a], [0xaa, 0xaa], [0xb2, 0xb3], [0xb5, 0xb5], [0xb9, 0xba], [0xdf, 0xf6], [0xf8, 0x1fff],
  [0x2070, 0x209f], [0x2100, 0x218f], [0x2460, 0x24ff], [0x2c00, 0x2dff], [0x2e80, 0x2fff], [0x3005, 0x3007],
  [0x3021, 0x3029], [0x3031, 0x3035], [0x3038, 0x303c], [0x3041, 0x309f], [0x30a1, 0x30fa], [0x30fc, 0xd7ff],
  [0xf900, 0xfdff], [0xfe70, 0xfefe], [0xff66, 0xffdc],
];
/** @type {[number, number, number][]} */
const shifts = [
  [0x41, 0x5a, 0x61], [0xc0, 0xd6, 0xe0], [0xd8, 0xde, 0xf8], [0x391, 0x3a9, 0x3b1], [0x400, 0x40f, 0x450],
  [0x410, 0x42f, 0x430], [0x2160, 0x216f, 0x2170], [0x25cb, 0x25cb, 0x3007], [0x25ef, 0x25ef, 0x3007],
  [0xff10, 0xff19, 0x30], [0xff21, 0xff3a, 0x61], [0xff41, 0xff5a, 0x61],
];

/** Folded unit for each UTF-16 unit, 0 where it is not searchable. */
export const table = new Uint16Array(0x10000);
for (const [first, last] of kept) for (let unit = first; unit <= last; unit++) table[unit] = unit;
for (const [first, last, to] of shifts) for (let unit = first; unit <= last; unit++) table[unit] = to + unit - first;

/**
 * Visits each searchable unit with its position in the text. Unpaired surrogates are dropped.
 * @param {string} text
 * @param {(unit: number, place: number) => void} visit
 */
function visitFolded(text, visit) {
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    if (table[unit]) {
      visit(table[unit], place);
    } else if (unit >= 0xd800 && unit < 0xdc00) {
      const scalar = text.codePointAt(place) ?? 0;
      if (scalar < 0x10000) continue;
      if (scalar < 0x1f000 || (scalar >= 0x20000 && scalar < 0xe0000)) {
        // Surrogates move into the private use area: a gram that cuts a pair in two is still valid JSON.
        visit(unit + 0x800, place);
        visit(text.charCodeAt(place + 1) + 0x800, place + 1);
      }
      place++;
    }
  }
}

/**
 * The searchable characters of a text in their plain form.
 * @param {string} text
 */
export function fold(text) {
  return foldWithPlaces(text).folded;
}

/**
 * Like `fold`, with the position in the text of each folded character.
 * @param {string} text
 */
export function foldWithPlaces(text) {
  const units = new Uint16Array(text.length);
  const places = new Uint32Array(text.length);
  let count = 0;
  visitFolded(text, (unit, place) => {
    units[count] = unit;
    places[count++] = place;
  });
  let folded = "";
  for (let start = 0; start < count; start += 8192) {
    folded += String.fromCharCode(...units.subarray(start, Math.min(count, start + 8192)));
  }
  return { folded, places: places.subarray(0, count) };
}
