// @ts-check
/** One search: candidates, proof against the texts, order, facets, the page of results. */

/** @import {Card, Facet, FacetValues, Filter, Found, Hit, Matches, Query, ReadText, Request, Result} from "./types" */
/** @import {Store} from "./store.js" */
import { fold } from "./folding.js";
import { matchAll, matchSome } from "./matching.js";
import { contentWords, isNumber, parseQuery, synonymsOf } from "./query.js";
import { documentsOf } from "./store.js";

export const pageSize = 10;
/** Up to this many candidates are read for proof, and what that may cost, in compressed bytes. */
const fewCandidates = 24;
const proofBytes = { few: 140_000, many: 50_000 };
/** Reading texts of this size is cheaper than loading more grams. */
const cheapBytes = 22_000;
/** Best candidates whose titles are compared before the order is final. */
const compared = 20;

/** @param {Card} card whose page is about so many compressed bytes */
export const pageBytes = (card) => 4000 + card.length;

/**
 * @param {Store} store
 * @param {Request} request
 * @param {ReadText} readText the folded text of a document's page
 * @returns {Promise<Result>}
 */
export async function search(store, request, readText) {
  const query = parseQuery(request.q);
  const filter = await facetFilter(store, request);
  if (query.phrases.length === 0) return browse(store, request, query, filter);
  const numbered = await numberHits(store, query, filter);
  if (numbered.length > 0 && query.number) query.phrases = [fold(`${query.number.agency}${query.number.key}号`)];
  const exact = await exactMatches(store, query, filter, readText);
  for (const document of numbered) {
    exact.matches.set(document, exact.matches.get(document) ?? { score: 0, lowest: 0 });
  }
  if (query.strict || (exact.matches.size > 0 && !exact.doubtful)) return order(store, request, query, exact, filter, "exact");
  const { synonyms } = await store.entry();
  const others = synonymsOf(query.phrases, synonyms).map((word) => ({ word, weight: 0.7 }));
  query.phrases = [...new Set(query.phrases.flatMap(contentWords))];
  const words = query.phrases.map((word) => ({ word, weight: 1 }));
  const pool = await matchSome(store, [...words, ...others]);
  for (const [document, match] of exact.pool) if (!pool.has(document)) pool.set(document, { ...match, score: 0 });
  return order(store, request, query, { matches: admitted(pool, filter), pool, approximate: false }, filter, "related");
}

/**
 * Documents that carry the number asked for.
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
 * Documents in which every phrase stands. The best candidates are proved by their texts, as far as that costs little;
 * where some stay unproved, the count is approximate and they come after the proved ones.
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
  const { matches: pool, proved } = await matchAll(store, phrases, (all) => isFew(admitted(all, filter)));
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
    return text && open.every((phrase) => text.folded.includes(phrase));
  }));
  best.forEach(([document, match], index) => {
    if (verdicts[index]) match.score += 500;
    else if (verdicts[index] === false) matches.delete(document);
  });
  const unproved = matches.size - verdicts.filter((verdict) => verdict).length;
  // A question whose best candidates were read in vain: the others, too, may only hold its pieces.
  const doubtful = asks && unproved === matches.size && verdicts.includes(false);
  return { matches, pool, approximate: unproved > 0, doubtful };
}

/**
 * The phrases that do not stand on the card.
 * @param {Card} card
 * @param {string[]} phrases
 */
function notInLabels({ title, number, index, keywords, summary }, phrases) {
  const labels = [title, number, index, summary, ...(keywords ?? "").split(" ")].map((label) => fold(label ?? ""));
  return phrases.filter((phrase) => !labels.some((label) => label.includes(phrase)));
}

/**
 * @param {Matches} pool
 * @param {Filter} filter
 * @returns {Matches}
 */
const admitted = (pool, { admits }) => new Map([...pool].filter(([document]) => admits(document)));

/**
 * @param {Store} store
 * @param {Request} request
 * @returns {Promise<Filter>}
 */
async function facetFilter(store, { filters }) {
  /** @type {Map<string, Set<number>>} */
  const chosen = new Map();
  for (const { id, name } of (await store.entry()).facets) {
    if (!filters[id]) continue;
    const values = await facetValues(store, name);
    chosen.set(id, new Set(values.filter(([value]) => filters[id].includes(value)).flatMap(([, , list]) => documentsOf(list))));
  }
  const sets = [...chosen.values()];
  return { admits: (document) => sets.every((set) => set.has(document)), chosen };
}

/**
 * @param {Store} store
 * @param {string} name
 * @returns {Promise<FacetValues>}
 */
const facetValues = async (store, name) => (await store.load(`facets/${name}.json`)).values;

/**
 * No words: all documents that the facets leave, newest first.
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
    return { kind, total: 0, approximate: false, hits: [], words: [], facets: [], page: 1, pages: 0, documents: [] };
  }
  /** @type {Matches} */
  const pool = new Map();
  for (let document = 0; document < (await store.entry()).count; document++) pool.set(document, { score: 0, lowest: 0 });
  const found = { matches: admitted(pool, filter), pool, approximate: false };
  return order(store, { ...request, sort: "date" }, query, found, filter, "exact");
}

/**
 * Ranks the matches, counts the facets and loads the cards of one page.
 * @param {Store} store
 * @param {Request} request
 * @param {Query} query
 * @param {Found} found
 * @param {Filter} filter
 * @param {"exact" | "related"} kind
 * @returns {Promise<Result>}
 */
async function order(store, request, query, found, filter, kind) {
  const { matches, approximate } = found;
  const entry = await store.entry();
  const total = matches.size;
  const pages = Math.ceil(total / pageSize);
  const page = Math.min(Math.max(1, request.page), Math.max(1, pages));
  const first = (page - 1) * pageSize;
  const isMany = total > pageSize;
  const facets = isMany || filter.chosen.size > 0 ? await countFacets(store, request, found, filter) : [];
  const ended = new Set(isMany ? documentsOf((await store.load(`facets/${entry.ended}.json`)).list) : []);
  const ranked = [...matches].map(([document, match]) => {
    const gentle = (ended.has(document) ? 0.85 : 1) * (1 + (0.08 * document) / entry.count);
    return { document, score: match.score * gentle + (kind === "exact" && match.lowest >= 5 ? 1000 : 0) };
  });
  const byDate = request.sort === "date";
  ranked.sort((a, b) => (byDate ? 0 : b.score - a.score) || b.document - a.document);
  const compares = !byDate && first < compared;
  const head = compares ? ranked.slice(0, compared) : ranked.slice(first, first + pageSize);
  const cards = await Promise.all(head.map(({ document }) => store.card(document)));
  let hits = head.map((match, index) => ({ ...match, card: cards[index], tier: 0 }));
  if (compares) {
    const over = new Set(entry.states.filter(([, , isEnded]) => isEnded === 1).map(([code]) => code));
    for (const hit of hits) Object.assign(hit, standing(hit, query, kind, over));
    hits.sort((a, b) => a.tier - b.tier || b.score - a.score || b.document - a.document);
    hits = hits.slice(first, first + pageSize);
  }
  const documents = ranked.map(({ document }) => document);
  return { kind: total === 0 ? "none" : kind, total, approximate, hits, words: query.phrases, facets, page, pages, documents };
}

/**
 * Number before title before the rest; within titles, the one of which the phrase is the largest part.
 * @param {Hit} hit
 * @param {Query} query
 * @param {"exact" | "related"} kind
 * @param {Set<string>} over states that have ended
 */
function standing({ card, score }, { phrases, number }, kind, over) {
  const title = fold(card.title);
  const penalty = (over.has(card.state ?? "") ? 0.25 : 0) + (isNotice(title) && !phrases.some(isNotice) ? 0.2 : 0);
  if (number && isNumber(card.number ?? "", number)) return { tier: 0, score: 1 - penalty };
  if (phrases.includes(fold(card.index ?? ""))) return { tier: 0, score: 1 - penalty };
  if (kind === "exact" && phrases.length > 0 && phrases.every((phrase) => title.includes(phrase))) {
    return { tier: 1, score: phrases.join("").length / title.length - penalty };
  }
  return { tier: 2, score: score * (1 - penalty / 2) };
}

/** @param {string} title of an act; whether it only changes or ends others */
const isNotice = (title) => /修改|修正|废止|失效|宣布/.test(title);

/**
 * Counts of each value: of one facet under the choices made in all the others.
 * @param {Store} store
 * @param {Request} request
 * @param {Found} found
 * @param {Filter} filter
 * @returns {Promise<Facet[]>}
 */
async function countFacets(store, { filters }, { matches, pool }, { chosen }) {
  const { facets } = await store.entry();
  return Promise.all(facets.map(async ({ id, label, name }) => {
    const others = [...chosen].filter(([other]) => other !== id).map(([, set]) => set);
    const counts = (/** @type {number} */ document) => chosen.has(id)
      ? pool.has(document) && others.every((set) => set.has(document)) : matches.has(document);
    const values = (await facetValues(store, name)).map(([value, words, list]) => ({
      id: value, label: words, chosen: chosen.has(id) && filters[id].includes(value),
      count: documentsOf(list).filter(counts).length,
    }));
    return { id, label, values: values.filter(({ count, chosen: isChosen }) => count > 0 || isChosen) };
  }));
}
