// @ts-check
/** Parses what a person typed: phrases, quotation marks, document numbers, question words. */

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
 * 机关代字, year and serial in any order and any brackets: 高政办发〔2023〕3号, 3号 高政办发 2023, 2023年3号, 国务院令第七百号.
 * `Sources/Search/Entries/NumberKey.swift` makes the same keys.
 * @param {string} text
 * @returns {NumberQuery | null}
 */
export function parseNumber(text) {
  if (text.length > 60) return null;
  // 12-1号 is one serial; 〔83〕 and （79） are years.
  const joined = text.replace(/([\d０-９])\s*[-－—–之]\s*([\d０-９]+)\s*号/u, "$1ª$2号")
    .replace(/[〔[［【（(﹝〈„]\s*(\d\d)\s*[〕\]］】）)﹞〉‟]/u, (_, digits) => ` ${Number(digits) < 49 ? 20 : 19}${digits} `);
  let plain = "";
  for (const character of joined) {
    // The mark between two parts of a serial is a letter to the table.
    const unit = character === "ª" ? 0xaa : table[character.charCodeAt(0)];
    plain += unit && !(unit >= 0xd800 && unit < 0xe000) ? String.fromCharCode(unit) : " ";
  }
  plain = withArabicFigures(plain);
  const groups = plain.match(/\d+(ª\d+)?/g) ?? [];
  if (groups.length === 0 || groups.length > 2) return null;
  const [year, serial] = groups.length === 1 ? ["", groups[0]] : inOrder(groups[0], groups[1], plain);
  const agency = plain.replace(/^(特急|加急|平急|特提)/, "")
    .replace(/号文件?(?=\s*$)|[\dª]+\s*期?|年|第|号|字(?=[\s\d第]|$)|\s/g, "").replace(/^中华人民共和国(?=.)/, "");
  if (agency.length > 40 || /[月日条款项]/.test(agency)) return null;
  // Without a year it is a number only if it says so: 国务院令第711号.
  if (year === "" ? agency === "" || !/\d\s*[号期]/.test(plain) : !isYear(year)) return null;
  if (!/^0*[1-9]\d{0,6}(ª\d+)?$/.test(serial)) return null;
  const [main, part] = serial.split("ª").map(Number);
  return { key: `${year}-${main}${part === undefined ? "" : `-${part}`}`, agency };
}

/**
 * Year and serial of two figures: the year comes first unless only the second can be one, or the first is marked as a
 * serial: 3号 2023.
 * @param {string} first
 * @param {string} second
 * @param {string} plain
 */
function inOrder(first, second, plain) {
  const isTurned = !isYear(first) || (isYear(second) && new RegExp(`${first}\\s*号`).test(plain));
  return isTurned ? [second, first] : [first, second];
}

const units = { 十: 10, 百: 100, 千: 1000 };

/**
 * Chinese figures that are years or serials, in Arabic: 二〇二六年, 第三十七号.
 * @param {string} text
 */
function withArabicFigures(text) {
  return text.replace(/[〇零一二三四五六七八九]{4}(?=\s*年|\s)/g, positional)
    .replace(/(第\s*)([〇零一二三四五六七八九十百千]+)/g, (_, mark, figures) => mark + chineseNumber(figures));
}

/** @param {string} figures */
const positional = (figures) => [...figures].map((figure) => "〇一二三四五六七八九".indexOf(figure === "零" ? "〇" : figure)).join("");

/** @param {string} figures */
function chineseNumber(figures) {
  if (!/[十百千]/.test(figures)) return positional(figures);
  let total = 0;
  let digit = 0;
  for (const sign of figures) {
    const unit = units[/** @type {keyof typeof units} */ (sign)];
    if (unit) total += (digit || 1) * unit;
    digit = unit ? 0 : Number(positional(sign));
  }
  return String(total + digit);
}

/** @param {string} digits */
const isYear = (digits) => /^(19|20)\d\d$/.test(digits);

/**
 * Whether a card's number is the wanted one.
 * @param {string} number
 * @param {NumberQuery} wanted
 */
export function isNumber(number, wanted) {
  const own = parseNumber(number);
  return own !== null && own.key === wanted.key && (wanted.agency === "" || own.agency === wanted.agency);
}

/**
 * Marks the question words of a phrase: 1 for each of their characters.
 * @param {string} phrase
 */
export function questionMask(phrase) {
  const mask = new Uint8Array(phrase.length);
  for (const word of questions) {
    for (let at = phrase.indexOf(word); at >= 0; at = phrase.indexOf(word, at + 1)) mask.fill(1, at, at + word.length);
  }
  return mask;
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

/**
 * The words of a phrase, in order, without question words and fillers.
 * @param {string} phrase
 */
export function contentWords(phrase) {
  let rest = phrase;
  for (const stop of [...questions, ...fillers]) rest = rest.split(stop).join(" ");
  const words = rest.split(" ").filter((word) => word.length > 1);
  return words.length > 0 ? words : [phrase];
}

/**
 * Words that the site defines as synonyms of words in the phrases.
 * @param {string[]} phrases
 * @param {string[][]} groups
 */
export function synonymsOf(phrases, groups) {
  const words = groups.map((group) => group.map(fold))
    .filter((group) => group.some((word) => phrases.some((phrase) => phrase.includes(word))))
    .flatMap((group) => group.filter((word) => word && !phrases.some((phrase) => phrase.includes(word))));
  return [...new Set(words)].slice(0, 4);
}
