// @ts-check
/** What the words of a query ask for: questions without the words that only ask, people's words with the official ones. */

/** @import {Unit} from "./types" */

/** Words that make a question, in the common language and in that of the provinces. */
const asking = [
  "什么时候", "多长时间", "可不可以", "怎么办", "怎么样", "为什么", "是什么", "有哪些", "多少钱", "有没有", "能不能", "是不是", "会不会",
  "要不要", "用不用", "行不行", "对不对", "合不合法", "算不算", "管不管", "给不给", "需要吗", "可以吗", "怎么", "怎样", "咋办", "如何", "多少", "多久", "什么", "哪些",
  "哪里", "哪儿", "哪个", "几天", "几年", "找谁", "谁", "请问", "吗", "呢",
  "要不要得", "可不可得", "得不得行", "中不中", "成不成", "好不好", "犯不犯法", "犯法吗", "违法吗", "合法吗", "咋个办", "咋个", "咋整", "咋弄", "咋搞", "咋样", "咋", "啥时候", "啥子", "啥",
  "啷个", "怎个", "做么", "为啥", "为何", "干嘛", "干啥", "几时", "好多钱", "要好久", "多大", "几点", "几岁", "几级", "几倍", "几月", "哪",
];
/** Words of speech that say nothing about the subject. */
const spoken = [
  "我想咨询一下", "我想问一下", "我想了解", "想咨询一下", "想问一下", "问一下", "咨询一下", "请教一下", "帮我查一下", "查一下", "麻烦", "你好", "您好", "喂", "应该去", "应该", "这样做", "是这样的",
  "那个", "就是", "这个", "一下", "现在", "的话", "我们", "我家", "咱们", "我想", "我要", "我是", "自己", "还是", "到底", "必须", "一定", "所有", "里面", "怎么回事", "的", "了", "吧", "啊", "呀", "嘛", "我", "着", "就", "都", "还",
  "去", "给", "让", "说", "被", "有", "要", "能", "把", "会", "在", "从", "到", "和", "是", "也", "不",
  "能不能告诉我", "能告诉我", "告诉我", "帮我看看", "帮我", "想知道", "想问", "问问", "问下", "看看", "听人家说", "听说", "如果说", "就是说", "是真的", "那什么", "那啥", "小爱同学", "有个问题",
  "你们", "他们", "她们", "俺们", "人家", "这边", "那边", "俺家", "咱家", "他家", "嗯", "哎", "唉", "呃", "哦", "诶", "咯", "呗", "噻", "俺", "咱", "你", "您", "她",
];
/** Of these, what single characters may be cut from: words of one character stand in other words too (在 in 存在). */
const isCut = (/** @type {string} */ word) => word.length > 1 || "的了吧啊呀嘛吗呢喂谁咋啥哪嗯哎唉呃哦诶咯呗噻俺咱你您她".includes(word);

const longestFirst = (/** @type {string[]} */ words) => [...words].sort((a, b) => b.length - a.length);
export const questions = longestFirst(asking);
const stops = longestFirst([...asking, ...spoken.filter(isCut)]);
/** Who speaks of himself; 我国 and 我省 are words of papers. */
const oneself = /我(?![国省市县区州部院军党])/gu;
/** 要钱不, 有补助没: a question in few words. */
const leftOpen = /[\p{Script=Han}]{2}(?:不|没|没有|不是)[？?。！!\s]*$/u;

/**
 * Whether somebody asks in his own words: then pieces of what he says are enough.
 * @param {string} text
 * @param {string[]} phrases folded
 */
export const isSpeech = (text, phrases) => phrases.some((phrase) => questions.some((word) => phrase.includes(word)) || phrase.search(oneself) >= 0 || /[俺咱]/u.test(phrase))
  || leftOpen.test(text);

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

/**
 * The words of a phrase, in order, without question words and fillers. What the dictionary has stays whole: 赔多少钱, 不管我.
 * @param {string} phrase
 * @param {Synonyms} [synonyms]
 */
export function contentWords(phrase, synonyms) {
  // 1: of a word of the dictionary; 2: cut.
  const marks = new Uint8Array(phrase.length);
  const known = synonyms?.within(phrase) ?? [];
  for (const stop of stops) {
    for (let at = phrase.indexOf(stop); at >= 0; at = phrase.indexOf(stop, at + 1)) {
      const end = at + stop.length;
      const isKept = marks.subarray(at, end).some((mark) => mark > 0)
        || known.some((word) => word.start < end && word.end > at && word.end - word.start > stop.length);
      if (!isKept) marks.fill(2, at, end);
    }
  }
  for (const { index } of phrase.matchAll(oneself)) if (marks[index] === 0 && !known.some(({ start, end }) => start <= index && end > index)) marks[index] = 2;
  const rest = Array.from({ length: phrase.length }, (_, place) => (marks[place] === 2 ? " " : phrase[place])).join("");
  const words = rest.split(" ").filter((word) => word.length > 1);
  return words.length > 0 ? words : [phrase];
}

/** How much less an official word says than the one that was typed. */
const officialWeight = 0.9;

/** Civic synonyms: people's words with the official ones. */
export class Synonyms {
  /** @param {string[][]} words folded: each word, and the official ones that it stands for; none for an official word itself */
  constructor(words) {
    /** @type {Map<string, string[]>} */
    this.officials = new Map(words.map(([word, ...officials]) => [word, officials]));
    this.longest = Math.max(0, ...words.map(([word]) => word.length));
  }

  /**
   * The words of the dictionary in a text, none over another: those that together are most of it, of these the fewest.
   * @param {string} text
   * @returns {{start: number, end: number, officials: string[]}[]}
   */
  within(text) {
    // 公租房补贴标准 is 公租房 and 补贴标准, although 租房补贴 is longer than the first.
    /** @type {{worth: number, step: number}[]} the best of what follows a place */
    const best = Array.from({ length: text.length + 1 }, () => ({ worth: 0, step: 0 }));
    for (let start = text.length - 1; start >= 0; start--) {
      best[start] = { worth: best[start + 1].worth, step: 0 };
      for (let length = Math.min(this.longest, text.length - start); length > 0; length--) {
        const worth = best[start + length].worth + (length > 1 ? length - 0.5 : 0.1);
        if (worth > best[start].worth && this.officials.has(text.slice(start, start + length))) best[start] = { worth, step: length };
      }
    }
    const found = [];
    for (let start = 0; start < text.length; start += best[start].step || 1) {
      const end = start + best[start].step;
      if (end > start) found.push({ start, end, officials: this.officials.get(text.slice(start, end)) ?? [] });
    }
    return found;
  }

  /**
   * A phrase cut at the words of the dictionary.
   * @param {string} phrase
   */
  pieces(phrase) {
    const pieces = [];
    let done = 0;
    for (const { start, end } of this.within(phrase)) {
      if (start > done) pieces.push(phrase.slice(done, start));
      pieces.push(phrase.slice(start, end));
      done = end;
    }
    if (done < phrase.length) pieces.push(phrase.slice(done));
    return pieces;
  }

  /**
   * Other ways to say a phrase: each of its words by the official one; at most `most`, the likeliest first.
   * @param {string} phrase
   * @param {number} most
   * @returns {{parts: string[], weight: number}[]} its parts in order
   */
  variants(phrase, most) {
    /** @type {{parts: string[], weight: number}[]} */
    let variants = [{ parts: [], weight: 1 }];
    let done = 0;
    let changed = 0;
    const push = (/** @type {string} */ text) => {
      if (text !== "") variants = variants.map(({ parts, weight }) => ({ parts: [...parts, text], weight }));
    };
    for (const { start, end, officials } of this.within(phrase)) {
      if (officials.length === 0 || variants.length > 20) continue;
      changed++;
      push(phrase.slice(done, start));
      variants = variants.flatMap(({ parts, weight }) => [{ parts: [...parts, phrase.slice(start, end)], weight: weight * 0.999 },
        ...officials.map((word) => ({ parts: [...parts, word], weight: weight * officialWeight }))]);
      done = end;
    }
    if (changed === 0) return [];
    push(phrase.slice(done));
    return variants.filter(({ parts }) => parts.join("") !== phrase).sort((a, b) => b.weight - a.weight).slice(0, most);
  }
}

/**
 * Whether a phrase asks for nothing: 的, 我, 怎么办.
 * @param {string} phrase
 */
export function isNoise(phrase) {
  let rest = phrase;
  for (const stop of longestFirst([...asking, ...spoken])) rest = rest.split(stop).join("");
  return rest === "";
}

/** Characters that mostly stand between words: a pair with one of them says little, and that no text has it, nothing. */
const loose = /[我他它们了着过得把被给没不要会可也都还就去来到从跟叫么这那快再又才很太想说看下上里头几好家是在有]/u;
/** Who it is about says less than what it is about. */
const people = new Set(["老年人", "父母", "子女", "配偶", "夫妻", "孙子女", "外孙子女", "亲属", "近亲属", "兄弟姐妹", "城镇居民", "村民"]);
/** @param {string} pair */
export const isLoose = (pair) => loose.test(pair);
/** A document's units are the bits of one number. */
const mostUnits = 30;

/**
 * What a document should speak of: each word with its pairs, and other words for the same.
 * @param {string[]} words
 * @param {Synonyms} synonyms
 * @param {(pair: string) => number} rarity an estimate, before the lists are there
 * @param {number} most pairs to load
 * @returns {Unit[]}
 */
export function unitsOf(words, synonyms, rarity, most) {
  /** @type {Unit[]} */
  const units = [];
  let offset = 0;
  for (const word of words) {
    /** @param {number} start @param {number} end */
    const span = (start, end) => ({ start: offset + start, end: offset + end });
    /** @type {{start: number, end: number, officials: string[], isRun?: boolean}[]} */
    const concepts = synonyms.within(word);
    for (const run of word.matchAll(/[a-z\d]{3,}/g)) {
      // 98765432101 and VOCs are found whole or not at all.
      if (concepts.some(({ start, end }) => start < run.index + run[0].length && end > run.index)) continue;
      concepts.push({ start: run.index, end: run.index + run[0].length, officials: [], isRun: true });
    }
    for (let place = 0; place + 2 <= Math.max(2, word.length); place++) {
      if (concepts.some(({ start, end }) => place >= start && place + 2 <= end)) continue;
      const pair = word.slice(place, place + 2);
      const isTopical = rarity(pair) > 4;
      units.push({ ...span(place, place + pair.length), ways: [{ pairs: [pair], weight: 1 }], isTopical, ...(!isTopical && isLoose(pair) ? { isLoose: true } : {}) });
    }
    for (const { start, end, officials, isRun } of concepts) {
      const own = { pairs: pairsOf(word.slice(start, end)), weight: 1 };
      const ways = officials.map((word) => ({ pairs: pairsOf(word), weight: officialWeight }));
      if (isRun && /^\d{5,}$/.test(word.slice(start, end))) own.pairs = [word.slice(start, end)];
      units.push({ ...span(start, end), ways: [own, ...ways.slice(0, 3)], ...(isRun ? { isWhole: true } : { isWord: true }), ...(officials.some((official) => people.has(official)) ? { isPerson: true } : {}) });
    }
    offset += word.length;
  }
  // What is rare says most; a word of the dictionary says what people mean.
  const worth = (/** @type {Unit} */ unit) => (unit.isWord ? 3 : 0) + Math.max(...unit.ways.map(({ pairs }) => Math.max(...pairs.map(rarity))));
  const ranked = units.map((unit, place) => ({ unit, place, worth: worth(unit) })).sort((a, b) => b.worth - a.worth);
  const chosen = [];
  const pairs = new Set();
  for (const one of ranked) {
    const own = one.unit.ways.flatMap((way) => way.pairs);
    if (pairs.size >= most || chosen.length >= mostUnits) break;
    for (const pair of own) pairs.add(pair);
    chosen.push(one);
  }
  return chosen.sort((a, b) => a.place - b.place).map(({ unit }) => unit);
}

/** More pairs of one word say no more. */
const mostParts = 3;

/**
 * Every other pair of a word, and the last: they cover it; of a long word only three. A word of one character counts as a pair.
 * @param {string} word
 */
export function pairsOf(word) {
  if (word.length <= 2) return [word];
  const pairs = [];
  for (let place = 0; place + 2 <= word.length; place += 2) pairs.push(word.slice(place, place + 2));
  if (word.length % 2 === 1) pairs.push(word.slice(-2));
  return pairs.length <= mostParts ? pairs : [pairs[0], pairs[pairs.length >> 1], pairs[pairs.length - 1]];
}
