// @ts-check
/** A search that an engine answers: a large site's documents are too many for a reader's browser. Contract: docs/open-data.md. */

/** @import {Card, Request, Result} from "./types" */

export const contract = 1;

/**
 * Asks the engine.
 * @param {URL} endpoint
 * @param {Request} request
 * @param {(address: URL) => Promise<string>} read
 * @returns {Promise<{result: Result, states: [code: string, label: string, ended: number][]}>} fails when the answer is not one
 */
export async function askEngine(endpoint, request, read) {
  const address = new URL(endpoint);
  address.searchParams.set("q", request.q);
  for (const [facet, values] of request.filters) for (const value of values) address.searchParams.append(facet, value);
  if (request.sort === "date") address.searchParams.set("sort", "date");
  address.searchParams.set("page", `${request.page}`);
  const answer = JSON.parse(await read(address));
  if (answer?.version !== contract || !Number.isInteger(answer.total) || !Array.isArray(answer.hits)) throw new Error("no answer of the engine");
  /** @type {Map<string, [string, string, number]>} */
  const states = new Map();
  const hits = answer.hits.map((/** @type {any} */ hit, /** @type {number} */ document) => {
    if (hit.state && hit.stateLabel) states.set(hit.state, [hit.state, hit.stateLabel, 0]);
    return { document, tier: 2, card: cardOf(hit) };
  });
  const size = 10;
  return {
    states: [...states.values()],
    result: {
      kind: answer.total === 0 ? "none" : answer.related ? "related" : "exact", total: answer.total, approximate: answer.approximate === true,
      hits, lost: 0, words: Array.isArray(answer.words) ? answer.words.map(String) : [request.q], places: [], documents: [],
      facets: facetsOf(answer.facets, request), page: request.page, pages: Math.ceil(answer.total / size),
      ...(answer.meant ? { meant: String(answer.meant) } : {}),
    },
  };
}

/**
 * @param {any} hit
 * @returns {Card}
 */
function cardOf(hit) {
  if (typeof hit.url !== "string" || typeof hit.title !== "string") throw new Error("a hit without address or title");
  const text = (/** @type {unknown} */ value) => (value == null ? "" : String(value));
  return {
    // Only addresses below the site's root: an answer cannot lead elsewhere.
    url: hit.url.replace(/^(?:[a-z][a-z\d+.-]*:)?\/+/i, ""), title: hit.title, number: text(hit.number), issuer: text(hit.issuer), kind: text(hit.kind), date: text(hit.date),
    state: text(hit.state), summary: text(hit.excerpt ?? hit.summary), length: 0,
  };
}

/**
 * @param {any} facets
 * @param {Request} request
 */
function facetsOf(facets, { filters }) {
  if (!Array.isArray(facets)) return [];
  return facets.map(({ id, label, values }) => ({
    id: String(id), label: String(label),
    values: values.map((/** @type {[string, string, number]} */ [value, words, count]) => (
      { id: String(value), label: String(words), count: Number(count), chosen: filters.get(id)?.includes(value) ?? false })),
  }));
}
