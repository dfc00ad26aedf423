// @ts-check
/** Which characters are searchable and which are equivalent: the tables of Sources/Search/Entries/CharacterFolding.swift. */

/** @type {[number, number][]} */
const kept = [
  [0x30, 0x39], [0x61, 0x7a], [0xaa, 0xaa], [0xb2, 0xb3], [0xb5, 0xb5], [0xb9, 0xba], [0xdf, 0xf6], [0xf8, 0x2ff],
  [0x370, 0x1fff], [0x2070, 0x209f], [0x2100, 0x218f], [0x2460, 0x24ff], [0x2c00, 0x2dff], [0x2e80, 0x2fff], [0x3005, 0x3007],
  [0x3021, 0x3029], [0x3031, 0x3035], [0x3038, 0x303c], [0x3041, 0x3096], [0x309d, 0x309f], [0x30a1, 0x30fa], [0x30fc, 0xd7ff],
  [0xf900, 0xfdff], [0xfe70, 0xfefe], [0xff66, 0xffdc],
];
/** @type {[number, number, number][]} */
const shifts = [
  [0x41, 0x5a, 0x61], [0xc0, 0xd6, 0xe0], [0xd8, 0xde, 0xf8], [0x391, 0x3a9, 0x3b1], [0x400, 0x40f, 0x450],
  [0x410, 0x42f, 0x430], [0x2160, 0x216f, 0x2170], [0x25cb, 0x25cb, 0x3007], [0x25ef, 0x25ef, 0x3007],
  [0xff10, 0xff19, 0x30], [0xff21, 0xff3a, 0x61], [0xff41, 0xff5a, 0x61],
];

/**
 * Characters that stand for others: ㎡ is m2, Ⅱ is II, ｶ is カ, é is e. The browser knows how they are spelt (NFKD).
 * @type {[number, number][]}
 */
const forms = [
  [0xa0, 0x24f], [0x400, 0x45f], [0x1e00, 0x1eff], [0x2070, 0x209c], [0x2100, 0x218b], [0x2460, 0x24ff],
  [0x2e81, 0x2fd5], [0x3041, 0x30ff], [0x3200, 0x33ff], [0xf900, 0xfaff], [0xfb00, 0xfb06], [0xff61, 0xffee],
];
/**
 * Radicals with the ideographs that look the same, where Unicode names none, or another than China writes: as in
 * Sources/Base/PlainIdeographs.swift.
 * @type {[number, string][]}
 */
const radicals = [
  [0x2e81, "厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑𫜹忄心扌攵"],
  [0x2e9b, "旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶" +
    "辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"],
  [0x2f3e, "户"], [0x2fad, "青"], [0x2fc8, "黄"],
];

/**
 * Folded unit for each UTF-16 unit, 0 where it is not searchable; from 0xd800 to 0xdfff, the number of its spelling, for
 * units that become several.
 */
export const table = new Uint16Array(0x10000);
/** @type {string[]} */
export const spellings = [];
for (const [first, last] of kept) for (let unit = first; unit <= last; unit++) table[unit] = unit;
for (const [first, last, to] of shifts) for (let unit = first; unit <= last; unit++) table[unit] = to + unit - first;
const basic = table.slice();
const plainRadicals = new Map(radicals.flatMap(([first, plain]) =>
  [...plain].map((character, place) => /** @type {[number, string]} */ ([first + place, character]))));
for (const [first, last] of forms) for (let unit = first; unit <= last; unit++) addForm(unit);

/** @param {number} unit */
function addForm(unit) {
  const character = String.fromCharCode(unit);
  const plain = plainRadicals.get(unit) ?? character.normalize("NFKD");
  if (plain === character) return;
  let folded = "";
  for (let place = 0; place < plain.length; place++) {
    const part = plain.charCodeAt(place);
    const isSurrogate = part >= 0xd800 && part < 0xe000;
    if (isSurrogate || basic[part]) folded += String.fromCharCode(isSurrogate ? part + 0x800 : basic[part]);
  }
  table[unit] = folded.length > 1 ? 0xd800 + spellings.push(folded) - 1 : folded.charCodeAt(0) || 0;
}

/**
 * Visits each searchable unit with its position in the text. Unpaired surrogates are dropped.
 * @param {string} text
 * @param {(unit: number, place: number) => void} visit
 */
function visitFolded(text, visit) {
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    const folded = table[unit];
    if (folded >= 0xd800 && folded < 0xe000) {
      const spelling = spellings[folded - 0xd800];
      for (let part = 0; part < spelling.length; part++) visit(spelling.charCodeAt(part), place);
    } else if (folded) {
      visit(folded, place);
    } else if (unit >= 0xd800 && unit < 0xdc00) {
      const scalar = text.codePointAt(place) ?? 0;
      if (scalar < 0x10000) continue;
      if (scalar >= 0x2f800 && scalar < 0x2fa20) {
        const first = place;
        visitFolded(String.fromCodePoint(scalar).normalize("NFKD"), (part) => visit(part, first));
      } else if (scalar < 0x1f000 || (scalar >= 0x20000 && scalar < 0xe0000)) {
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
 * The same numbers with room for as many again.
 * @template {Uint16Array | Uint32Array} Numbers
 * @param {Numbers} numbers
 * @param {new (length: number) => Numbers} type
 */
function longer(numbers, type) {
  const copy = new type(numbers.length * 2 + 16);
  copy.set(numbers);
  return copy;
}

/**
 * Like `fold`, with the position in the text of each folded character.
 * @param {string} text
 */
export function foldWithPlaces(text) {
  let units = new Uint16Array(text.length);
  let places = new Uint32Array(text.length);
  let count = 0;
  visitFolded(text, (unit, place) => {
    if (count === units.length) [units, places] = [longer(units, Uint16Array), longer(places, Uint32Array)];
    units[count] = unit;
    places[count++] = place;
  });
  let folded = "";
  for (let start = 0; start < count; start += 8192) {
    folded += String.fromCharCode(...units.subarray(start, Math.min(count, start + 8192)));
  }
  return { folded, places: places.subarray(0, count) };
}
