// @ts-check
/**
 * A QR code (ISO/IEC 18004) in byte mode, error correction level M, in the smallest version that fits: the same symbol as
 * the build draws for notices (Rendering/QRCode). Drawn in the browser for all other pages, because a symbol for each
 * of thousands of documents would cost every page 2 kB and the build a second. Loaded only when somebody is about to print.
 */

/** Error correction bytes per block, and number of blocks, by version (table 9, level M). */
const corrections = [
  10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
];
const blockCounts = [
  1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37,
  38, 40, 43, 45, 47, 49,
];

/** @param {number} version @returns {number} all bytes: the modules that the function patterns leave free */
function byteCount(version) {
  const alignments = Math.floor(version / 7) + 2;
  let modules = (16 * version + 128) * version + 64;
  if (version >= 2) modules -= (25 * alignments - 10) * alignments - 55;
  if (version >= 7) modules -= 36;
  return modules >> 3;
}

/** @param {number} a @param {number} b @returns {number} their product in GF(256) with the polynomial 0x11D */
function product(a, b) {
  let out = 0;
  for (let bit = 7; bit >= 0; bit -= 1) out = ((out << 1) ^ ((out >> 7) * 0x11d) ^ (((b >> bit) & 1) * a)) & 0xff;
  return out;
}

/** @param {number} degree @returns {(data: number[]) => number[]} Reed–Solomon error correction of that many bytes */
function reedSolomon(degree) {
  const divisor = [...new Array(degree - 1).fill(0), 1];
  let root = 1;
  for (let turn = 0; turn < degree; turn += 1) {
    for (let index = 0; index < degree; index += 1) {
      divisor[index] = product(divisor[index], root) ^ (divisor[index + 1] || 0);
    }
    root = product(root, 2);
  }
  return (data) => {
    const rest = new Array(degree).fill(0);
    for (const byte of data) {
      const factor = byte ^ (rest.shift() || 0);
      rest.push(0);
      divisor.forEach((value, index) => (rest[index] ^= product(value, factor)));
    }
    return rest;
  };
}

/** @param {Uint8Array} text @param {number} version @returns {number[]} mode, length, text and padding, in blocks with their correction */
function codewords(text, version) {
  const [correction, count, total] = [corrections[version - 1], blockCounts[version - 1], byteCount(version)];
  const capacity = total - correction * count;
  /** @type {number[]} */
  const bits = [];
  /** @param {number} value @param {number} length */
  const append = (value, length) => {
    for (let index = length - 1; index >= 0; index -= 1) bits.push((value >> index) & 1);
  };
  append(4, 4);
  append(text.length, version < 10 ? 8 : 16);
  for (const byte of text) append(byte, 8);
  append(0, Math.min(4, capacity * 8 - bits.length));
  append(0, (8 - (bits.length % 8)) % 8);
  for (let index = 0; bits.length < capacity * 8; index += 1) append(index % 2 ? 0x11 : 0xec, 8);
  const data = Array.from({ length: capacity }, (_, index) => parseInt(bits.slice(index * 8, index * 8 + 8).join(""), 2));

  // The first blocks are one byte shorter when the bytes do not divide evenly.
  const short = Math.floor(total / count) - correction;
  const correct = reedSolomon(correction);
  const blocks = Array.from({ length: count }, (_, index) => data.splice(0, short + (index < count - (total % count) ? 0 : 1)));
  const ends = blocks.map(correct);
  /** @type {number[]} */
  const out = [];
  for (let index = 0; index <= short; index += 1) for (const block of blocks) if (index < block.length) out.push(block[index]);
  for (let index = 0; index < correction; index += 1) for (const end of ends) out.push(end[index]);
  return out;
}

/** @param {number} value @param {number} steps @param {number} polynomial @returns {number} the remainder of a BCH code */
function remainder(value, steps, polynomial) {
  let rest = value;
  for (let step = 0; step < steps; step += 1) rest = (rest << 1) ^ ((rest >> (steps - 1)) * polynomial);
  return rest;
}

/** @type {((x: number, y: number) => boolean)[]} the masks: which modules each inverts */
const masks = [
  (x, y) => (x + y) % 2 === 0,
  (x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + (y >> 1)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** @param {boolean[][]} modules @returns {number} how much of a symbol could be mistaken for a pattern (7.8.3) */
function penalty(modules) {
  const size = modules.length;
  let sum = 0;
  let dark = 0;
  for (let a = 0; a < size; a += 1) {
    for (const line of [modules[a], modules.map((row) => row[a])]) {
      const text = line.map(Number).join("");
      for (const run of text.match(/0{5,}|1{5,}/g) || []) sum += run.length - 2;
      for (let index = 0; index + 11 <= size; index += 1) {
        if (/^(10111010000|00001011101)/.test(text.slice(index, index + 11))) sum += 40;
      }
    }
    for (let b = 0; b < size; b += 1) {
      const here = modules[a][b];
      dark += Number(here);
      const [right, below] = [modules[a][b + 1], modules[a + 1]];
      if (below && right === here && below[b] === here && below[b + 1] === here) sum += 3;
    }
  }
  const total = size * size;
  return sum + Math.floor((Math.abs(dark * 20 - total * 10) + total - 1) / total) * 10 - 10;
}

/** @param {string} text @returns {boolean[][]} rows of modules, true is dark */
function symbol(text) {
  const bytes = new TextEncoder().encode(text);
  let version = 1;
  const fits = () =>
    4 + (version < 10 ? 8 : 16) + bytes.length * 8 <= (byteCount(version) - corrections[version - 1] * blockCounts[version - 1]) * 8;
  while (!fits()) if ((version += 1) > 40) throw new RangeError("too long for a QR code");
  const size = version * 4 + 17;
  const square = () => Array.from({ length: size }, () => new Array(size).fill(false));
  /** @type {boolean[][]} */
  let modules = square();
  /** @type {boolean[][]} modules of the function patterns */
  const fixed = square();
  /** @param {number} x @param {number} y @param {boolean} isDark */
  const set = (x, y, isDark) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    modules[y][x] = isDark;
    fixed[y][x] = true;
  };
  /** @param {number} x @param {number} y @param {number} radius @param {(distance: number) => boolean} isDark */
  const ring = (x, y, radius, isDark) => {
    for (let dy = -radius; dy <= radius; dy += 1) {
      for (let dx = -radius; dx <= radius; dx += 1) set(x + dx, y + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))));
    }
  };
  /** @param {number} mask level M has the bits 00 */
  const format = (mask) => {
    const bits = ((mask << 10) | remainder(mask, 10, 0x537)) ^ 0x5412;
    for (let index = 0; index < 15; index += 1) {
      const isDark = ((bits >> index) & 1) === 1;
      if (index < 6) set(8, index, isDark);
      else if (index < 8) set(8, index + 1, isDark);
      else set(index === 8 ? 7 : 14 - index, 8, isDark);
      if (index < 8) set(size - 1 - index, 8, isDark);
      else set(8, size - 15 + index, isDark);
    }
    set(8, size - 8, true);
  };

  for (let index = 0; index < size; index += 1) {
    set(6, index, index % 2 === 0);
    set(index, 6, index % 2 === 0);
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) ring(x, y, 4, (distance) => distance !== 2 && distance !== 4);
  const count = version > 1 ? Math.floor(version / 7) + 2 : 0;
  const step = version === 32 ? 26 : Math.floor((version * 4 + count * 2 + 1) / (count * 2 - 2)) * 2;
  const centres = Array.from({ length: count }, (_, index) => (index ? version * 4 + 10 - (count - 1 - index) * step : 6));
  const last = centres[count - 1];
  for (const x of centres) {
    for (const y of centres) {
      const isCorner = (x === 6 && y === 6) || (x === 6 && y === last) || (x === last && y === 6);
      if (!isCorner) ring(x, y, 2, (distance) => distance !== 1);
    }
  }
  format(0);
  if (version >= 7) {
    const bits = (version << 12) | remainder(version, 12, 0x1f25);
    for (let index = 0; index < 18; index += 1) {
      const [a, b] = [size - 11 + (index % 3), Math.floor(index / 3)];
      set(a, b, ((bits >> index) & 1) === 1);
      set(b, a, ((bits >> index) & 1) === 1);
    }
  }

  // The two-module columns from right to left, alternately up and down.
  const words = codewords(bytes, version);
  let index = 0;
  for (let right = size - 1; right >= 1; right -= right === 8 ? 3 : 2) {
    for (let turn = 0; turn < size; turn += 1) {
      for (const x of [right, right - 1]) {
        const y = (right + 1) & 2 ? turn : size - 1 - turn;
        if (fixed[y][x] || index >= words.length * 8) continue;
        modules[y][x] = ((words[index >> 3] >> (7 - (index & 7))) & 1) === 1;
        index += 1;
      }
    }
  }
  const plain = modules;
  const candidates = masks.map((inverts, mask) => {
    modules = plain.map((row, y) => row.map((isDark, x) => (fixed[y][x] ? isDark : isDark !== inverts(x, y))));
    format(mask);
    return { modules, penalty: penalty(modules) };
  });
  return candidates.reduce((best, next) => (next.penalty < best.penalty ? next : best)).modules;
}

/**
 * One path, one unit per module, with a quiet zone of four modules.
 * @param {string} text
 * @param {string} label what it is, for who cannot see it
 * @returns {SVGSVGElement}
 */
export function qrCode(text, label) {
  const modules = symbol(text);
  const side = modules.length + 8;
  let path = "";
  modules.forEach((row, y) => {
    for (const run of row.map(Number).join("").matchAll(/1+/g)) {
      const length = run[0].length;
      path += `M${(run.index || 0) + 4} ${y + 4}h${length}v1h-${length}z`;
    }
  });
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  for (const [name, value] of [["viewBox", `0 0 ${side} ${side}`], ["role", "img"], ["aria-label", label], ["shape-rendering", "crispEdges"]]) {
    svg.setAttribute(name, value);
  }
  for (const [fill, d] of [["#fff", `M0 0h${side}v${side}h-${side}z`], ["#000", path]]) {
    const part = document.createElementNS(space, "path");
    part.setAttribute("fill", fill);
    part.setAttribute("d", d);
    svg.append(part);
  }
  return svg;
}
