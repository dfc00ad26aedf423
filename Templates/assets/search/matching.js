// @ts-check
/** From phrases to the documents that may hold them: loads grams in waves until few candidates are left. */

import { lengthOf, readList } from "./codec.js";

/** @typedef {import("./store.js").Store} Store */

const longestGram = 4;
const wave = 6;
const mostGrams = 24;
/** Pairs that are rare only because they join two words must not outweigh the words. */
const mostRarity = 4;

/**
 * What the grams say about one document.
 * @typedef {{grams: number, score: number, lowest: number}} Match `lowest`: the lowest level among its grams
 */

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
 * @param {(document: number) => boolean} admits
 * @param {(matches: Map<number, Match>) => boolean} isFew whether to stop: reading these few texts costs less than more grams
 * @returns {Promise<{matches: Map<number, Match>, proved: boolean}>} `proved`: the grams alone prove that the phrases
 *   stand there, or that they stand nowhere
 */
export async function matchAll(store, phrases, admits, isFew) {
  const { count, weights } = await store.entry();
  /** @type {Map<number, Match> | null} */
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
      matches = intersect(matches, hit.list, count, weights, admits);
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
 * @param {Map<number, Match> | null} matches
 * @param {string} list
 * @param {number} count
 * @param {number[]} weights
 * @param {(document: number) => boolean} admits
 */
function intersect(matches, list, count, weights, admits) {
  const rarity = Math.log(1 + count / lengthOf(list));
  /** @type {Map<number, Match>} */
  const both = new Map();
  readList(list, (document, level) => {
    const before = matches?.get(document);
    if (matches ? !before : !admits(document)) return;
    both.set(document, {
      grams: (before?.grams ?? 0) + 1,
      score: (before?.score ?? 0) + rarity * weights[level],
      lowest: Math.min(before?.lowest ?? 9, level),
    });
  });
  return both;
}

/**
 * Documents that hold some of the words, with BM25 scores; those that hold too little of the words' weight are left out.
 * @param {Store} store
 * @param {{word: string, weight: number}[]} words
 * @param {(document: number) => boolean} admits
 */
export async function matchSome(store, words, admits) {
  const { count, weights } = await store.entry();
  /** @type {Map<string, number>} */
  const grams = new Map();
  for (const { word, weight } of words) {
    for (let place = 0; place + 2 <= Math.max(2, word.length) && grams.size < 16; place++) {
      const gram = word.slice(place, place + 2);
      grams.set(gram, Math.max(weight, grams.get(gram) ?? 0));
    }
  }
  const names = [...grams.keys()];
  const lists = await Promise.all(names.map(async (gram) => (await store.lists(gram)).get(gram)));
  /** @type {Map<number, {score: number, mass: number}>} */
  const scores = new Map();
  lists.forEach((list, index) => {
    if (list === undefined) return;
    const factor = grams.get(names[index]) ?? 1;
    const rarity = Math.min(mostRarity, Math.log(1 + count / lengthOf(list))) * factor;
    readList(list, (document, level) => {
      if (!admits(document)) return;
      const before = scores.get(document);
      if (before) {
        before.score += rarity * weights[level];
        before.mass += rarity;
      } else {
        scores.set(document, { score: rarity * weights[level], mass: rarity });
      }
    });
  });
  let best = 0;
  for (const { mass } of scores.values()) best = Math.max(best, mass);
  /** @type {Map<number, Match>} */
  const matches = new Map();
  for (const [document, { score, mass }] of scores) {
    if (mass >= 0.5 * best) matches.set(document, { grams: 1, score: score * (mass / best), lowest: 0 });
  }
  return matches;
}
