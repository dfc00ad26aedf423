// @ts-check
/**
 * A QR code (ISO/IEC 18004) in byte mode, error correction level M, in the smallest version that fits: the same algorithm and the same
 * picture as Sources/Rendering/QRCode. Loaded only where a page shows a code.
 */

/** Error correction bytes per block and number of blocks, by version (ISO/IEC 18004, table 9, level M); addresses need no more. */
const corrections = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const blockCounts = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];

/** @param {number} a @param {number} b @returns {number} the product in GF(256) with the polynomial 0x11D */
function product(a, b) {
  let out = 0;
  for (let bit = 7; bit >= 0; bit -= 1) out = (out << 1) ^ ((out >> 7) * 0x11d) ^ (((b >> bit) & 1) * a);
  return out;
}

/** @param {number} degree @returns {number[]} the generator without its leading 1 */
function generator(degree) {
  const divisor = new Array(degree).fill(0);
  divisor[degree - 1] = 1;
  let root = 1;
  for (let step = 0; step < degree; step += 1) {
    for (let index = 0; index < degree; index += 1) {
      divisor[index] = product(divisor[index], root) ^ (index + 1 < degree ? divisor[index + 1] : 0);
    }
    root = product(root, 2);
  }
  return divisor;
}

/** @param {number[]} data @param {number[]} divisor @returns {number[]} the error correction of a block */
function remainder(data, divisor) {
  const rest = new Array(divisor.length).fill(0);
  for (const byte of data) {
    const factor = byte ^ rest[0];
    rest.shift();
    rest.push(0);
    divisor.forEach((value, index) => (rest[index] ^= product(value, factor)));
  }
  return rest;
}

/** @param {number} version @returns {number} the bytes that the function patterns leave free */
function capacity(version) {
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const alignments = Math.floor(version / 7) + 2;
    modules -= (25 * alignments - 10) * alignments - 55;
    if (version >= 7) modules -= 36;
  }
  return modules >> 3;
}

/** @param {number} version @returns {number} the bytes for data */
const dataCount = (version) => capacity(version) - corrections[version - 1] * blockCounts[version - 1];

/** @param {Uint8Array} text @param {number} version @returns {number[]} the codewords in their final order */
function codewords(text, version) {
  /** @type {number[]} */
  const bits = [];
  /** @param {number} value @param {number} count */
  const append = (value, count) => {
    for (let index = count - 1; index >= 0; index -= 1) bits.push((value >> index) & 1);
  };
  const total = dataCount(version);
  append(4, 4);
  append(text.length, version < 10 ? 8 : 16);
  for (const byte of text) append(byte, 8);
  append(0, Math.min(4, total * 8 - bits.length));
  append(0, (8 - (bits.length % 8)) % 8);
  /** @type {number[]} */
  const bytes = [];
  for (let index = 0; index < bits.length; index += 8) bytes.push(parseInt(bits.slice(index, index + 8).join(""), 2));
  for (let index = 0; bytes.length < total; index += 1) bytes.push(index % 2 ? 0x11 : 0xec);
  // The first blocks are one byte shorter when the bytes do not divide evenly.
  const [degree, count] = [corrections[version - 1], blockCounts[version - 1]];
  const short = Math.floor(capacity(version) / count) - degree;
  const long = capacity(version) % count;
  const divisor = generator(degree);
  let start = 0;
  const blocks = Array.from({ length: count }, (_, index) => {
    const data = bytes.slice(start, (start += short + (index < count - long ? 0 : 1)));
    return { data, correction: remainder(data, divisor) };
  });
  /** @type {number[]} */
  const out = [];
  for (let index = 0; index <= short; index += 1) {
    for (const { data } of blocks) if (index < data.length) out.push(data[index]);
  }
  for (let index = 0; index < degree; index += 1) out.push(...blocks.map(({ correction }) => correction[index]));
  return out;
}

/** @param {number} value @param {number} steps @param {number} polynomial @returns {number} */
function checked(value, steps, polynomial) {
  let rest = value;
  for (let step = 0; step < steps; step += 1) rest = (rest << 1) ^ ((rest >> (steps - 1)) * polynomial);
  return rest;
}

/** Whether a mask inverts a module. */
const masks = [
  (/** @type {number} */ x, /** @type {number} */ y) => (x + y) % 2,
  (/** @type {number} */ x, /** @type {number} */ y) => y % 2,
  (/** @type {number} */ x) => x % 3,
  (/** @type {number} */ x, /** @type {number} */ y) => (x + y) % 3,
  (/** @type {number} */ x, /** @type {number} */ y) => (Math.floor(x / 3) + (y >> 1)) % 2,
  (/** @type {number} */ x, /** @type {number} */ y) => ((x * y) % 2) + ((x * y) % 3),
  (/** @type {number} */ x, /** @type {number} */ y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (/** @type {number} */ x, /** @type {number} */ y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** @param {boolean[][]} rows @returns {number} how much of it could be mistaken for a pattern (7.8.3) */
function penalty(rows) {
  const size = rows.length;
  let sum = 0;
  const finder = [true, false, true, true, true, false, true];
  const quiet = [false, false, false, false];
  const patterns = [[...finder, ...quiet], [...quiet, ...finder]];
  for (let a = 0; a < size; a += 1) {
    for (const line of [rows[a], rows.map((row) => row[a])]) {
      let start = 0;
      for (let index = 1; index <= size; index += 1) {
        if (index < size && line[index] === line[start]) continue;
        if (index - start >= 5) sum += index - start - 2;
        start = index;
      }
      for (let index = 0; index + 11 <= size; index += 1) {
        sum += 40 * patterns.filter((pattern) => pattern.every((value, offset) => line[index + offset] === value)).length;
      }
    }
  }
  for (let y = 0; y + 1 < size; y += 1) {
    for (let x = 0; x + 1 < size; x += 1) {
      const value = rows[y][x];
      if (rows[y][x + 1] === value && rows[y + 1][x] === value && rows[y + 1][x + 1] === value) sum += 3;
    }
  }
  const dark = rows.flat().filter(Boolean).length;
  const total = size * size;
  return sum + Math.floor((Math.abs(dark * 20 - total * 10) + total - 1) / total) * 10 - 10;
}

/** @param {string} text @returns {boolean[][] | undefined} the modules, row by row, true is dark; undefined for a text that is too long */
export function modules(text) {
  const bytes = new TextEncoder().encode(text);
  let version = 1;
  while (version <= corrections.length && 4 + (version < 10 ? 8 : 16) + bytes.length * 8 > dataCount(version) * 8) version += 1;
  if (version > corrections.length) return undefined;
  const size = version * 4 + 17;
  /** @type {boolean[][]} */
  const rows = Array.from({ length: size }, () => new Array(size).fill(false));
  const fixed = rows.map((row) => [...row]);
  /** @param {number} x @param {number} y @param {boolean} isDark */
  const set = (x, y, isDark) => {
    rows[y][x] = isDark;
    fixed[y][x] = true;
  };
  /** @param {number} mask */
  const drawFormat = (mask) => {
    const bits = ((mask << 10) | checked(mask, 10, 0x537)) ^ 0x5412;
    /** @param {number} index */
    const bit = (index) => ((bits >> index) & 1) === 1;
    for (let index = 0; index <= 5; index += 1) set(8, index, bit(index));
    set(8, 7, bit(6));
    set(8, 8, bit(7));
    set(7, 8, bit(8));
    for (let index = 9; index < 15; index += 1) set(14 - index, 8, bit(index));
    for (let index = 0; index < 8; index += 1) set(size - 1 - index, 8, bit(index));
    for (let index = 8; index < 15; index += 1) set(8, size - 15 + index, bit(index));
    set(8, size - 8, true);
  };
  drawPatterns(version, size, set);
  drawFormat(0);

  const words = codewords(bytes, version);
  let index = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      for (const x of [right, right - 1]) {
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
        if (fixed[y][x] || index >= words.length * 8) continue;
        rows[y][x] = ((words[index >> 3] >> (7 - (index & 7))) & 1) === 1;
        index += 1;
      }
    }
  }

  /** @param {number} mask */
  const apply = (mask) => {
    for (let y = 0; y < size; y += 1) {
      for (let x = 0; x < size; x += 1) if (!fixed[y][x] && masks[mask](x, y) === 0) rows[y][x] = !rows[y][x];
    }
  };
  let best = { mask: 0, penalty: Infinity };
  for (let mask = 0; mask < 8; mask += 1) {
    apply(mask);
    drawFormat(mask);
    const found = penalty(rows);
    if (found < best.penalty) best = { mask, penalty: found };
    apply(mask);
  }
  apply(best.mask);
  drawFormat(best.mask);
  return rows;
}

/**
 * The function patterns of a version.
 * @param {number} version
 * @param {number} size
 * @param {(x: number, y: number, isDark: boolean) => void} set
 */
function drawPatterns(version, size, set) {
  for (let index = 0; index < size; index += 1) {
    set(6, index, index % 2 === 0);
    set(index, 6, index % 2 === 0);
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) {
    for (let dy = -4; dy <= 4; dy += 1) {
      for (let dx = -4; dx <= 4; dx += 1) {
        if (x + dx < 0 || y + dy < 0 || x + dx >= size || y + dy >= size) continue;
        const distance = Math.max(Math.abs(dx), Math.abs(dy));
        set(x + dx, y + dy, distance !== 2 && distance !== 4);
      }
    }
  }
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 4 + count * 2 + 1) / (count * 2 - 2)) * 2;
  const positions = version === 1 ? [] : [6, ...Array.from({ length: count - 1 }, (_, index) => version * 4 + 10 - index * step).reverse()];
  const [first, last] = [positions[0], positions[positions.length - 1]];
  for (const x of positions) {
    for (const y of positions) {
      if ((x === first && y === first) || (x === first && y === last) || (x === last && y === first)) continue;
      for (let dy = -2; dy <= 2; dy += 1) {
        for (let dx = -2; dx <= 2; dx += 1) set(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
      }
    }
  }
  if (version < 7) return;
  const bits = (version << 12) | checked(version, 12, 0x1f25);
  for (let index = 0; index < 18; index += 1) {
    const [a, b] = [size - 11 + (index % 3), Math.floor(index / 3)];
    set(a, b, ((bits >> index) & 1) === 1);
    set(b, a, ((bits >> index) & 1) === 1);
  }
}

/**
 * @param {string} text
 * @param {string} label for those who cannot see it
 * @returns {SVGElement | undefined} the code with a quiet zone of four modules
 */
export function qrCode(text, label) {
  const rows = modules(text);
  if (!rows) return undefined;
  let path = "";
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (x < row.length && row[x]) x += 1;
      path += `M${start + 4} ${y + 4}h${x - start}v1h-${x - start}z`;
    }
  });
  const side = rows.length + 8;
  /** @param {string} name @param {Record<string, string>} attributes */
  const element = (name, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const svg = element("svg", { viewBox: `0 0 ${side} ${side}`, role: "img", "aria-label": label, "shape-rendering": "crispEdges" });
  svg.append(element("path", { fill: "#fff", d: `M0 0h${side}v${side}h-${side}z` }), element("path", { fill: "#000", d: path }));
  return /** @type {SVGElement} */ (svg);
}
