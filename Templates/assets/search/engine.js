// @ts-check
/** One search: titles first, then the texts that contain the words, then those that speak of them; one list, one page. */

/** @import {Early, Filter, Found, Hit, Matches, Query, ReadText, Related, Request, Result} from "./types" */
/** @import {Store} from "./store.js" */
/** @import {Titles} from "./titles.js" */
import { askForLists, askForUnits } from "./ahead.js";
import { exactMatches } from "./exact.js";
import { countFacets, facetFilter } from "./facets.js";
import { fold } from "./folding.js";
import { articleNamed, numbersNamed, titlesNamed } from "./naming.js";
import { inTime } from "./patience.js";
import { mayBeTraditional, parseQuery } from "./query.js";
import { inOrder, pageSize, tiers } from "./ranking.js";
import { relatedTo } from "./related.js";
import { patience } from "./store.js";
import { Synonyms, contentWords, isNoise } from "./words.js";

/** Below this many results, documents that only speak of the words are shown too. */
const fewResults = 6;
/** A longer phrase is a quotation, whose reader does not want related documents. */
const longestTopic = 14;
/** A query of this length may be what people call a thing; one that is this share of a title is its name. */
const shortName = 8;
const wholeTitle = 0.8;
/** A title this good stays before those that other words find. */
const sureTitle = 0.9;
/** So is a longer query, in which nobody speaks of his own affairs. */
const longestSpeech = 36;

/**
 * Searches as typed; when no document says that literally, in simplified characters, or by the sounds of titles.
 * @param {Store} store
 * @param {Request} request
 * @param {ReadText} readText the folded text of a document's page
 * @param {Early} [early] told what stands first, as soon as that is sure
 * @returns {Promise<Result>}
 */
export async function search(store, request, readText, early) {
  const result = await searchAsTyped(store, request, readText, early);
  if (result.isLiteral || result.kind === "idle") return result;
  const plain = await otherSpelling(store, request.q);
  if (!plain || plain === request.q) return result;
  const other = await searchAsTyped(store, { ...request, q: plain }, readText);
  // A misspelt title is a guess; what was typed in other characters is not.
  return other.isLiteral || other.total > 0 && (result.kind !== "exact" || result.meant) ? { ...other, plain } : result;
}

/**
 * @param {Store} store
 * @param {string} text
 * @returns {Promise<string | null>}
 */
async function otherSpelling(store, text) {
  if (mayBeTraditional(text)) return (await import("./traditional.js")).toSimplified(text);
  if (!/^[a-z\s'’]+$/i.test(text.trim())) return null;
  const [{ hanOf }, titles, words] = await Promise.all([import("./pinyin.js"), store.titles(), store.allSynonyms()]);
  return hanOf(text, [...titles.cores, ...words]);
}

/**
 * @param {Store} store
 * @param {Request} request
 * @param {ReadText} readText
 * @param {Early} [early]
 * @returns {Promise<Result>}
 */
async function searchAsTyped(store, request, readText, early) {
  const query = parseQuery(request.q);
  const filter = await facetFilter(store, request);
  // A single 的 or 我 asks for nothing; any two characters of a text find it.
  if (query.phrases.length === 0 || (request.q.trim().length === 1 && isNoise(query.phrases[0]))) return browse(store, request, query, filter);
  askForLists(store, query);
  const titles = await store.titles();
  const asked = query.number?.rest ? query.number.rest.map(fold).filter((word) => word.length > 1) : query.phrases;
  /** @param {Synonyms} [known] */
  const wordsWith = (known) => (query.strict ? query.phrases : [...new Set(asked.flatMap((phrase) => contentWords(phrase, known)))]);
  query.words = wordsWith();
  const named = await numbersNamed(store, titles, query);
  // The typed number may also occur in a text literally: 2024年11 in 2024年11月.
  if (named.size > 0 && !query.number?.isInside) query.phrases = [fold(request.q)];
  const isNumber = named.size > 0;
  let synonyms = await firstSynonyms(store, titles, query, isNumber);
  if (synonyms) query.words = wordsWith(synonyms);
  const article = articleNamed(titles, synonyms ?? noSynonyms, query, named);
  if (article) named.set(article.document, 9);
  let titled = article ? new Map() : titlesNamed(titles, synonyms ?? noSynonyms, query);
  const isTitle = [...titled.values()].some(({ quality }) => quality === 1);
  for (const [document, score] of query.day && !isTitle ? titles.onDay(query.day) : []) {
    if (query.day?.rest === "" || titled.has(document)) named.set(document, score);
  }
  const surer = () => [...new Set([...named.keys(), ...titled.keys()])].filter(filter.admits).length;
  if (query.asks && synonyms && !query.strict && surer() < fewResults) askForUnits(store, titles, query, synonyms);
  if (request.page === 1 && request.sort !== "date") {
    const firsts = inOrder(titles, query, { named: only(named, filter), titled: only(titled, filter), exact: new Map(), related: new Map() }, false);
    const isSure = (/** @type {number} */ document) => named.has(document) || (titled.get(document)?.quality ?? 0) >= sureTitle;
    const isLong = firsts.length > pageSize;
    // Of a few titles it is not known yet what stands above the list: it would be pushed about.
    const tell = named.size > 0 || isLong ? early : undefined;
    tellFirsts(store, firsts.slice(0, pageSize), isSure, (hits) => tell?.(hits, query.phrases, isLong));
  }
  // In another order, any of them may be among those.
  const seen = request.sort === "date" ? Infinity : request.page * pageSize;
  const exact = await exactMatches(store, titles, query, filter, readText, surer(), seen);
  // Who cites an article, mostly writes it in Chinese figures.
  const cited = fold(`${query.article?.name}${article?.label}`);
  if (article && !query.phrases.includes(cited)) {
    const others = await exactMatches(store, titles, { ...query, phrases: [cited] }, filter, readText, surer(), seen);
    for (const [document, match] of others.matches) exact.matches.set(document, match);
    for (const [document, match] of others.pool) exact.pool.set(document, match);
    exact.approximate ||= others.approximate;
    query.phrases.push(cited);
  }
  const isLiteral = exact.matches.size > 0 && !exact.doubtful;
  const isSaid = isLiteral && query.phrases.join("").length > longestTopic;
  if (!synonyms && exact.matches.size < fewResults && !isSaid && !isQuotation(query)) {
    synonyms = await store.synonyms(query.phrases);
    query.words = wordsWith(synonyms);
    titled = titlesNamed(titles, synonyms, query);
  }
  // What a text says literally is not a misspelt title.
  if (isLiteral && !exact.approximate) for (const [document, { typo }] of titled) if (typo) titled.delete(document);
  const sure = new Map([...(isLiteral ? exact.pool : []), ...titled, ...named]);
  const surely = [...named.keys(), ...titled.keys(), ...(isLiteral ? exact.matches.keys() : [])].filter(filter.admits);
  const few = new Set(surely).size;
  const isTopic = !isNumber && !article && few < fewResults && query.phrases.join("").length <= longestTopic;
  /** @type {Map<number, Related>} */
  const related = !query.strict && (few === 0 || isTopic) ? await relatedTo(store, titles, synonyms ?? noSynonyms, query, few > 0) : new Map();
  const ranked = inOrder(titles, query, {
    named: only(named, filter), titled: only(titled, filter), exact: isLiteral ? exact.matches : new Map(), related: only(related, filter),
  }, request.sort === "date");
  const found = {
    matches: new Set(ranked.map(({ document }) => document)), pool: new Set([...sure.keys(), ...related.keys()]),
    approximate: isLiteral && exact.approximate,
  };
  const result = await page(store, request, query, found, filter, ranked, few > 0 ? "exact" : "related");
  const best = ranked[0];
  const meant = best?.tier === tiers.title ? titled.get(best.document)?.typo : "";
  return {
    ...result, isLiteral: isLiteral || isNumber, ...(article ? { article } : {}), numbered: isNumber ? best?.document : undefined,
    places: query.strict ? [] : titles.placesNamed(query.words.join("")),
    ...(meant ? { meant } : {}),
  };
}

/**
 * Tells what numbers and titles put first, before the texts are searched. Their cards are needed anyway.
 * @param {Store} store
 * @param {{document: number, tier: number}[]} firsts
 * @param {(document: number) => boolean} isSure
 * @param {(hits: Hit[]) => void} tell
 */
async function tellFirsts(store, firsts, isSure, tell) {
  const cards = firsts.map(({ document }) => store.card(document).catch(() => null));
  /** @type {Hit[]} */
  const hits = [];
  for (const [index, first] of firsts.entries()) {
    const card = isSure(first.document) ? await cards[index] : null;
    if (!card) break;
    hits.push({ ...first, card });
  }
  if (hits.length > 0) tell(hits);
}

const noSynonyms = new Synonyms([]);

/**
 * The words of the dictionary for a query that may be in people's words: for a short one or a question at once, unless it is
 * a number or all of a title; for others only when the texts do not say them.
 * @param {Store} store
 * @param {Titles} titles
 * @param {Query} query
 * @param {boolean} isNumber
 * @returns {Promise<Synonyms | null>}
 */
async function firstSynonyms(store, titles, query, isNumber) {
  if (isNumber || isQuotation(query)) return noSynonyms;
  if (query.article) return store.synonyms(query.phrases);
  const isTitle = [...titlesNamed(titles, noSynonyms, query).values()].some(({ quality, share }) => quality === 1 && share > wholeTitle);
  if (isTitle) return noSynonyms;
  return query.asks || query.phrases.join("").length <= shortName ? store.synonyms(query.phrases) : null;
}

/** A long text is what a paper says, in its own words. @param {Query} query */
const isQuotation = ({ asks, strict, phrases }) => strict || !asks && phrases.join("").length > longestSpeech;

/**
 * @template T
 * @param {Map<number, T>} found
 * @param {Filter} filter
 */
const only = (found, { admits }) => new Map([...found].filter(([document]) => admits(document)));

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
    return { kind, total: 0, approximate: false, hits: [], lost: 0, words: [], facets: [], page: 1, pages: 0, documents: [], places: [] };
  }
  const titles = await store.titles();
  const pool = new Set(titles.documents());
  /** @type {Matches} */
  const exact = new Map([...pool].filter(filter.admits).map((document) => [document, { score: 0, lowest: 0 }]));
  const ranked = inOrder(titles, query, { named: new Map(), titled: new Map(), exact, related: new Map() }, true);
  return page(store, request, query, { matches: new Set(exact.keys()), pool, approximate: false }, filter, ranked, "exact");
}

/**
 * One page of the results, with facet counts. What is missing of it takes nothing else away.
 * @param {Store} store
 * @param {Request} request
 * @param {Query} query
 * @param {Found} found
 * @param {Filter} filter
 * @param {{document: number, tier: number}[]} ranked
 * @param {"exact" | "related"} kind
 * @returns {Promise<Result>}
 */
async function page(store, request, query, found, filter, ranked, kind) {
  const total = ranked.length;
  const pages = Math.ceil(total / pageSize);
  const current = Math.min(request.page, Math.max(1, pages));
  const shown = ranked.slice((current - 1) * pageSize, current * pageSize);
  const [facets, cards] = await Promise.all([
    total > pageSize || filter.chosen.size > 0 ? inTime(countFacets(store, request, found, filter), patience, []) : [],
    Promise.all(shown.map(({ document }) => inTime(store.card(document), patience, null))),
  ]);
  const hits = shown.flatMap(({ document, tier }, index) => {
    const card = cards[index];
    return card ? [{ document, tier, card }] : [];
  });
  // Results without a single card are no results: the index is of another release, or not there.
  if (shown.length > 0 && hits.length === 0) await store.card(shown[0].document);
  return {
    kind: total === 0 ? "none" : kind, total, approximate: found.approximate, hits, lost: shown.length - hits.length, places: [],
    words: kind === "exact" ? query.phrases : query.words, facets, page: current, pages, documents: ranked.map(({ document }) => document),
  };
}
