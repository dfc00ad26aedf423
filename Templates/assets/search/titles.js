// @ts-check
/** The title lane: what a few words say about titles, answered from one file of all titles without another request. */

/** @import {DayQuery, TitleFile, TitleHit} from "./types" */
import { fold } from "./folding.js";
import { bestMatch, isShortFor } from "./likeness.js";
import { isLoose } from "./words.js";

/** What an office writes around the name of a text: 县政府办公室关于印发……的通知. */
const before = /^.{0,60}?关于(?:修订|重新|联合)?(?:印发|公布|发布|转发|批转|颁布|下发)?/u;
const after = /的?(?:通知|公告|通告|公示|函|批复)$/u;
const state = "中华人民共和国";
/** A place that a title names first: 宁波市养犬管理条例. */
const place = /^.{2,8}?(?:自治区|自治州|自治县|省|市|县|区|镇|乡)/u;
/** A title of an act that only changes or ends others. */
const changing = /修改|修正|废止|失效|宣布|更正|清理|延长/;

/** Laws are called so, and the parts of a code; 办法 is another word. */
const law = /(?:[^办]法|编|总则)$/u;
/** What courts and assemblies say about a law, and cases. */
const ruling = /(?:解释|批复|决定|案)$/u;

/** What stands behind the subject of a norm. */
const norm = /(?:管理|暂行|实施|若干)*(?:条例|办法|规定|法)$/u;
/** Words that begin with a subject and go on longer than this are a sentence. */
const longestSubject = 14;

/** Longer queries are sentences or whole titles: no title abbreviates them. */
const longestName = 24;

export class Titles {
  /** @param {TitleFile} file */
  constructor(file) {
    this.file = file;
    this.count = file.titles.length;
    /** Folded titles, and their core: the name of the text itself. */
    this.folded = file.titles.map(fold);
    this.cores = file.titles.map((title, document) => coreOf(title, this.folded[document]));
    this.issuers = file.issuers.map(fold);
    /** @type {string | undefined} */
    this.home = undefined;
    let day = 0;
    this.days = file.days.map((step) => (day += step));
  }

  /**
   * What the titles say of a document: the part of its card that every result shows.
   * @param {number} document
   */
  facts(document) {
    const { titles, issuers, issuer, kinds, kind, states, state, sizes } = this.file;
    const day = this.days[document];
    return {
      title: titles[document], issuer: issuers[issuer[document]], kind: kinds[kind[document]], state: states[state[document]]?.[0],
      date: day > 0 ? new Date(day * 864e5).toISOString().slice(0, 10) : "", length: 750 * 2 ** sizes[document],
    };
  }

  /** @param {number} document */
  hasEnded(document) {
    return this.file.states[this.file.state[document]]?.[2] === 1;
  }

  /**
   * Whether a document has an article.
   * @param {number} document
   * @param {number} number
   */
  hasArticle(document, number) {
    return number > this.file.firsts[document] && number <= this.file.lasts[document];
  }

  /**
   * The documents of a column that is called so: the parts of a code.
   * @param {string} name folded
   */
  inColumn(name) {
    const { columns, column } = this.file;
    const own = name === "" ? -1 : columns.findIndex((title) => fold(title) === name);
    return own < 0 ? [] : column.flatMap((other, document) => (other === own ? [document] : []));
  }

  /** Numbers of documents that are there. */
  documents() {
    return this.file.titles.flatMap((title, document) => (title === "" ? [] : [document]));
  }

  /**
   * Columns, topics and offices that are called so.
   * @param {string} name folded
   */
  placesNamed(name) {
    return this.file.places.filter(([title]) => fold(title) === name).slice(0, 3);
  }

  /**
   * Documents of a day, of a month and day of any year, or of a year.
   * @param {DayQuery} day
   * @returns {[document: number, score: number][]}
   */
  onDay({ year, month, day }) {
    /** @type {[number, number][]} */
    const found = [];
    this.days.forEach((days, document) => {
      const own = new Date(days * 864e5);
      if (year && own.getUTCFullYear() !== year) return;
      if (month && own.getUTCMonth() + 1 !== month) return;
      if (day && own.getUTCDate() !== day) return;
      found.push([document, 0.5]);
    });
    return found;
  }

  /**
   * @param {number} document
   * @param {string} office as people call it
   */
  isIssuedBy(document, office) {
    return office.length > 1 && isShortFor(office, this.issuers[this.file.issuer[document]]);
  }

  /**
   * How rare a pair of characters is, as far as the titles know: from 0, where figures and particles are, to 8.
   * @param {string} pair
   */
  rarity(pair) {
    if (/[第条款项的了和与及或之其以为在由][一二三四五六七八九十百]?|^[一二三四五六七八九十百\d]+$/u.test(pair)) return 0;
    this.pairs ??= countPairs(this.folded);
    const seen = this.pairs.get(pair);
    return seen ? 4 + Math.log(1 + this.count / seen) / 4 : 3;
  }

  /**
   * The characters of a phrase that are hardly slips: those in a pair that titles have, as the second of 燃气. One that is typed
   * twice may be one too many.
   * @param {string} phrase
   * @returns {boolean[]}
   */
  soundPlaces(phrase) {
    const isKnown = (/** @type {number} */ place) => this.rarity(phrase.slice(place, place + 2)) > 4 && !isLoose(phrase.slice(place, place + 2));
    return Array.from(phrase, (character, place) => phrase[place - 1] !== character && phrase[place + 1] !== character
      && (place > 0 && isKnown(place - 1) || place + 2 <= phrase.length && isKnown(place)));
  }

  /**
   * How much the order prefers a document whatever the words: what is in force before what has no state (news, calls,
   * replies), before what has ended; what only changes others after them, unless the words ask for it.
   * @param {number} document
   * @param {string} words
   */
  standing(document, words) {
    const own = this.file.states[this.file.state[document]];
    const rank = !own ? 0 : own[2] === 1 ? -0.3 : inForce.has(own[0]) ? 0.25 : own[0] === "notYetInForce" ? 0.15 : -0.05;
    return rank - (changing.test(this.file.titles[document]) && !changing.test(words) ? 0.2 : 0);
  }

  /**
   * Whether a title names a place that the words do not, and that is not the one of the whole site.
   * @param {number} document
   * @param {string} words folded
   */
  isElsewhere(document, words) {
    this.home ??= homeOf(this.cores);
    const named = place.exec(this.cores[document])?.[0];
    return named !== undefined && named !== this.home && !words.includes(named.slice(0, 2));
  }

  /**
   * Norms in force whose whole subject a few words begin with: 不动产登记暂行条例 for 不动产登记资料查询.
   * @param {string} words folded
   */
  about(words) {
    if (words.length > longestSubject) return [];
    return this.cores.flatMap((core, document) => {
      const subject = core.replace(norm, "");
      const isMeant = subject.length >= 4 && subject.length < core.length && 2 * subject.length >= words.length && words.startsWith(subject);
      return isMeant && !this.hasEnded(document) && !this.isElsewhere(document, words) ? [document] : [];
    });
  }

  /**
   * How far a text reaches, whatever its words: a law before what other places and courts make of it.
   * @param {number} document
   * @param {string} words folded
   */
  weight(document, words) {
    const core = this.cores[document];
    return (this.isElsewhere(document, words) ? 0.7 : 1) * (law.test(core) ? 1.25 : ruling.test(core) ? 0.8 : 1);
  }

  /**
   * Documents whose title is what the words abbreviate, misspell or contain.
   * @param {string[]} phrases folded; each must be in the title, or in the name of the issuer
   * @param {number} [weight]
   * @returns {Map<number, TitleHit>}
   */
  find(phrases, weight = 1) {
    /** @type {Map<number, TitleHit>} */
    const hits = new Map();
    const length = phrases.join("").length;
    if (length === 0) return hits;
    if (length > longestName) {
      this.folded.forEach((title, document) => {
        if (phrases.every((phrase) => title.includes(phrase))) hits.set(document, { quality: weight, share: length / title.length, typo: "" });
      });
      return hits;
    }
    const byIssuer = phrases.map((phrase) => this.issuers.map((name) => (isShortFor(phrase, name) ? 0.8 : 0)));
    const sound = phrases.map((phrase) => this.soundPlaces(phrase));
    for (let document = 0; document < this.count; document++) {
      let quality = 1;
      let inTitle = 0;
      let typo = "";
      for (let index = 0; index < phrases.length && quality > 0; index++) {
        const phrase = phrases[index];
        const found = bestMatch(phrase, this.cores[document], this.folded[document], sound[index]);
        const issued = phrases.length > 1 ? byIssuer[index][this.file.issuer[document]] : 0;
        if (found.quality > issued) inTitle += phrase.length;
        quality = Math.min(quality, Math.max(found.quality, issued));
        if (found.quality > issued) typo ||= found.typo;
      }
      if (quality <= 0 || inTitle === 0) continue;
      const share = Math.min(1, inTitle / this.cores[document].length);
      hits.set(document, { quality: quality * weight, share, typo });
    }
    return hits;
  }
}

/**
 * The place that most titles with a place name: the county whose site this is.
 * @param {string[]} cores
 */
function homeOf(cores) {
  /** @type {Map<string, number>} */
  const places = new Map();
  for (const core of cores) {
    const named = place.exec(core)?.[0];
    if (named) places.set(named, (places.get(named) ?? 0) + 1);
  }
  const all = [...places.values()].reduce((sum, one) => sum + one, 0);
  return [...places].find(([, titles]) => 2 * titles > all)?.[0] ?? "";
}

/** @param {string[]} texts */
function countPairs(texts) {
  /** @type {Map<string, number>} */
  const pairs = new Map();
  for (const text of texts) {
    for (let place = 0; place + 2 <= text.length; place++) {
      const pair = text.slice(place, place + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  }
  return pairs;
}

const inForce = new Set(["inForce", "amended"]);

/**
 * The name of the text itself, folded: without the office before it and the form of the paper after it.
 * @param {string} title
 * @param {string} folded
 */
export function coreOf(title, folded) {
  const core = fold(title.replace(before, "").replace(after, ""));
  const name = core.length >= 4 || core.length === folded.length ? core : folded;
  return name.startsWith(state) && name.length > state.length + 1 ? name.slice(state.length) : name;
}
