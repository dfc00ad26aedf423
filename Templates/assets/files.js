// @ts-check
/** How scripts read the site's other files and link to its pages. A copy without a server has offline/files.js in this place. */

/**
 * @param {URL} address
 * @param {RequestInit} [options]
 * @returns {Promise<string>} the file's text
 */
export async function textOf(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

/** @param {string} url @param {URL} base @returns {string} what a link to it says */
export const linkTo = (url, base) => new URL(url, base).href;
