// @ts-check
/** files.js of a copy without a server: beside each file that scripts read stands a script that hands over its text, and links end in a file. */

const { gongkai } = /** @type {any} */ (globalThis);

/** @param {URL} address @returns {Promise<string>} */
export const textOf = (address) => gongkai.textOf(new URL(linkTo("", address)));

/** @param {string} url @param {URL} base @returns {string} */
export function linkTo(url, base) {
  const address = new URL(url, base);
  if (address.protocol === "file:" && address.pathname.endsWith("/")) address.pathname += "index.html";
  return address.href;
}
