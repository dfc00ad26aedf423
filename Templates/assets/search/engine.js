// @ts-check
/** One search: candidates, proof by reading their texts, related documents, the page of results. */

/** @import {Card, Filter, Found, Matches, Query, ReadText, Request, Result} from "./types" */
/** @import {Store} from "./store.js" */
import { countFacets, facetFile, facetFilter } from "./facets.js";
import { fold } from "./folding.js";
import { matchAll, matchSome, pairsOf } from "./matching.js";
import { contentWords, isNumber, mayBeTraditional, parseQuery, synonymsOf } from "./query.js";
import { inOrder, pageSize } from "./ranking.js";
import { documentsOf } from "./store.js";

/** Up to this many candidates are proved by reading, within these limits in compressed bytes. */
const fewCandidates = 24;
const proofBytes = { few: 140_000, many: 50_000 };
/** Reading texts of this total size is cheaper than loading more grams. */
const cheapBytes = 22_000;
/** Below this many exact results, none by title, related documents are shown too. */
const fewResults = 6;
const nearResults = 8;
/** A longer phrase is a quotation, whose reader does not want related documents. */
const longestTopic = 14;

/** @param {Card} card @returns {number} the approximate compressed size of its page */
export const pageBytes = (card) => 4000 + card.length;

/**
 * Searches as typed; when that finds nothing and the query may be traditional, in simplified characters.
 * @param {Store} store
 * @param {Request} request
 * @param {ReadText} readText the folded text of a document's page
 * @returns {Promise<Result>}
 */
export async function search(store, request, readText) {
  const result = await searchAsTyped(store, request, readText);
  if (result.kind === "exact" || result.kind === "idle" || !mayBeTraditional(request.q)) return result;
  const { toSimplified } = await import("./traditional.js");
  const plain = toSimplified(request.q);
  return plain === request.q ? result : { ...await searchAsTyped(store, { ...request, q: plain }, readText), plain };
}

/**
 * @param {Store} store
 * @param {Request} request
 * @param {ReadText} readText
 * @returns {Promise<Result>}
 */
async function searchAsTyped(store, request, readText) {
  const query = parseQuery(request.q);
  const filter = await facetFilter(store, request);
  if (query.phrases.length === 0) return browse(store, request, query, filter);
  const numbered = await numberHits(store, query, filter);
  // The typed number may also occur in a text literally: 2024年11 in 2024年11月.
  if (numbered.length > 0) query.phrases = [fold(request.q)];
  const exact = await exactMatches(store, query, filter, readText);
  for (const document of numbered) {
    exact.matches.set(document, exact.matches.get(document) ?? { score: 0, lowest: 0 });
  }
  if (exact.matches.size > 0 && !exact.doubtful) {
    const result = await page(store, request, query, exact, filter, "exact");
    const isTopic = !query.strict && numbered.length === 0 && result.total < fewResults && query.phrases.join("").length <= longestTopic;
    if (isTopic && !result.hits.some(({ tier }) => tier < 2)) result.near = () => near(store, query, exact.matches, filter);
    return result;
  }
  if (query.strict) return page(store, request, query, exact, filter, "exact");
  const pool = await related(store, query);
  for (const [document, match] of exact.pool) if (!pool.has(document)) pool.set(document, { ...match, score: 0 });
  return page(store, request, query, { matches: admitted(pool, filter), pool, approximate: false }, filter, "related");
}

/**
 * Documents that contain some of the query's words or synonyms; the query's phrases become these words.
 * @param {Store} store
 * @param {Query} query
 * @param {number} [step] see `pairsOf`
 */
async function related(store, query, step = 1) {
  const { synonyms } = await store.entry();
  const others = synonymsOf(query.phrases, synonyms);
  query.phrases = [...new Set(query.phrases.flatMap(contentWords))];
  query.synonyms = others;
  const words = query.phrases.map((word) => ({ word, weight: 1 }));
  return matchSome(store, pairsOf([...words, ...others.map((word) => ({ word, weight: 0.7 }))], step));
}

/**
 * The best related documents for a phrase that few documents contain.
 * @param {Store} store
 * @param {Query} query
 * @param {Matches} exact
 * @param {Filter} filter
 */
async function near(store, query, exact, filter) {
  const own = { ...query };
  const pool = admitted(await related(store, own, 2), filter);
  for (const document of exact.keys()) pool.delete(document);
  const { hits } = await inOrder(store, { q: "", filters: new Map(), sort: "relevance", page: 1 }, own, pool, "related", new Set());
  return hits.slice(0, nearResults);
}

/**
 * Documents that have the wanted number.
 * @param {Store} store
 * @param {Query} query
 * @param {Filter} filter
 */
async function numberHits(store, { number }, filter) {
  if (!number) return [];
  const documents = documentsOf((await store.numberList(number.key)) ?? "").filter(filter.admits).slice(0, 40);
  const cards = await Promise.all(documents.map((document) => store.card(document)));
  return documents.filter((_, index) => isNumber(cards[index].number ?? "", number));
}

/**
 * Documents that contain every phrase. The best candidates are proved by their texts, as long as that is cheap; when
 * some
 * stay unproved, the count is approximate and they come after the proved ones.
 * @param {Store} store
 * @param {Query} query
 * @param {Filter} filter
 * @param {ReadText} readText
 */
async function exactMatches(store, { phrases, asks }, filter, readText) {
  const { long } = await store.entry();
  const lengths = new Map(documentsOf(long.list).map((document, index) => [document, long.thousands[index] * 1000]));
  const isFew = (/** @type {Matches} */ matches) => matches.size <= 4
    && [...matches.keys()].reduce((sum, document) => sum + 4000 + (lengths.get(document) ?? 6000), 0) <= cheapBytes;
  const { matches: pool, proved } = await matchAll(store, phrases, asks, (all) => isFew(admitted(all, filter)));
  const matches = admitted(pool, filter);
  if (proved || matches.size === 0) return { matches, pool, approximate: false, doubtful: false };
  const best = [...matches].sort(([a, one], [b, two]) => two.score - one.score || b - a).slice(0, fewCandidates);
  const cards = await Promise.all(best.map(([document]) => store.card(document)));
  let bytes = matches.size > fewCandidates ? proofBytes.many : proofBytes.few;
  const verdicts = await Promise.all(best.map(async (_, index) => {
    const open = notInLabels(cards[index], phrases);
    if (open.length === 0) return true;
    const cost = pageBytes(cards[index]);
    if (cost > bytes) return null;
    bytes -= cost;
    const text = await readText(cards[index]).catch(() => null);
    return text && (open.every((phrase) => text.folded.includes(phrase)) || (text.isWhole ? false : null));
  }));
  best.forEach(([document, match], index) => {
    if (verdicts[index]) match.isProved = true;
    else if (verdicts[index] === false) matches.delete(document);
  });
  const unproved = matches.size - verdicts.filter((verdict) => verdict).length;
  // None of a question's best candidates was proved: the others may also contain only its pieces.
  const doubtful = asks && unproved === matches.size && verdicts.includes(false);
  return { matches, pool, approximate: unproved > 0, doubtful };
}

/**
 * The phrases that are not on the card.
 * @param {Card} card
 * @param {string[]} phrases
 */
function notInLabels({ title, number, index, issuer, keywords, summary }, phrases) {
  const labels = [title, number, index, issuer, summary, ...(keywords ?? "").split(" ")].map((label) => fold(label ?? ""));
  return phrases.filter((phrase) => !labels.some((label) => label.includes(phrase)));
}

/**
 * @param {Matches} pool
 * @param {Filter} filter
 * @returns {Matches}
 */
const admitted = (pool, { admits }) => new Map([...pool].filter(([document]) => admits(document)));

/**
 * No words: all documents that the facets admit, newest first.
 * @param {Store} store
 * @param {Request} request
 * @param {Query} query
 * @param {Filter} filter
 * @returns {Promise<Result>}
 */
async function browse(store, request, query, filter) {
  const isBlank = query.text.trim() === "";
  if (filter.chosen.size === 0 || !isBlank) {
    const kind = isBlank ? "idle" : "none";
    return { kind, total: 0, approximate: false, hits: [], near: null, words: [], facets: [], page: 1, pages: 0, documents: [] };
  }
  /** @type {Matches} */
  const pool = new Map();
  for (let document = 0; document < (await store.entry()).count; document++) pool.set(document, { score: 0, lowest: 0 });
  const found = { matches: admitted(pool, filter), pool, approximate: false };
  return page(store, { ...request, sort: "date" }, query, found, filter, "exact");
}

/**
 * One page of the matches, best first, with facet counts.
 * @param {Store} store
 * @param {Request} request
 * @param {Query} query
 * @param {Found} found
 * @param {Filter} filter
 * @param {"exact" | "related"} kind
 * @returns {Promise<Result>}
 */
async function page(store, request, query, found, filter, kind) {
  const { matches, approximate } = found;
  const total = matches.size;
  const pages = Math.ceil(total / pageSize);
  const current = Math.min(request.page, Math.max(1, pages));
  const isMany = total > pageSize;
  const facets = isMany || filter.chosen.size > 0 ? await countFacets(store, request, found, filter) : [];
  const { hits, documents } = await inOrder(store, { ...request, page: current }, query, matches, kind, isMany ? await ended(store) : new Set());
  return { kind: total === 0 ? "none" : kind, total, approximate, hits, near: null, words: query.phrases, facets, page: current, pages, documents };
}

/** @param {Store} store */
const ended = async (store) => new Set(documentsOf((await facetFile(store)).ended));
