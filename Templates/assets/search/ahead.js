// @ts-check
/** Asks for what a search will need before it knows that it needs it, so that loads do not wait for each other. */

/** @import {Query} from "./types" */
/** @import {Store} from "./store.js" */
/** @import {Titles} from "./titles.js" */
/** @import {Synonyms} from "./words.js" */
import { fold } from "./folding.js";
import { firstPlaces } from "./matching.js";
import { mostPairs as mostRelated } from "./related.js";
import { contentWords, isNoise, unitsOf } from "./words.js";

/** Of so many pairs of characters, a search needs nearly all. */
const mostPairs = 10;

/**
 * The lists of a query's first pairs; of a short one, all.
 * @param {Store} store
 * @param {Query} query
 */
export function askForLists(store, query) {
  const isNumber = query.number && !query.number.isInside;
  const phrases = isNumber ? [fold(query.text)] : query.phrases;
  const words = phrases.flatMap((phrase) => contentWords(phrase));
  const pairs = new Set(words.flatMap((word) => Array.from({ length: Math.max(1, word.length - 1) }, (_, place) => word.slice(place, place + 2))));
  const isShort = !isNumber && pairs.size <= mostPairs && !words.every(isNoise);
  const wanted = isShort ? pairs : firstPlaces(phrases).map(({ phrase, place }) => phrase.slice(place, place + 2));
  for (const pair of wanted) store.lists(pair).catch(() => {});
}

/**
 * The lists of what a question is about, in other words too.
 * @param {Store} store
 * @param {Titles} titles
 * @param {Query} query
 * @param {Synonyms} synonyms
 */
export function askForUnits(store, titles, query, synonyms) {
  for (const { ways } of unitsOf(query.words, synonyms, (pair) => titles.rarity(pair), mostRelated)) {
    for (const pair of ways.flatMap(({ pairs }) => pairs)) store.lists(pair).catch(() => {});
  }
}
