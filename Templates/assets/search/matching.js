// @ts-check
/** From phrases to candidate documents: loads grams in waves until few candidates are left. */

/** @import {Matches, Related, Unit} from "./types" */
/** @import {Store} from "./store.js" */
import { readList } from "./store.js";
import { questionMask } from "./words.js";

const longestGram = 4;
const wave = 6;
const mostGrams = 24;
/** The weight limit for pairs that are rare only because they span two words. */
const mostRarity = 4;
/** How much more a word of the dictionary says than two characters that stand side by side. */
const wordWeight = 2;
/** And how much less such a pair says that no title has: mostly it spans two words. */
const otherWeight = 0.6;
/** And one with a character that stands between words, 给 or 不. */
const looseWeight = 0.2;

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
  // All grams that begin with the same two characters are in one shard.
  const lists = await store.lists(longest);
  for (let { length } = longest; length >= Math.min(2, longest.length); length--) {
    const gram = longest.slice(0, length);
    const list = lists.get(gram);
    if (list !== undefined) return { gram, list };
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
  for (const rank of [...ranks.slice(0, 3), [...ranks[3], ...ranks[4]]]) {
    for (let start = 0; start < rank.length; start += wave) yield rank.slice(start, start + wave);
  }
}

/**
 * The positions that are loaded first.
 * @param {string[]} phrases
 * @returns {{phrase: string, place: number}[]}
 */
export const firstPlaces = (phrases) => wavesOf(phrases).next().value ?? [];

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
 * Documents that speak of some of the units, with BM25 scores. A unit counts by the way that says most in the document.
 * @param {Store} store
 * @param {Unit[]} units
 * @returns {Promise<{sums: Map<number, Related>, worths: number[], isAbsent: boolean[]}>} with the share of the units' weight
 *   that each document has, each unit's share of it, and whether no document has it
 */
export async function matchSome(store, units) {
  const { count, weights } = await store.entry();
  const pairs = [...new Set(units.flatMap(({ ways }) => ways.flatMap((way) => way.pairs)))];
  const lists = new Map(await Promise.all(pairs.map(async (pair) => (
    /** @type {[string, [number, number][]]} */ ([pair, readList((await store.lists(pair)).get(pair) ?? "")])))));
  /** @type {Map<number, Related>} */
  const sums = new Map();
  /** @type {boolean[]} */
  const isAbsent = [];
  const worths = units.map(({ start, end, ways, isWhole, isWord, isTopical, isLoose, isPerson }, index) => {
    /** @type {Map<number, {score: number, share: number}>} */
    const best = new Map();
    for (const { pairs: parts, weight } of ways) {
      for (const [document, { score, held }] of holders(parts, lists, weights)) {
        if (held < parts.length && isWhole) continue;
        // Some pairs of a long word are chance.
        const share = held === parts.length ? weight : weight * (held / parts.length) ** 2 * 0.5;
        const before = best.get(document);
        if (!before || share > before.share) best.set(document, { score: (share * score) / held, share });
      }
    }
    const whole = [...best.values()].filter(({ share }) => share > 0.5).length;
    isAbsent[index] = whole === 0;
    const rarity = Math.min(mostRarity, Math.log(1 + count / Math.max(0.5, whole)));
    const worth = rarity * (isWord && !isPerson && end - start > 1 ? wordWeight : isTopical || isWord ? 1 : isLoose ? looseWeight : otherWeight);
    for (const [document, { score, share }] of best) {
      const sum = sums.get(document) ?? { score: 0, mass: 0, units: 0 };
      sum.score += worth * score;
      if (share > 0.5) {
        sum.mass += worth * share;
        sum.units |= 1 << index;
      }
      sums.set(document, sum);
    }
    return worth;
  });
  const whole = Math.max(1e-9, worths.reduce((sum, worth) => sum + worth, 0));
  for (const sum of sums.values()) sum.mass /= whole;
  return { sums, worths: worths.map((worth) => worth / whole), isAbsent };
}

/**
 * The documents that have some of the pairs, with how often they say them and how many of them they have.
 * @param {string[]} pairs
 * @param {Map<string, [document: number, level: number][]>} lists
 * @param {number[]} weights
 */
function holders(pairs, lists, weights) {
  /** @type {Map<number, {score: number, held: number}>} */
  const found = new Map();
  for (const pair of pairs) {
    for (const [document, level] of lists.get(pair) ?? []) {
      const one = found.get(document) ?? { score: 0, held: 0 };
      one.score += weights[level];
      one.held++;
      found.set(document, one);
    }
  }
  return found;
}

/**
 * How much of the words' characters a document's units cover, by their weight. A character of no unit that occurs anywhere
 * weighs as much as the rarest: what nobody has written is what was asked for.
 * @param {Unit[]} units
 * @param {number[]} worths
 * @param {boolean[]} isAbsent
 * @param {number} held the units that a document has, a bit each
 */
export function coverageOf(units, worths, isAbsent, held) {
  const length = Math.max(...units.map(({ end }) => end));
  const most = Math.max(...worths);
  let whole = 0;
  let covered = 0;
  for (let place = 0; place < length; place++) {
    let weight = -1;
    let isHeld = false;
    let isAsked = false;
    units.forEach(({ start, end, isLoose }, index) => {
      if (place < start || place >= end) return;
      isAsked ||= !isLoose || !isAbsent[index];
      if (!isAbsent[index]) weight = Math.max(weight, worths[index]);
      if (held & (1 << index)) isHeld = true;
    });
    if (!isAsked) continue;
    const own = weight < 0 ? most : weight;
    whole += own;
    if (isHeld) covered += own;
  }
  return covered / whole;
}
