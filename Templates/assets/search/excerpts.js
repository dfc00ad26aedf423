// @ts-check
/** The part of a text that best shows why it was found, cut at sentence ends. */

/** @import {Folded, PageText, Piece, Spot} from "./types" */

const longest = 110;
const lead = 36;

/**
 * @param {Pick<PageText, "raw" | "folded" | "places" | "anchors">} page
 * @param {string[]} words folded phrases, or words of a question
 * @returns {{pieces: Piece[], anchor: string, label: string} | null} `label`: the article that contains the excerpt
 * (第三条)
 */
export function excerptOf(page, words) {
  let spots = spotsOf(page.folded, words);
  if (spots.length === 0) spots = spotsOf(page.folded, pairsIn(words));
  if (spots.length === 0) return null;
  const { first, last } = densest(spots);
  const at = page.places[spots[first].start];
  const { start, end } = sentence(page.raw, at, page.places[spots[last].end - 1] + 1);
  const pieces = markedPieces(page.raw, start, end, page.places, spots);
  if (start > 0) pieces.unshift({ text: "…", mark: false });
  if (end < page.raw.trimEnd().length) pieces.push({ text: "…", mark: false });
  const anchor = page.anchors.filter(({ place }) => place <= at).pop();
  const label = anchor && /^第[〇○零一二三四五六七八九十百千\d]+[条章节编](?:之[一二三四五六七八九十]+)?/.exec(page.raw.slice(anchor.place, anchor.place + 20).trimStart())?.[0];
  return { pieces: pieces.filter(({ text }) => text !== ""), anchor: anchor?.id ?? "", label: label ?? "" };
}

const longestArticle = 240;

/**
 * The text of an article, from its anchor to the next place of the text.
 * @param {PageText} page
 * @param {string} id
 * @returns {string | null}
 */
export function articleText(page, id) {
  const index = page.anchors.findIndex((anchor) => anchor.id === id);
  if (index < 0) return null;
  const start = page.anchors[index].place;
  const next = page.anchors.slice(index + 1).find((anchor) => anchor.place > start && /^(?:tiao|zhang|jie|bian)-/.test(anchor.id));
  const text = page.raw.slice(start, next?.place ?? page.raw.length).replace(/\s*\n\s*/gu, " ").trim();
  return text.length > longestArticle ? `${text.slice(0, longestArticle)}…` : text;
}

/**
 * The beginning of an answer, to the end of a sentence.
 * @param {PageText} page
 */
export function answerText({ raw }) {
  const text = raw.replace(/\s+/gu, " ").trim();
  if (text.length <= longestArticle) return text;
  const end = Math.max(...["。", "；"].map((mark) => text.lastIndexOf(mark, longestArticle)));
  return `${text.slice(0, end > longestArticle / 2 ? end + 1 : longestArticle)}…`;
}

/**
 * A short text with its words marked.
 * @param {string} raw
 * @param {Folded} folded
 * @param {string[]} words
 * @returns {Piece[]}
 */
export function marked(raw, { folded, places }, words) {
  let spots = spotsOf(folded, words);
  if (spots.length === 0) spots = spotsOf(folded, pairsIn(words));
  return markedPieces(raw, 0, raw.length, places, spots).filter(({ text }) => text !== "");
}

/**
 * The text from start to end with its spots marked; overlapping spots become consecutive marks.
 * @param {string} raw
 * @param {number} start
 * @param {number} end
 * @param {Uint32Array} places
 * @param {Spot[]} spots
 */
function markedPieces(raw, start, end, places, spots) {
  /** @type {Piece[]} */
  const pieces = [];
  let place = start;
  for (const spot of spots) {
    const from = Math.max(place, places[spot.start]);
    const to = places[spot.end - 1] + 1;
    if (to <= place || places[spot.start] < start || to > end) continue;
    pieces.push({ text: raw.slice(place, from), mark: false }, { text: raw.slice(from, to), mark: true });
    place = to;
  }
  pieces.push({ text: raw.slice(place, end), mark: false });
  return pieces;
}

/** Pairs of figures or letters stand in other figures and words. @param {string[]} words */
function pairsIn(words) {
  return [...new Set(words.flatMap((word) => Array.from({ length: Math.max(0, word.length - 1) },
    (_, place) => word.slice(place, place + 2))))].filter((pair) => !/[a-z\d]/.test(pair)).slice(0, 40);
}

/**
 * The positions of words in the folded text.
 * @param {string} folded
 * @param {string[]} words
 */
export function spotsOf(folded, words) {
  /** @type {Spot[]} */
  const spots = [];
  words.forEach((text, word) => {
    let from = text === "" ? -1 : folded.indexOf(text);
    while (from >= 0 && spots.length < 2000) {
      spots.push({ start: from, end: from + text.length, word });
      from = folded.indexOf(text, from + text.length);
    }
  });
  return spots.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * The run of spots, at most 70 characters long, with the most different words.
 * @param {Spot[]} spots
 */
function densest(spots) {
  let best = { first: 0, last: 0, words: 0 };
  for (let first = 0; first < spots.length; first++) {
    const words = new Set();
    let last = first;
    for (let next = first; next < spots.length && spots[next].end - spots[first].start <= 70; next++) {
      words.add(spots[next].word);
      last = next;
    }
    if (words.size > best.words) best = { first, last, words: words.size };
  }
  return best;
}

/**
 * @param {string} raw
 * @param {number} from
 * @param {number} to
 */
function sentence(raw, from, to) {
  let start = from;
  while (start > 0 && from - start < lead && !/[。；！？\n]/.test(raw[start - 1])) start--;
  // The start of the sentence is too far back: start at a clause instead.
  if (start > 0 && !/[。；！？\n]/.test(raw[start - 1])) {
    const part = raw.slice(start, from).search(/[，、：,:]/);
    if (part >= 0) start += part + 1;
  }
  const limit = Math.max(to, start + longest);
  let end = to;
  while (end < raw.length && end < limit && !/[。！？\n]/.test(raw[end])) end++;
  if (end < raw.length && /[。！？]/.test(raw[end])) end++;
  else if (end === limit) {
    const part = Math.max(...["；", "，", "、", "："].map((mark) => raw.slice(to, end).lastIndexOf(mark)));
    if (part >= 0) end = to + part + 1;
  }
  return { start, end };
}
