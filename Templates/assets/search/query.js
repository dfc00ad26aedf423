// @ts-check
/** Parses what a person typed: phrases, quotation marks, numbers, articles, days. */

/** @import {Query} from "./types" */
import { fold } from "./folding.js";
import { numberInside, parseArticle, parseDay, parseNumber } from "./numbers.js";
import { isSpeech } from "./words.js";

/**
 * @param {string} text
 * @returns {Query}
 */
export function parseQuery(text) {
  /** @type {string[]} */
  const phrases = [];
  let strict = false;
  const rest = text.replace(/["“”「『]([^"“”「」『』]+)["“”」』]/g, (_, quoted) => {
    const phrase = fold(quoted);
    if (phrase) {
      phrases.push(phrase);
      strict = true;
    }
    return " ";
  });
  for (const part of rest.split(/\s+/u)) {
    const phrase = fold(part);
    if (phrase && !phrases.includes(phrase)) phrases.push(phrase);
  }
  const inside = numberInside(text);
  const number = inside?.rest?.length ? inside : parseNumber(text) ?? inside;
  return {
    phrases: phrases.slice(0, 32), words: [], strict, asks: isSpeech(text, phrases), number: strict ? null : number,
    article: strict ? null : parseArticle(text), day: strict ? null : parseDay(text), text,
  };
}

/** @type {Set<string> | undefined} */
let common;

/**
 * Whether a text has a Chinese character that is rare in simplified texts: one that GB 2312 lacks, or one of those that
 * it lists beside their simplified forms.
 * @param {string} text
 */
export function mayBeTraditional(text) {
  if (!common) {
    const bytes = new Uint8Array(72 * 94 * 2);
    for (let place = 0; place < bytes.length; place += 2) {
      bytes[place] = 0xb0 + Math.floor(place / 188);
      bytes[place + 1] = 0xa1 + ((place / 2) % 94);
    }
    common = new Set(new TextDecoder("gbk").decode(bytes));
  }
  const known = common;
  return [...text].some((character) => /\p{Script=Han}/u.test(character) && (!known.has(character) || "後於徵菸夥捱薰".includes(character)));
}

