// @ts-check
/** Document numbers, articles and days, as people write them. */

/** @import {ArticleQuery, DayQuery, NumberQuery} from "./types" */
import { table } from "./folding.js";

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
    .replace(/(\d{4}\s*年?\s*)([〇零一二三四五六七八九十百千]+)(?=\s*号)/g, (_, year, figures) => `${year} ${chineseNumber(figures)}`)
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

const figures = "[〇零一二三四五六七八九十百千\\d]+";
const citation = new RegExp(`^(.{2,60}?)(第?)(${figures})条(?:之([一二三四五六七八九十]))?(?:第?(${figures})款)?(?:第?(${figures})项)?`, "u");
/** 食品安全法148: nobody means anything else, unless it is a year. */
const bare = /^(.{1,58}?(?:法|典|条例|办法|规定|解释|细则|规则))第?(\d{1,4})$/u;
const inside = /[\p{Script=Han}]{0,14}[〔[（(]?(?:(?:19|20)\d\d|[〇○零一二三四五六七八九]{4})[〕\]）)]?年?第?[\d零〇一二三四五六七八九十百千]+号/u;

/** Words that name no text: 本条例第五条. */
const unnamed = /^(?:本|该|按照?|根据|依照)?(?:条例|办法|规定|法|细则|决定|意见|通知|解释)?的?$/u;

/** A text without what people put between: blanks, book marks, full width. @param {string} text */
const joined = (text) => text.normalize("NFKC").replace(/[\s《》〈〉"“”]/gu, "");

/**
 * A place in a text that the query names: 劳动合同法第三十九条第二项, 民法典1042条.
 * @param {string} text
 * @returns {ArticleQuery | null}
 */
export function parseArticle(text) {
  const whole = text.length > 100 ? "" : joined(text);
  const found = citation.exec(whole);
  const short = found ? null : bare.exec(whole);
  if (!found && (!short || isYear(short[2]))) return null;
  const [name, mark, figure, part] = found ? found.slice(1) : [short?.[1] ?? "", "第", short?.[2] ?? "", undefined];
  const number = Number(/^\d+$/.test(figure) ? figure : chineseNumber(figure));
  // 养了一条狗 is no article.
  if (!(number > 0 && number < 3000) || (number === 1 && mark === "") || unnamed.test(name)) return null;
  const inserted = part ? Number(chineseNumber(part)) : 0;
  return { name, number, anchor: `tiao-${number}${inserted ? `-${inserted}` : ""}`, label: `第${hanNumber(number)}条${part ? `之${part}` : ""}` };
}

/**
 * A document number that stands among other words: 根据法〔2012〕59号文件.
 * @param {string} text
 * @returns {NumberQuery | null}
 */
export function numberInside(text) {
  const found = text.length > 200 ? null : inside.exec(joined(text));
  const number = found && parseNumber(found[0]);
  if (!found || !number) return null;
  const whole = text.normalize("NFKC");
  const start = whole.search(/[〔[（(]|\d/u);
  const end = whole.indexOf("号", start) + 1;
  return { ...number, isInside: true, rest: end > 0 ? whole.slice(end).replace(/^文件?/u, "").split(/\s+/u).filter(Boolean) : [] };
}

/**
 * The day or year that a query names, with the rest of its words.
 * @param {string} text
 * @returns {DayQuery | null}
 */
export function parseDay(text) {
  const whole = joined(text);
  const found = /(?:((?:19|20)\d\d)[年./-])?(?:(\d{1,2})[月./-](\d{1,2})[日号]?)(?!\d)|((?:19|20)\d\d)年/u.exec(whole);
  if (!found || (!found[1] && !/月/.test(found[0]) && !found[4])) return null;
  const [, year, month, day, onlyYear] = found;
  if (month && (Number(month) > 12 || Number(day) > 31)) return null;
  const rest = (whole.slice(0, found.index) + whole.slice(found.index + found[0].length)).replace(about, "");
  return { year: Number(year ?? onlyYear ?? 0), month: Number(month ?? 0), day: Number(day ?? 0), rest };
}

/** What people say about a day. */
const about = /^(?:以来|起|内)?(?:开始)?(?:发布|公布|印发|施行|实施|生效|执行|修订|修正|修改|出台|颁布|制定)?(?:的)?(?:文件|通知|公告|规定|政策)?/u;

/** @param {number} number below 10,000 */
export function hanNumber(number) {
  const digits = "零一二三四五六七八九";
  let text = "";
  for (const [unit, sign] of /** @type {[number, string][]} */ ([[1000, "千"], [100, "百"], [10, "十"], [1, ""]])) {
    const digit = Math.floor(number / unit) % 10;
    if (digit > 0) text += (unit === 10 && digit === 1 && text === "" ? "" : digits[digit]) + sign;
    else if (text !== "" && !text.endsWith("零") && number % unit > 0) text += "零";
  }
  return text;
}
