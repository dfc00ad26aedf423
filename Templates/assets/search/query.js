// @ts-check
/** Reads what a person typed: phrases, quotation marks, document numbers, words that a question is made of. */

/** @import {NumberQuery, Query} from "./types" */
import { fold, table } from "./folding.js";

/** Words that make a question, and words that say nothing about its subject: longest first. */
const questions = [
  "什么时候", "多长时间", "可不可以", "怎么办", "怎么样", "为什么", "是什么", "有哪些", "多少钱", "有没有", "能不能", "是不是", "会不会",
  "要不要", "需要吗", "可以吗", "怎么", "怎样", "如何", "多少", "多久", "什么", "哪些", "哪里", "哪个", "请问", "吗", "呢",
];
const fillers = ["应该", "我想", "我要", "的", "了", "吧", "啊", "我"];

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
  const asks = questions.some((word) => phrases.some((phrase) => phrase.includes(word)));
  return { phrases: phrases.slice(0, 32), strict, asks, number: strict ? null : parseNumber(text), text };
}

/**
 * 机关代字, year and serial in any order and any brackets: 高政办发〔2023〕3号, 高政办发 2023 3, 2023年3号.
 * @param {string} text
 * @returns {NumberQuery | null}
 */
export function parseNumber(text) {
  if (text.length > 60) return null;
  let plain = "";
  for (let place = 0; place < text.length; place++) {
    const unit = table[text.charCodeAt(place)];
    plain += unit ? String.fromCharCode(unit) : " ";
  }
  const groups = plain.match(/\d+/g) ?? [];
  const [year, serial] = groups;
  if (groups.length !== 2 || !/^(19|20)\d\d$/.test(year) || !/^0*[1-9]\d{0,4}$/.test(serial)) return null;
  const agency = plain.replace(/\d+|年|第|号|字(?=[\s\d]|$)|\s/g, "");
  if (agency.length > 12 || /[月日条款项]/.test(agency)) return null;
  return { key: `${year}-${serial.replace(/^0+/, "")}`, agency };
}

/**
 * Whether a card's number is the one asked for.
 * @param {string} number
 * @param {NumberQuery} wanted
 */
export function isNumber(number, wanted) {
  const own = parseNumber(number);
  return own !== null && own.key === wanted.key && (wanted.agency === "" || own.agency === wanted.agency);
}

/**
 * A phrase without the words that only make it a question; what stood between them, in order.
 * @param {string} phrase
 */
export function contentWords(phrase) {
  let rest = phrase;
  for (const stop of [...questions, ...fillers]) rest = rest.split(stop).join(" ");
  const words = rest.split(" ").filter((word) => word.length > 1);
  return words.length > 0 ? words : [phrase];
}

/**
 * Words that the site holds to mean the same as some word of the phrases.
 * @param {string[]} phrases
 * @param {string[][]} groups
 */
export function synonymsOf(phrases, groups) {
  const words = groups.map((group) => group.map(fold))
    .filter((group) => group.some((word) => phrases.some((phrase) => phrase.includes(word))))
    .flatMap((group) => group.filter((word) => word && !phrases.some((phrase) => phrase.includes(word))));
  return [...new Set(words)].slice(0, 4);
}
