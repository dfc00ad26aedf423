// @ts-check
/** The state of the search page is entirely in its address. */

/** @import {Request} from "./types" */

/** Longer queries are cut: no server accepts addresses of any length. */
export const longestQuery = 300;

/**
 * @param {string} search the query part of an address
 * @returns {Request}
 */
export function requestFrom(search) {
  const parameters = new URLSearchParams(search);
  /** @type {Record<string, string[]>} */
  const filters = {};
  for (const [name, value] of parameters) {
    if (["q", "sort", "page"].includes(name) || value === "") continue;
    filters[name] = [...new Set([...(filters[name] ?? []), value])];
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
  for (const [name, values] of Object.entries(filters)) for (const value of values) parameters.append(name, value);
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
  const values = request.filters[facet] ?? [];
  const changed = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  const filters = { ...request.filters, [facet]: changed };
  if (changed.length === 0) delete filters[facet];
  return filters;
}
