// @ts-check
/** What need not be waited for: a page shows what it has. */

/**
 * A value, or another one when it does not come in time or not at all.
 * @template T
 * @template U
 * @param {Promise<T>} value
 * @param {number} milliseconds
 * @param {U} otherwise
 * @returns {Promise<T | U>}
 */
export function inTime(value, milliseconds, otherwise) {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(otherwise), milliseconds);
    value.then(resolve, () => resolve(otherwise)).finally(() => clearTimeout(late));
  });
}
