// @ts-check
/** The state of the search page is entirely in its address. */

/** @import {Request} from "./types" */

/** Longer queries are cut: no server accepts addresses of any length. */
export const longestQuery = 300;

/**
 * What an address asks for. Its filters are only asked for: `knownFilters` keeps those that the index has.
 * @param {string} search the query part of an address
 * @returns {Request}
 */
export function requestFrom(search) {
  const parameters = new URLSearchParams(search);
  /** @type {Map<string, string[]>} */
  const filters = new Map();
  for (const [name, value] of parameters) {
    if (["q", "sort", "page"].includes(name) || value === "") continue;
    filters.set(name, [...new Set([...(filters.get(name) ?? []), value])]);
  }
  const page = Number.parseInt(parameters.get("page") ?? "1", 10);
  return {
    q: (parameters.get("q") ?? "").slice(0, longestQuery), filters, sort: parameters.get("sort") === "date" ? "date" : "relevance",
    page: page > 0 ? page : 1,
  };
}

/**
 * @param {Request} request
 * @param {Partial<Request>} [changes]
 */
export function addressOf(request, changes = {}) {
  const { q, filters, sort, page } = { ...request, page: 1, ...changes };
  const parameters = new URLSearchParams();
  if (q !== "") parameters.set("q", q);
  for (const [name, values] of filters) for (const value of values) parameters.append(name, value);
  if (sort === "date") parameters.set("sort", sort);
  if (page > 1) parameters.set("page", String(page));
  return `?${parameters}`;
}

/**
 * The filters with one value added, or removed if it is already there.
 * @param {Request} request
 * @param {string} facet
 * @param {string} value
 */
export function toggled(request, facet, value) {
  const values = request.filters.get(facet) ?? [];
  return replaced(request, facet, values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
}

/**
 * The filters with other values of one facet.
 * @param {Request} request
 * @param {string} facet
 * @param {string[]} values
 */
export function replaced(request, facet, values) {
  const filters = new Map(request.filters);
  if (values.length > 0) filters.set(facet, values);
  else filters.delete(facet);
  return filters;
}
