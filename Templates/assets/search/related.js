// @ts-check
/** Documents that speak of a query's words, in these or in the official ones. */

/** @import {Query, Related, Unit} from "./types" */
/** @import {Store} from "./store.js" */
/** @import {Titles} from "./titles.js" */
/** @import {Synonyms} from "./words.js" */
import { coverageOf, matchSome } from "./matching.js";
import { unitsOf } from "./words.js";

/** The pairs that are loaded. */
export const mostPairs = 16;
/** Of the best document's weight, what a related one has at least; and of its share of the words. */
const leastMass = 0.35;
const mostCoverage = { asking: 0.3, naming: 0.4 };
/** The share of the words that a document has that is shown below surer ones. */
const besideCoverage = 0.85;
/** That is enough when some words say what the query is about. */
const namedCoverage = 0.45;
/** A sentence of this length is a quotation, perhaps with a wrong character. */
const shortestQuotation = 10;
const mostRelated = 100;
/** How much a title made only of the words outweighs one that contains none of them. */
const titleWeight = 6;

/**
 * @param {Store} store
 * @param {Titles} titles
 * @param {Synonyms} synonyms
 * @param {Query} query
 * @param {boolean} isBeside whether surer results stand before them
 * @returns {Promise<Map<number, Related>>} with the score of each
 */
export async function relatedTo(store, titles, synonyms, query, isBeside) {
  const phrases = query.phrases.join("");
  const isQuotation = !query.asks && query.phrases.length === 1 && phrases.length >= shortestQuotation;
  const units = unitsOf(query.words, synonyms, (pair) => titles.rarity(pair), mostPairs);
  if (isQuotation) for (const unit of units) unit.isTopical = true;
  const { sums, worths, isAbsent } = await matchSome(store, units);
  const heaviest = Math.max(0, ...[...sums.values()].map(({ mass }) => mass));
  const likely = [...sums].filter(([, { mass }]) => mass >= leastMass * heaviest);
  const coverage = (/** @type {Related} */ sum) => coverageOf(units, worths, isAbsent, sum.units);
  const most = Math.max(0, ...likely.map(([, sum]) => coverage(sum)));
  const best = likely.filter(([, sum]) => coverage(sum) === most);
  const isSure = best.some(([, { units: held }]) => isNamed(units, query.words, held))
    || likely.some(([document, sum]) => coverage(sum) > namedCoverage && query.words.some((word) => hasRun(titles.cores[document], word.replace(form, ""))));
  const isTopic = best.some(([, { units: held }]) => units.some(({ isWord, isTopical }, index) => (isWord || isTopical) && held & (1 << index)));
  const least = Math.max(isBeside ? besideCoverage : Math.min(isSure ? namedCoverage : 1, leastCoverage(query, isTopic)), (query.asks ? mostCoverage.asking : mostCoverage.naming) * most);
  const kept = likely.filter(([, sum]) => coverage(sum) >= least);
  for (const [document, sum] of kept) {
    const title = isQuotation ? 0 : titleWeight * titleShare(titles.cores[document], units, worths);
    sum.score *= (isQuotation ? sum.mass ** 2 : Math.sqrt(sum.mass)) * (1 + title) * (1 + titles.standing(document, phrases) / 2)
      * titles.weight(document, phrases);
  }
  return new Map(kept.sort(([, a], [, b]) => b.score - a.score).slice(0, mostRelated));
}

/**
 * The share of the words that the best document must have, or nothing was found: of a few words that name a thing nearly all;
 * people who tell their story use many words that no document has.
 * @param {Query} query
 * @param {boolean} isTopic whether it has a word that titles or the dictionary know
 */
function leastCoverage({ asks, words }, isTopic) {
  const { length } = words.join("");
  return asks ? (isTopic ? 0.25 : 0.5) : Math.min(0.75, Math.max(0.5, 0.75 - 0.08 * (length - 8)));
}

/**
 * Whether what a document has of a query says what was meant, whatever else was typed: words of the dictionary, two of them or
 * one that is half of it; or one of the words that people put blanks between, as a whole.
 * @param {Unit[]} units
 * @param {string[]} words
 * @param {number} held a bit for each unit
 */
function isNamed(units, words, held) {
  const own = units.filter((_, index) => held & (1 << index));
  const known = own.filter(({ isWord, start, end }) => isWord && end - start > 1);
  const length = known.reduce((sum, { start, end }) => sum + end - start, 0);
  if (known.length > 1 || length >= words.join("").length / 2) return true;
  let start = 0;
  return words.length > 1 && words.some((word) => {
    const from = start;
    start += word.length;
    return word.length > 2 && Array.from(word).every((_, place) => own.some((unit) => unit.start <= from + place && unit.end > from + place));
  });
}

/** What many titles end with: that 补贴办法 stands in one is chance. */
const form = /(?:管理)?(?:规定|办法|条例|政策|制度|标准|文件|通知|方案)$/u;
/** Characters of a title that are no chance. */
const longRun = 4;

/**
 * Whether a title has several characters of a word side by side.
 * @param {string} title
 * @param {string} word
 */
const hasRun = (title, word) => Array.from({ length: Math.max(0, word.length - longRun + 1) }, (_, place) => word.slice(place, place + longRun))
  .some((run) => title.includes(run));

/**
 * How much of a title the units cover, and how much of them it says.
 * @param {string} title
 * @param {Unit[]} units
 * @param {number[]} worths
 */
function titleShare(title, units, worths) {
  const covered = new Uint8Array(title.length);
  let said = 0;
  units.forEach(({ ways }, index) => {
    let isSaid = 0;
    for (const { pairs, weight } of ways) {
      const places = pairs.map((pair) => title.indexOf(pair));
      if (places.some((place) => place < 0)) continue;
      places.forEach((place, own) => covered.fill(1, place, place + pairs[own].length));
      isSaid = Math.max(isSaid, weight);
    }
    said += isSaid * worths[index];
  });
  const share = covered.reduce((sum, one) => sum + one, 0) / Math.max(1, title.length);
  return share * said ** 0.7;
}
