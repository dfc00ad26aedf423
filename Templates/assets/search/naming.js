// @ts-check
/** Documents that a query names: by a number, by an article, by a title or what people call it. */

/** @import {ArticleHit, Query, TitleHit} from "./types" */
/** @import {Store} from "./store.js" */
/** @import {Titles} from "./titles.js" */
/** @import {Synonyms} from "./words.js" */
import { fold } from "./folding.js";
import { hanNumber, isNumber, parseNumber } from "./numbers.js";
import { titleScore } from "./ranking.js";
import { documentsOf } from "./store.js";
import { contentWords } from "./words.js";

/** How many years a number without its year is looked for. */
const years = 8;
/** Titles as good as the best one less this, and this good at least, are what the query names. */
const titleSpan = 0.2;
const leastTitle = 0.5;
/** Where a title says it literally, another one must say it as well. */
const besideLiteral = 0.85;
const mostTitles = 40;
/** How well a title fits words that begin with its subject. */
const aboutQuality = 0.6;
/** How well a name before an article must fit. */
const leastName = 0.55;
/** How much more than another title the name of a column says that holds the parts of a code. */
const columnScore = 1.6;

/**
 * Documents that have the wanted number, 1; or, when none has, those that have it from the office that the query names in words,
 * 0.5.
 * @param {Store} store
 * @param {Titles} titles
 * @param {Query} query
 * @returns {Promise<Map<number, number>>}
 */
export async function numbersNamed(store, titles, { number, text }) {
  const bare = /^\s*第?(\d{1,4})号(?:文件?)?\s*$/u.exec(text.normalize("NFKC"));
  const latest = Number((await store.entry()).asOf.slice(0, 4));
  const wanted = number ? [number] : bare ? Array.from({ length: years }, (_, back) => ({ key: `${latest - back}-${Number(bare[1])}`, agency: "" })) : [];
  /** @type {Map<number, number>} */
  const hits = new Map();
  for (const one of wanted) {
    const documents = documentsOf((await store.numberList(one.key)) ?? "").slice(0, 40);
    const cards = await Promise.all(documents.map((document) => store.card(document)));
    documents.forEach((document, index) => {
      const own = parseNumber(cards[index].number ?? "");
      if (isNumber(cards[index].number ?? "", one)) hits.set(document, 1);
      else if (own?.key === one.key && isLike(one.agency, own.agency, titles, document)) hits.set(document, 0.5);
    });
  }
  const isExact = [...hits.values()].includes(1);
  return new Map([...hits].filter(([, score]) => !isExact || score === 1));
}

/**
 * Whether words before a number are its code with something added (根据法, 法发), or the name of the office.
 * @param {string} words
 * @param {string} agency
 * @param {Titles} titles
 * @param {number} document
 */
const isLike = (words, agency, titles, document) => words !== "" && agency !== ""
  && (words.endsWith(agency) || words.startsWith(agency) || titles.isIssuedBy(document, words));

/**
 * The document that has the article that the query names.
 * @param {Titles} titles
 * @param {Synonyms} synonyms
 * @param {Query} query
 * @param {Map<number, number>} numbered documents with the number that stands for the name
 * @returns {ArticleHit | null}
 */
export function articleNamed(titles, synonyms, { article }, numbered) {
  if (!article) return null;
  const name = fold(article.name);
  /** @type {Map<number, number>} */
  const scores = new Map();
  /** @param {number} document @param {number} score */
  const add = (document, score) => {
    if (titles.hasArticle(document, article.number)) scores.set(document, Math.max(score, scores.get(document) ?? 0));
  };
  for (const document of numbered.keys()) add(document, 3 + titles.standing(document, name));
  for (const { words, weight } of waysToSay(synonyms, [name])) {
    for (const [document, hit] of titles.find(words, weight)) {
      if (hit.quality >= leastName) add(document, titleScore({ ...hit, share: 2 * hit.share }, titles.standing(document, name), titles.isElsewhere(document, name)));
    }
    for (const document of titles.inColumn(words.join(""))) add(document, (columnScore + titles.standing(document, name)) * weight);
  }
  const best = [...scores].sort(([a, one], [b, two]) => two - one || b - a)[0];
  return best ? { document: best[0], anchor: article.anchor, label: article.label } : null;
}

/**
 * Documents whose titles are what the query names.
 * @param {Titles} titles
 * @param {Synonyms} synonyms
 * @param {Query} query
 * @returns {Map<number, TitleHit>}
 */
export function titlesNamed(titles, synonyms, query) {
  if (query.strict) return new Map([...titles.find(query.phrases)].filter(([, { quality }]) => quality === 1));
  const { words, day } = query;
  const ways = waysToSay(synonyms, words);
  // 2018年修正的公务员法: the day is not of the title, unless it stands there.
  if (day && day.rest.length > 1) ways.push(...waysToSay(synonyms, contentWords(fold(day.rest))).map((way) => ({ ...way, weight: 0.95 * way.weight, year: day.year })));
  /** @type {Map<number, TitleHit>} */
  const all = new Map();
  for (const { words: way, weight, form, year } of ways) {
    for (const [document, hit] of titles.find(way, weight)) {
      // What was left out of the words stands in the title all the same.
      if ((form && titles.cores[document].endsWith(form)) || (year && titles.folded[document].includes(`${year}`))) hit.quality /= weight;
      const before = all.get(document);
      if (!before || hit.quality * (1 + hit.share) > before.quality * (1 + before.share)) all.set(document, hit);
    }
  }
  // The parts of a code stand in the column of its name.
  for (const document of titles.inColumn(words.join(""))) if (!all.has(document)) all.set(document, { quality: 1, share: 1, typo: "" });
  for (const document of titles.about(query.phrases.join(""))) if (!all.has(document)) all.set(document, { quality: aboutQuality, share: 0.5, typo: "" });
  const best = Math.max(0, ...[...all.values()].map(({ quality }) => quality));
  const least = Math.max(leastTitle, best >= 1 ? besideLiteral : best - titleSpan);
  const good = [...all].filter(([, { quality }]) => quality >= least);
  if (good.length <= mostTitles) return new Map(good);
  const phrases = query.phrases.join("");
  const score = (/** @type {[number, TitleHit]} */ [document, hit]) => titleScore(hit, titles.standing(document, phrases), titles.isElsewhere(document, phrases));
  const others = good.filter(([, { quality }]) => quality < 1).sort((a, b) => score(b) - score(a)).slice(0, mostTitles);
  return new Map([...good.filter(([, { quality }]) => quality === 1), ...others]);
}

/** What people put behind the subject of a text, whatever its form is called. */
const forms = /(?:管理)?(规定|办法|条例|政策|制度|标准|文件|通知)$/u;
const mostWays = 16;
/** How much less a title says that has the words of a phrase in another order. */
const pieceWeight = 0.85;

/**
 * The ways in which a title may say words: as typed, with other figures, without the form, by the official words.
 * @param {Synonyms} synonyms
 * @param {string[]} words
 * @returns {{words: string[], weight: number, form?: string, year?: number}[]} `form`, `year`: what is left out of the words
 */
export function waysToSay(synonyms, words) {
  /** @type {{words: string[], weight: number, form?: string, year?: number}[]} */
  const ways = [{ words, weight: 1 }];
  if (words.length === 0) return ways;
  const inHan = words.map((word) => word.replace(/\d{1,3}/g, (digits) => hanNumber(Number(digits))));
  if (inHan.some((word, index) => word !== words[index])) ways.push({ words: inHan, weight: 1 });
  const last = words[words.length - 1];
  const form = forms.exec(last);
  if (form && form.index > 1) ways.push({ words: [...words.slice(0, -1), last.slice(0, form.index)], weight: 0.85, form: form[1] });
  for (const way of [...ways]) {
    way.words.forEach((word, index) => {
      for (const { parts, weight } of synonyms.variants(word, 4)) {
        const around = (/** @type {string[]} */ own) => [...way.words.slice(0, index), ...own, ...way.words.slice(index + 1)];
        ways.push({ ...way, words: around([parts.join("")]), weight: way.weight * weight });
        if (parts.length > 1) ways.push({ ...way, words: around(parts), weight: 0.9 * way.weight * weight });
      }
      const pieces = synonyms.pieces(word);
      if (pieces.length > 1 && pieces.every((piece) => piece.length > 1)) {
        ways.push({ ...way, words: [...way.words.slice(0, index), ...pieces, ...way.words.slice(index + 1)], weight: pieceWeight * way.weight });
      }
    });
  }
  return ways.sort((a, b) => b.weight - a.weight).slice(0, mostWays);
}
