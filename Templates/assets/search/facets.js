// @ts-check
/** Filtering results: values of one facet are combined by or, facets by and. */

/** @import {Facet, FacetFile, Filter, Found, Request} from "./types" */
/** @import {Store} from "./store.js" */
import { documentsOf } from "./store.js";

/** @param {Store} store @returns {Promise<FacetFile>} */
export const facetFile = async (store) => store.load(`facets/${(await store.entry()).facets}.json`);

/** Ranges of values: `2019-2023`, `2019-`, `-2023`. */
const range = /^(\d{0,4})-(\d{0,4})$/;

/**
 * Whether the choices in an address include a value.
 * @param {string[]} choices
 * @param {string} value
 */
export function isChosen(choices, value) {
  return choices.includes(value) || choices.some((choice) => {
    const ends = choice === "-" ? null : range.exec(choice);
    return ends !== null && /^\d+$/.test(value) && Number(value) >= Number(ends[1]) && (ends[2] === "" || Number(value) <= Number(ends[2]));
  });
}

/**
 * The filters that are filters of this site: other parameters of an address (what programs for messages and statistics add to
 * it, or what somebody would like to see on an official page) mean nothing, and nothing of them is shown.
 * @param {Store} store
 * @param {Request} request
 */
export async function knownFilters(store, { filters }) {
  /** @type {Map<string, string[]>} */
  const known = new Map();
  if (filters.size === 0) return known;
  for (const { id, values } of (await facetFile(store)).facets) {
    const isNumeric = values.some(([value]) => /^\d+$/.test(value));
    const chosen = (filters.get(id) ?? []).filter((choice) => values.some(([value]) => value === choice)
      || isNumeric && choice !== "-" && range.test(choice));
    if (chosen.length > 0) known.set(id, chosen);
  }
  return known;
}

/**
 * @param {Store} store
 * @param {Request} request
 * @returns {Promise<Filter>}
 */
export async function facetFilter(store, { filters }) {
  /** @type {Map<string, Set<number>>} */
  const chosen = new Map();
  if (filters.size > 0) {
    for (const { id, values } of (await facetFile(store)).facets) {
      const choices = filters.get(id);
      if (!choices) continue;
      chosen.set(id, new Set(values.filter(([value]) => isChosen(choices, value)).flatMap(([, , list]) => documentsOf(list))));
    }
  }
  const sets = [...chosen.values()];
  return { admits: (document) => sets.every((set) => set.has(document)), chosen };
}

/**
 * The count of each value; a facet is counted under the choices made in all others.
 * @param {Store} store
 * @param {Request} request
 * @param {Found} found
 * @param {Filter} filter
 * @returns {Promise<Facet[]>}
 */
export async function countFacets(store, { filters }, { matches, pool }, { chosen }) {
  return (await facetFile(store)).facets.map(({ id, label, values }) => {
    const others = [...chosen].filter(([other]) => other !== id).map(([, set]) => set);
    const counts = (/** @type {number} */ document) => chosen.has(id)
      ? pool.has(document) && others.every((set) => set.has(document)) : matches.has(document);
    return {
      id, label,
      values: values.map(([value, words, list]) => ({
        id: value, label: words, chosen: isChosen(filters.get(id) ?? [], value),
        count: documentsOf(list).filter(counts).length,
      })).filter(({ count, chosen: isOn }) => count > 0 || isOn),
    };
  });
}
