// @ts-check
/** From phrases to the documents that may hold them: loads grams in waves until few candidates are left. */

/** @import {Matches} from "./types" */
/** @import {Store} from "./store.js" */
import { readList } from "./store.js";

const longestGram = 4;
const wave = 6;
const mostGrams = 24;
const mostPairs = 16;
/** Pairs that are rare only because they join two words must not outweigh the words. */
const mostRarity = 4;

/**
 * The longest indexed gram that begins at a place of a phrase; null when not even its first two characters are indexed.
 * @param {Store} store
 * @param {string} phrase
 * @param {number} place
 * @returns {Promise<{gram: string, list: string} | null>}
 */
async function longestAt(store, phrase, place) {
  const longest = phrase.slice(place, place + longestGram);
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
 * The places to ask for, in waves: every other place first, because a gram there covers the next one too; of a long
 * phrase only some, spread over it.
 * @param {string[]} phrases
 */
function* wavesOf(phrases) {
  /** @type {{phrase: string, place: number}[][]} */
  const ranks = [[], [], []];
  for (const phrase of phrases) {
    const last = Math.max(0, phrase.length - 2);
    const stride = 2 * Math.max(1, Math.ceil((last / 2 + 1) / wave));
    for (let place = 0; place <= last && place < 400; place++) {
      ranks[place % stride === 0 ? 0 : place % 2 === 0 ? 1 : 2].push({ phrase, place });
    }
  }
  ranks[0].sort((a, b) => a.place - b.place);
  for (const rank of ranks) {
    for (let start = 0; start < rank.length; start += wave) yield rank.slice(start, start + wave);
  }
}

/**
 * Documents that hold every gram loaded of every phrase.
 * @param {Store} store
 * @param {string[]} phrases
 * @param {(matches: Matches) => boolean} isFew whether to stop: reading these few texts costs less than more grams
 * @returns {Promise<{matches: Matches, proved: boolean}>} `proved`: the grams alone prove that the phrases
 *   stand there, or that they stand nowhere
 */
export async function matchAll(store, phrases, isFew) {
  const { count, weights } = await store.entry();
  /** @type {Matches | null} */
  let matches = null;
  let loaded = 0;
  const known = new Set();
  for (const places of wavesOf(phrases)) {
    if (loaded >= mostGrams || (matches !== null && isFew(matches))) break;
    const open = places.filter(({ phrase, place }) => !known.has(phrase) && !(isInside(known, phrase.slice(place, place + longestGram))));
    loaded += open.length;
    const found = await Promise.all(open.map(({ phrase, place }) => longestAt(store, phrase, place)));
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
 * Whether a gram would add nothing to those that are loaded.
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
 * Documents that hold some of the words, with BM25 scores; those that hold too little of the words' weight are left out.
 * @param {Store} store
 * @param {{word: string, weight: number}[]} words
 * @returns {Promise<Matches>}
 */
export async function matchSome(store, words) {
  const { count, weights } = await store.entry();
  /** @type {Map<string, number>} */
  const grams = new Map();
  for (const { word, weight } of words) {
    for (let place = 0; place + 2 <= Math.max(2, word.length) && grams.size < mostPairs; place++) {
      const gram = word.slice(place, place + 2);
      grams.set(gram, Math.max(weight, grams.get(gram) ?? 0));
    }
  }
  /** @type {Map<number, {score: number, mass: number}>} */
  const sums = new Map();
  await Promise.all([...grams].map(async ([gram, weight]) => {
    const postings = readList((await store.lists(gram)).get(gram) ?? "");
    return { weight, postings };
  })).then((found) => found.forEach(({ weight, postings }) => {
    const rarity = Math.min(mostRarity, Math.log(1 + count / postings.length)) * weight;
    for (const [document, level] of postings) {
      const sum = sums.get(document) ?? { score: 0, mass: 0 };
      sums.set(document, { score: sum.score + rarity * weights[level], mass: sum.mass + rarity });
    }
  }));
  const best = [...sums.values()].reduce((most, { mass }) => Math.max(most, mass), 0);
  return new Map([...sums].filter(([, { mass }]) => mass >= 0.5 * best)
    .map(([document, { score, mass }]) => [document, { score: score * (mass / best), lowest: 0 }]));
}
