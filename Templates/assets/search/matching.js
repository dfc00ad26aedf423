// @ts-check
/** From phrases to candidate documents: loads grams in waves until few candidates are left. */

/** @import {Matches} from "./types" */
/** @import {Store} from "./store.js" */
import { questionMask } from "./query.js";
import { readList } from "./store.js";

const longestGram = 4;
const wave = 6;
const mostGrams = 24;
const mostPairs = 16;
/** The weight limit for pairs that are rare only because they span two words. */
const mostRarity = 4;
/** The share of the best document's weight that a related document must have. */
const leastMass = 0.35;

/**
 * The longest indexed gram at a position of a phrase; null when not even its first two characters are indexed.
 * @param {Store} store
 * @param {string} phrase
 * @param {number} place
 * @param {number} most maximum length of the gram
 * @returns {Promise<{gram: string, list: string} | null>}
 */
async function longestAt(store, phrase, place, most) {
  const longest = phrase.slice(place, place + most);
  const shortest = longest.slice(0, 2);
  for (const key of [longest, shortest]) {
    const lists = await store.lists(key);
    for (let length = longest.length; length >= shortest.length; length--) {
      const gram = longest.slice(0, length);
      const list = lists.get(gram);
      if (list !== undefined) return { gram, list };
    }
  }
  return null;
}

/**
 * The positions to load, in waves: every other position first, because a gram there covers the next one too; in a long
 * phrase only some, evenly spread. Question words come last: they need not be loaded when the other words already occur
 * together nowhere.
 * @param {string[]} phrases
 */
function* wavesOf(phrases) {
  /** @type {{phrase: string, place: number}[][]} */
  const ranks = [[], [], [], [], []];
  for (const phrase of phrases) {
    const last = Math.max(0, phrase.length - 2);
    const stride = 2 * Math.max(1, Math.ceil((last / 2 + 1) / wave));
    const mask = questionMask(phrase);
    for (let place = 0; place <= last && place < 400; place++) {
      const asks = mask[place] + (mask[place + 1] ?? 0);
      ranks[asks > 0 ? 2 + asks : place % stride === 0 ? 0 : place % 2 === 0 ? 1 : 2].push({ phrase, place });
    }
  }
  ranks[0].sort((a, b) => a.place - b.place);
  for (const [position, rank] of ranks.entries()) {
    const size = position > 2 ? 1 : wave;
    for (let start = 0; start < rank.length; start += size) yield rank.slice(start, start + size);
  }
}

/**
 * Documents that contain every loaded gram of every phrase.
 * @param {Store} store
 * @param {string[]} phrases
 * @param {boolean} asks a question is rarely found literally: only pairs, which related documents need too
 * @param {(matches: Matches) => boolean} isFew whether to stop: reading these few texts costs less than more grams
 * @returns {Promise<{matches: Matches, proved: boolean}>} `proved`: the grams alone prove that the phrases
 *   occur there, or that they occur nowhere
 */
export async function matchAll(store, phrases, asks, isFew) {
  const { count, weights } = await store.entry();
  /** @type {Matches | null} */
  let matches = null;
  let loaded = 0;
  const known = new Set();
  for (const places of wavesOf(phrases)) {
    if (loaded >= mostGrams || (matches !== null && isFew(matches))) break;
    const open = places.filter(({ phrase, place }) => !known.has(phrase) && !(isInside(known, phrase.slice(place, place + longestGram))));
    loaded += open.length;
    const found = await Promise.all(open.map(({ phrase, place }) => longestAt(store, phrase, place, asks ? 2 : longestGram)));
    for (const hit of found) {
      if (!hit) return { matches: new Map(), proved: true };
      if (known.has(hit.gram)) continue;
      known.add(hit.gram);
      matches = intersect(matches, hit.list, count, weights);
      if (matches.size === 0) return { matches, proved: true };
    }
  }
  return { matches: matches ?? new Map(), proved: phrases.every((phrase) => known.has(phrase)) };
}

/**
 * Whether a gram would add nothing to those already loaded.
 * @param {Set<string>} known
 * @param {string} gram
 */
const isInside = (known, gram) => [...known].some((longer) => longer.includes(gram));

/**
 * @param {Matches | null} matches
 * @param {string} list
 * @param {number} count
 * @param {number[]} weights
 */
function intersect(matches, list, count, weights) {
  const postings = readList(list);
  const rarity = Math.log(1 + count / postings.length);
  /** @type {Matches} */
  const both = new Map();
  for (const [document, level] of postings) {
    const before = matches ? matches.get(document) : { score: 0, lowest: 9 };
    if (!before) continue;
    both.set(document, { score: before.score + rarity * weights[level], lowest: Math.min(before.lowest, level) });
  }
  return both;
}

/**
 * The overlapping pairs of words with their weights; a single-character word counts as a pair.
 * @param {{word: string, weight: number}[]} words
 * @param {number} [step] 2: every other pair, and the last
 */
export function pairsOf(words, step = 1) {
  /** @type {Map<string, number>} */
  const pairs = new Map();
  for (const { word, weight } of words) {
    for (let place = 0; place + 2 <= Math.max(2, word.length) && pairs.size < mostPairs; place++) {
      if (place % step > 0 && place + 2 < word.length) continue;
      const pair = word.slice(place, place + 2);
      pairs.set(pair, Math.max(weight, pairs.get(pair) ?? 0));
    }
  }
  return pairs;
}

/**
 * Documents that contain some of the pairs, with BM25 scores; those with too little of their weight are left out.
 * @param {Store} store
 * @param {Map<string, number>} pairs
 * @returns {Promise<Matches>}
 */
export async function matchSome(store, pairs) {
  const { count, weights } = await store.entry();
  const found = await Promise.all([...pairs].map(async ([pair, weight]) => (
    { weight, postings: readList((await store.lists(pair)).get(pair) ?? "") })));
  /** @type {Map<number, {score: number, mass: number}>} */
  const sums = new Map();
  let best = 0;
  for (const { weight, postings } of found) {
    const rarity = Math.min(mostRarity, Math.log(1 + count / postings.length)) * weight;
    for (const [document, level] of postings) {
      const sum = sums.get(document) ?? { score: 0, mass: 0 };
      sum.score += rarity * weights[level];
      sum.mass += rarity;
      sums.set(document, sum);
      best = Math.max(best, sum.mass);
    }
  }
  return new Map([...sums].filter(([, { mass }]) => mass >= leastMass * best)
    .map(([document, { score, mass }]) => [document, { score: score * Math.sqrt(mass / best), lowest: 0 }]));
}
