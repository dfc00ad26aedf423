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
/** Reading texts of this total size is cheaper than loading more grams; and of this, when the last ones ruled hardly any out. */
const cheapBytes = { shrinking: 30_000, stuck: 60_000 };
/** The share of the candidates that stay after grams which ruled hardly any out. */
const stuck = 0.6;

/** @param {Pick<Card, "length">} card @returns {number} the approximate compressed size of its page */
export const pageBytes = (card) => 4000 + card.length;

/**
 * The best candidates are proved by their texts, as long as that is cheap and the page that the reader sees needs them; when some
 * stay unproved, the count is approximate and they come after the proved ones.
 * @param {Store} store
 * @param {Titles} titles
 * @param {Query} query
 * @param {Filter} filter
 * @param {ReadText} readText
 * @param {number} surer how many results are shown before these
 * @param {number} seen how many results the reader sees, with those of the pages before
 */
export async function exactMatches(store, titles, { phrases, asks }, filter, readText, surer, seen) {
  const cost = (/** @type {number} */ document) => pageBytes(titles.facts(document));
  let before = Infinity;
  const isFew = (/** @type {Matches} */ matches) => {
    const isStuck = matches.size > stuck * before;
    before = matches.size;
    const most = isStuck ? cheapBytes.stuck : cheapBytes.shrinking;
    return matches.size <= fewCandidates && [...matches.keys()].reduce((sum, document) => sum + cost(document), 0) <= most;
  };
  const { matches: pool, proved } = await matchAll(store, phrases, asks, (all) => isFew(admitted(all, filter)));
  const matches = admitted(pool, filter);
  if (proved || matches.size === 0) return { matches, pool, approximate: false, doubtful: false };
  for (const [document, match] of matches) match.isProved = phrases.every((phrase) => titles.folded[document].includes(phrase));
  const open = [...matches].filter(([, { isProved }]) => !isProved).sort(([a, one], [b, two]) => two.score - one.score || b - a).slice(0, fewCandidates);
  // They are shown, whether they are proved or not.
  for (const [document] of open.slice(0, Math.max(0, seen - surer))) store.card(document).catch(() => {});
  // Few short texts are read together with those that are seen: the count is exact then.
  const isCheap = open.reduce((sum, [document]) => sum + cost(document), 0) <= cheapBytes.stuck;
  let bytes = surer > 0 || matches.size > fewCandidates ? proofBytes.many : proofBytes.few;
  const room = { left: bytes };
  let isAnyWrong = false;
  const proofs = () => [...matches.values()].filter(({ isProved }) => isProved).length;
  while (open.length > 0) {
    const batch = open.splice(0, isCheap ? open.length : Math.max(0, seen - surer - proofs()));
    if (batch.length === 0) break;
    const read = await Promise.all(batch.map(async ([document]) => {
      if (cost(document) > bytes) return null;
      bytes -= cost(document);
      return inTime(store.card(document).then((card) => proof(card, phrases, readText)), patience, null);
    }));
    const inFiles = await filesSay(store, read.map((one) => (one === true ? null : one)), room);
    batch.forEach(([document, match], index) => {
      match.isInFile = inFiles[index] === true;
      match.isProved = match.isInFile || read[index] === true;
      if (inFiles[index] !== false) return;
      isAnyWrong = true;
      matches.delete(document);
      pool.delete(document);
    });
  }
  const unproved = matches.size - proofs();
  // None of a question's best candidates was proved: the others may also contain only its pieces.
  const doubtful = asks && unproved === matches.size && isAnyWrong;
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
