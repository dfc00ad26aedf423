// @ts-check
/** One search: candidates, proof against the texts, order, facets, the page of results. */

import { documentsOf } from "./codec.js";
import { fold } from "./folding.js";
import { matchAll, matchSome } from "./matching.js";
import { contentWords, isNumber, parseQuery, synonymsOf } from "./query.js";

/**
 * @typedef {import("./store.js").Card} Card
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./query.js").Query} Query
 * @typedef {import("./matching.js").Match} Match
 * @typedef {{q: string, filters: Record<string, string[]>, sort: string, page: number}} Request
 * @typedef {{folded: string}} Text
 * @typedef {{document: number, card: Card, tier: number, score: number}} Hit
 * @typedef {{id: string, label: string, values: {id: string, label: string, count: number, chosen: boolean}[]}} Facet
 * @typedef {{kind: "idle" | "exact" | "related" | "none", total: number, approximate: boolean, hits: Hit[], words: string[],
 *   facets: Facet[], page: number, pages: number}} Result
 */

export const pageSize = 10;
/** What reading texts for proof may cost, in compressed bytes: with few candidates, and with so many that not all can be read. */
const proofBytes = { few: 100_000, many: 50_000 };
/** Candidates are few up to this number. */
const fewCandidates = 12;
/** Reading texts of this size is cheaper than loading more grams. */
const cheapBytes = 22_000;
/** Best candidates whose titles are compared before the order is final. */
const compared = 20;

/**
 * About how many compressed bytes a document's page is.
 * @param {Card} card
 */
export const pageBytes = (card) => 4000 + card.length;

/**
 * @param {Store} store
 * @param {Request} request
 * @param {(card: Card) => Promise<Text>} readText the folded text of a document's page
 * @returns {Promise<Result>}
 */
export async function search(store, request, readText) {
  const entry = await store.entry();
  const query = parseQuery(request.q);
  const filter = await facetFilter(store, request.filters);
  if (query.phrases.length === 0) return browse(store, request, query, filter);

  const numbered = await numberHits(store, query, filter.admits);
  const phrases = numbered.size > 0 && query.number ? [numberPhrase(query.number)] : query.phrases;
  const exact = await exactMatches(store, phrases, filter.admits, readText);
  for (const document of numbered) {
    exact.matches.set(document, exact.matches.get(document) ?? { grams: 0, score: 0, lowest: 0 });
  }
  if (exact.matches.size > 0 || query.strict) {
    const approximate = exact.approximate && exact.matches.size > 0;
    return order(store, request, { ...query, phrases }, exact.matches, filter, "exact", approximate, phrases);
  }
  const words = [...new Set(query.phrases.flatMap(contentWords))];
  const related = await matchSome(store, [
    ...words.map((word) => ({ word, weight: 1 })),
    ...synonymsOf(query.phrases, entry.synonyms).map((word) => ({ word, weight: 0.7 })),
  ], filter.admits);
  return order(store, request, { ...query, phrases: words }, related, filter, "related", false, words);
}

/** @param {import("./query.js").NumberQuery} number */
const numberPhrase = ({ key, agency }) => fold(`${agency}${key}号`);

/**
 * @param {Store} store
 * @param {Query} query
 * @param {(document: number) => boolean} admits
 */
async function numberHits(store, query, admits) {
  /** @type {Set<number>} */
  const hits = new Set();
  if (!query.number) return hits;
  const list = await store.numberList(query.number.key);
  const documents = list === undefined ? [] : documentsOf(list).filter(admits).slice(0, 40);
  const cards = await Promise.all(documents.map((document) => store.card(document)));
  for (const [index, card] of cards.entries()) {
    if (isNumber(card.number ?? "", query.number)) hits.add(documents[index]);
  }
  return hits;
}

/**
 * Documents in which every phrase stands. The best candidates are proved by their texts, as far as that costs little;
 * where some stay unproved, the count is approximate and they come after the proved ones.
 * @param {Store} store
 * @param {string[]} phrases
 * @param {(document: number) => boolean} admits
 * @param {(card: Card) => Promise<Text>} readText
 * @returns {Promise<{matches: Map<number, Match>, approximate: boolean}>}
 */
async function exactMatches(store, phrases, admits, readText) {
  const { long } = await store.entry();
  const lengths = new Map(documentsOf(long.list).map((document, index) => [document, long.thousands[index] * 1000]));
  const isFew = (/** @type {Map<number, Match>} */ matches) => matches.size <= 4
    && [...matches.keys()].reduce((sum, document) => sum + 4000 + (lengths.get(document) ?? 6000), 0) <= cheapBytes;
  const { matches, proved } = await matchAll(store, phrases, admits, isFew);
  if (proved || matches.size === 0) return { matches, approximate: false };
  const best = [...matches].sort(([a, one], [b, two]) => two.score - one.score || b - a).slice(0, fewCandidates);
  const cards = await Promise.all(best.map(([document]) => store.card(document)));
  let bytes = matches.size > fewCandidates ? proofBytes.many : proofBytes.few;
  let unproved = matches.size - best.length;
  await Promise.all(best.map(async ([document, match], index) => {
    const verdict = isInLabels(cards[index], match, phrases) || await (async () => {
      const cost = pageBytes(cards[index]);
      if (cost > bytes) return null;
      bytes -= cost;
      const text = await readText(cards[index]).catch(() => null);
      return text && phrases.every((phrase) => text.folded.includes(phrase));
    })();
    if (verdict === null) unproved++;
    else if (verdict) matches.set(document, { ...match, score: match.score + 500 });
    else matches.delete(document);
  }));
  return { matches, approximate: unproved > 0 };
}

/**
 * @param {Card} card
 * @param {Match} match
 * @param {string[]} phrases
 */
function isInLabels(card, match, phrases) {
  const labels = [card.title, card.number, card.index].map((label) => fold(label ?? ""));
  return match.lowest >= 4 || phrases.every((phrase) => labels.some((label) => label.includes(phrase)));
}

/**
 * @typedef {{admits: (document: number) => boolean, chosen: Map<string, Set<number>>}} Filter
 * @param {Store} store
 * @param {Record<string, string[]>} filters
 * @returns {Promise<Filter>}
 */
async function facetFilter(store, filters) {
  const { facets } = await store.entry();
  /** @type {Map<string, Set<number>>} */
  const chosen = new Map();
  for (const { id, name } of facets) {
    const wanted = filters[id] ?? [];
    if (wanted.length === 0) continue;
    const { values } = await store.load(`facets/${name}.json`);
    chosen.set(id, new Set(values.filter((/** @type {string[]} */ value) => wanted.includes(value[0]))
      .flatMap((/** @type {string[]} */ value) => documentsOf(value[2]))));
  }
  const sets = [...chosen.values()];
  return { admits: (document) => sets.every((set) => set.has(document)), chosen };
}

/**
 * No words: all documents that the facets leave, newest first.
 * @param {Store} store
 * @param {Request} request
 * @param {Query} query
 * @param {Filter} filter
 * @returns {Promise<Result>}
 */
async function browse(store, request, query, filter) {
  if (filter.chosen.size === 0 || query.text.trim() !== "") {
    const kind = query.text.trim() === "" ? "idle" : "none";
    return { kind, total: 0, approximate: false, hits: [], words: [], facets: [], page: 1, pages: 0 };
  }
  const { count } = await store.entry();
  /** @type {Map<number, Match>} */
  const matches = new Map();
  for (let document = 0; document < count; document++) {
    if (filter.admits(document)) matches.set(document, { grams: 0, score: 0, lowest: 0 });
  }
  return order(store, { ...request, sort: "date" }, query, matches, filter, "exact", false, []);
}

/**
 * Ranks the matches, counts the facets and loads the cards of one page.
 * @param {Store} store
 * @param {Request} request
 * @param {Query} query
 * @param {Map<number, Match>} matches
 * @param {Filter} filter
 * @param {"exact" | "related"} kind
 * @param {boolean} approximate
 * @param {string[]} words
 * @returns {Promise<Result>}
 */
async function order(store, request, query, matches, filter, kind, approximate, words) {
  const { count } = await store.entry();
  const many = matches.size > pageSize;
  const ended = new Set(many ? documentsOf((await store.load(`facets/${(await store.entry()).ended}.json`)).list) : []);
  const facets = many || filter.chosen.size > 0 ? await countFacets(store, request, matches, filter) : [];
  const total = matches.size;
  const pages = Math.ceil(total / pageSize);
  const page = Math.min(Math.max(1, request.page), Math.max(1, pages));
  const ranked = [...matches].map(([document, match]) => {
    const gentle = (ended.has(document) ? 0.85 : 1) * (1 + (0.08 * document) / count);
    return { document, score: match.score * gentle + (kind === "exact" && match.lowest >= 5 ? 1000 : 0) };
  });
  if (request.sort === "date") ranked.sort((a, b) => b.document - a.document);
  else ranked.sort((a, b) => b.score - a.score || b.document - a.document);
  const first = (page - 1) * pageSize;
  const head = request.sort === "date" || first >= compared
    ? ranked.slice(first, first + pageSize)
    : ranked.slice(0, compared);
  const cards = await Promise.all(head.map(({ document }) => store.card(document)));
  const states = new Map((await store.entry()).states.map(([code, , isEnded]) => [code, isEnded === 1]));
  let hits = head.map(({ document, score }, index) => ({ document, card: cards[index], score, tier: 0 }));
  if (request.sort !== "date" && first < compared) {
    for (const hit of hits) Object.assign(hit, standing(hit, query, kind, states));
    hits.sort((a, b) => a.tier - b.tier || b.score - a.score || b.document - a.document);
    hits = hits.slice(first, first + pageSize);
  }
  const kindShown = total === 0 ? "none" : kind;
  return { kind: kindShown, total, approximate, hits, words, facets, page, pages };
}

/**
 * Number before title before the rest; within titles, the one of which the phrase is the largest part.
 * @param {Hit} hit
 * @param {Query} query
 * @param {"exact" | "related"} kind
 * @param {Map<string, boolean>} states
 */
function standing({ card, score }, query, kind, states) {
  const isEnded = states.get(card.state ?? "") ?? false;
  const title = fold(card.title);
  const penalty = (isEnded ? 0.25 : 0) + (isNotice(title) && !query.phrases.some(isNotice) ? 0.2 : 0);
  if (query.number && isNumber(card.number ?? "", query.number)) return { tier: 0, score: 1 - penalty };
  if (query.phrases.some((phrase) => fold(card.index ?? "") === phrase)) return { tier: 0, score: 1 - penalty };
  if (kind === "related") return { tier: 3, score: score * (1 - penalty / 2) };
  if (query.phrases.length > 0 && query.phrases.every((phrase) => title.includes(phrase))) {
    const part = query.phrases.reduce((sum, phrase) => sum + phrase.length, 0) / title.length;
    return { tier: 1, score: part - penalty };
  }
  return { tier: 3, score: score * (1 - penalty / 2) };
}

/** Titles of acts that only change or end others. @param {string} title */
const isNotice = (title) => /修改|修正|废止|失效|宣布/.test(title);

/**
 * Counts per value, each facet under the choices in all the others.
 * @param {Store} store
 * @param {Request} request
 * @param {Map<number, Match>} matches already under all choices
 * @param {Filter} filter
 * @returns {Promise<Facet[]>}
 */
async function countFacets(store, request, matches, filter) {
  const { facets } = await store.entry();
  return Promise.all(facets.map(async ({ id, label, name }) => {
    const { values } = await store.load(`facets/${name}.json`);
    const wanted = request.filters[id] ?? [];
    const counted = values.map((/** @type {string[]} */ [value, words, list]) => ({
      id: value, label: words, chosen: wanted.includes(value),
      count: documentsOf(list).reduce((sum, document) => sum + (matches.has(document) ? 1 : 0), 0),
    }));
    return { id, label, values: counted.filter((/** @type {any} */ value) => value.count > 0 || value.chosen) };
  }));
}
