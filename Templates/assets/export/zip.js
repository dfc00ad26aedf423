// @ts-check
/** An archive without compression (PKWARE APPNOTE 4.3), as Word opens it. */

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** @param {Uint8Array} bytes @returns {number} CRC-32 */
export function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ table[(sum ^ byte) & 0xff];
  return (sum ^ 0xffffffff) >>> 0;
}

/** @param {[name: string, content: string | Uint8Array][]} files names in ASCII @returns {Uint8Array[]} the archive in pieces */
export function zip(files) {
  const encoder = new TextEncoder();
  /** @type {Uint8Array[]} */
  const pieces = [];
  /** @type {Uint8Array[]} */
  const directory = [];
  let offset = 0;
  /** @param {number} signature @param {number[]} shorts @param {number[]} longs @param {number[]} more @param {number[]} last */
  const header = (signature, shorts, longs, more, last = []) => {
    const view = new DataView(new ArrayBuffer(4 + shorts.length * 2 + longs.length * 4 + more.length * 2 + last.length * 4));
    let at = 0;
    const put32 = (/** @type {number} */ value) => (view.setUint32(at, value, true), (at += 4));
    const put16 = (/** @type {number} */ value) => (view.setUint16(at, value, true), (at += 2));
    put32(signature);
    shorts.forEach(put16);
    longs.forEach(put32);
    more.forEach(put16);
    last.forEach(put32);
    return new Uint8Array(view.buffer);
  };
  for (const [name, content] of files) {
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    const path = encoder.encode(name);
    const sum = checksum(bytes);
    // Version 2.0, names in UTF-8, stored; 1 January 1980, because the day says nothing.
    const shared = [20, 0x800, 0, 0, 0x21];
    const sizes = [sum, bytes.length, bytes.length];
    pieces.push(header(0x04034b50, shared, sizes, [path.length, 0]), path, bytes);
    directory.push(header(0x02014b50, [20, ...shared], sizes, [path.length, 0, 0, 0, 0], [0, offset]), path);
    offset += 30 + path.length + bytes.length;
  }
  const length = directory.reduce((sum, piece) => sum + piece.length, 0);
  return [...pieces, ...directory, header(0x06054b50, [0, 0, files.length, files.length], [length, offset], [0])];
}
