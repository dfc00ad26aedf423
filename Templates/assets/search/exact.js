// @ts-check
/** Documents that contain every phrase literally: candidates by their grams, proved by reading their texts. */

/** @import {Card, Filter, Lack, Matches, Query, ReadText} from "./types" */
/** @import {Store} from "./store.js" */
/** @import {Titles} from "./titles.js" */
import { filesSay } from "./attachments.js";
import { fold } from "./folding.js";
import { matchAll } from "./matching.js";
import { inTime } from "./patience.js";
import { patience } from "./store.js";

/** Up to this many candidates are proved by reading, within these limits in compressed bytes: of pages, and again of files beside them. */
const fewCandidates = 24;
const proofBytes = { few: 140_000, many: 50_000 };
/** Reading texts of this total size is cheaper than loading more grams. */
const cheapBytes = 22_000;

/** @param {Pick<Card, "length">} card @returns {number} the approximate compressed size of its page */
export const pageBytes = (card) => 4000 + card.length;

/**
 * The best candidates are proved by their texts, as long as that is cheap; when some stay unproved, the count is approximate
 * and they come after the proved ones.
 * @param {Store} store
 * @param {Titles} titles
 * @param {Query} query
 * @param {Filter} filter
 * @param {ReadText} readText
 */
export async function exactMatches(store, titles, { phrases, asks }, filter, readText) {
  const isFew = (/** @type {Matches} */ matches) => matches.size <= 4
    && [...matches.keys()].reduce((sum, document) => sum + pageBytes(titles.facts(document)), 0) <= cheapBytes;
  const { matches: pool, proved } = await matchAll(store, phrases, asks, (all) => isFew(admitted(all, filter)));
  const matches = admitted(pool, filter);
  if (proved || matches.size === 0) return { matches, pool, approximate: false, doubtful: false };
  for (const [document, match] of matches) match.isProved = phrases.every((phrase) => titles.folded[document].includes(phrase));
  const open = [...matches].filter(([, { isProved }]) => !isProved).sort(([a, one], [b, two]) => two.score - one.score || b - a).slice(0, fewCandidates);
  const most = matches.size > fewCandidates ? proofBytes.many : proofBytes.few;
  let bytes = most;
  const read = await Promise.all(open.map(async ([document]) => {
    const cost = pageBytes(titles.facts(document));
    if (cost > bytes) return null;
    bytes -= cost;
    return inTime(store.card(document).then((card) => proof(card, phrases, readText)), patience, null);
  }));
  const lacks = read.map((one) => (one === true ? null : one));
  const inFiles = await filesSay(store, lacks, most);
  const verdicts = read.map((one, index) => (one === true ? true : inFiles[index]));
  open.forEach(([document, match], index) => {
    match.isInFile = inFiles[index] === true;
    if (verdicts[index]) match.isProved = true;
    else if (verdicts[index] === false) {
      matches.delete(document);
      pool.delete(document);
    }
  });
  const unproved = [...matches.values()].filter(({ isProved }) => !isProved).length;
  // None of a question's best candidates was proved: the others may also contain only its pieces.
  const doubtful = asks && unproved === matches.size && verdicts.includes(false);
  return { matches, pool, approximate: unproved > 0, doubtful };
}

/**
 * Whether a document's page contains the phrases, or what it lacks; null when it cannot be read.
 * @param {Card} card
 * @param {string[]} phrases
 * @param {ReadText} readText
 * @returns {Promise<true | Lack | null>}
 */
async function proof(card, phrases, readText) {
  const { title, number, index, issuer, keywords, summary, files = [] } = card;
  const labels = [title, number, index, issuer, summary, ...(keywords ?? "").split(" "), ...files.map(([name]) => name)].map((label) => fold(label ?? ""));
  const open = phrases.filter((phrase) => !labels.some((label) => label.includes(phrase)));
  if (open.length === 0) return true;
  const text = await readText(card).catch(() => null);
  const lacking = open.filter((phrase) => !text?.folded.includes(phrase));
  return lacking.length === 0 ? true : text && { card, phrases: lacking, isWhole: text.isWhole };
}

/**
 * @param {Matches} pool
 * @param {Filter} filter
 * @returns {Matches}
 */
const admitted = (pool, { admits }) => new Map([...pool].filter(([document]) => admits(document)));
