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
const mostCoverage = { asking: 0.4, naming: 0.6 };
/** The share of the words that a document has that is shown below surer ones. */
const besideCoverage = 0.85;
/** That is enough when a word of the dictionary says what the query is about. */
const namedCoverage = 0.5;
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
  const best = Math.max(0, ...[...sums.values()].map(({ mass }) => mass));
  const likely = [...sums].filter(([, { mass }]) => mass >= leastMass * best);
  const coverage = (/** @type {Related} */ sum) => coverageOf(units, worths, isAbsent, sum.units);
  const most = Math.max(0, ...likely.map(([, sum]) => coverage(sum)));
  // A word of the dictionary that is half of the query names what was meant, whatever else was typed.
  const isNamed = likely.some(([, sum]) => coverage(sum) === most && wordShare(units, query.words.join("").length, sum.units) >= 0.5);
  const least = Math.max(isBeside ? besideCoverage : Math.min(isNamed ? namedCoverage : 1, leastCoverage(query)), (query.asks ? mostCoverage.asking : mostCoverage.naming) * most);
  const kept = likely.filter(([, sum]) => coverage(sum) >= least);
  for (const [document, sum] of kept) {
    const title = isQuotation ? 0 : titleWeight * titleShare(titles.cores[document], units, worths);
    sum.score *= (isQuotation ? sum.mass ** 2 : Math.sqrt(sum.mass)) * (1 + title) * (1 + titles.standing(document, phrases) / 2)
      * (titles.isElsewhere(document, phrases) ? 0.9 : 1);
  }
  return new Map(kept.sort(([, a], [, b]) => b.score - a.score).slice(0, mostRelated));
}

/**
 * The share of the words that the best document must have, or nothing was found: for a few words that name a thing nearly all;
 * people who tell their story use many words that no document has.
 * @param {Query} query
 */
function leastCoverage({ asks, words }) {
  const { length } = words.join("");
  return asks ? 0.25 : Math.min(0.75, Math.max(0.25, 0.75 - 0.04 * (length - 8)));
}

/**
 * The share of the characters that words of the dictionary are which a document has.
 * @param {Unit[]} units
 * @param {number} length
 * @param {number} held a bit for each unit
 */
const wordShare = (units, length, held) => units.reduce((sum, { start, end, isWord }, index) =>
  sum + (isWord && held & (1 << index) ? end - start : 0), 0) / Math.max(1, length);

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
