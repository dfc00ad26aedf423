// @ts-check
/** The index files, each loaded and checked once; see Sources/Search/FORMAT.md. */

/** @import {Card, Directory, Entry, Shards} from "./types" */
import { inTime } from "./patience.js";
import { Titles } from "./titles.js";
import { Synonyms } from "./words.js";

export const version = 3;
/** Half of a shard's name is of its first key, half of its content: only that stands in the directory. */
const checkLength = 5;
/** The hashes that the beginnings of the dictionary's words have. */
const startHashes = 1 << 15;
const letters = "abcdefghijklmnopqrstuvwxyz234567";

/** For how long a search waits for what it can do without, in milliseconds. */
export const patience = 4000;

/** An index file is missing, truncated or of another schema: no result can be trusted. */
export class IndexError extends Error {}

export class Store {
  /**
   * @param {(path: string) => Promise<string>} read returns a file's text, by its path below `search/`
   * @param {string | null} [entry] the text of the entry file, when the page carries it
   */
  constructor(read, entry = null) {
    this.read = (/** @type {string} */ path) => (path === "entry.json" && entry ? Promise.resolve(entry) : read(path));
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
    /** @type {WeakMap<object, Map<string, string>>} */
    this.shards = new WeakMap();
  }

  /**
   * @param {string} path
   * @returns {Promise<any>}
   */
  load(path) {
    let file = this.files.get(path);
    if (!file) {
      file = this.read(path).then((text) => {
        const value = JSON.parse(text);
        if (value?.version !== version) throw new IndexError(`${path}: version ${value?.version}`);
        return value;
      }).catch((error) => {
        this.files.delete(path);
        throw error instanceof IndexError ? error : new IndexError(`${path}: ${error?.message ?? error}`);
      });
      this.files.set(path, file);
    }
    return file;
  }

  /** @returns {Promise<Entry>} */
  entry() {
    return this.load("entry.json");
  }

  /** @returns {Promise<Directory>} */
  async directory() {
    return this.load(`directory/${(await this.entry()).directory}.json`);
  }

  /** @returns {Promise<Titles>} */
  async titles() {
    const file = await this.load(`titles/${(await this.entry()).titles}.json`);
    return (this.lane ??= new Titles(file));
  }

  /**
   * The words of the dictionary that may stand in some phrases. A search that has to wait long for them has none.
   * @param {string[]} phrases
   * @returns {Promise<Synonyms>}
   */
  async synonyms(phrases) {
    const { synonyms } = await this.directory();
    this.starts ??= new Set(documentsOf(synonyms.starts));
    const starts = this.starts;
    const isStart = (/** @type {string} */ text) => starts.has(hashOf(text) % startHashes);
    const firsts = new Set(phrases.flatMap((phrase) => [...phrase].filter((first, place) => isStart(first) || isStart(phrase.slice(place, place + 2)))));
    const shards = await inTime(Promise.all([...firsts].map((first) => this.shard(synonyms, "synonyms", first))), patience, []);
    return new Synonyms([...new Set(shards)].flatMap((shard) => shard?.words ?? []));
  }

  /** All words of the dictionary. @returns {Promise<string[]>} */
  async allSynonyms() {
    const { synonyms } = await this.directory();
    const shards = await Promise.all((synonyms.keys ?? []).map((_, place) => this.child(synonyms, "synonyms", place)));
    return shards.flatMap((shard) => shard.words.map(([/** @type {string} */ word]) => word));
  }

  /**
   * The shard that holds a key, if any does.
   * @param {Shards} shards
   * @param {string} folder
   * @param {string} key
   */
  async shard(shards, folder, key) {
    return this.child(shards, folder, lastNotAfter(shards.keys ?? [], key));
  }

  /**
   * @param {Shards} shards
   * @param {string} folder
   * @param {number} position
   * @param {string} [firstKey] of shards that a division finds, their number
   */
  async child({ keys, names }, folder, position, firstKey = keys?.[position] ?? "") {
    const check = position < 0 ? "" : names.slice(position * checkLength, (position + 1) * checkLength);
    return check ? this.load(`${folder}/${prefixOf(firstKey)}${check}.json`) : null;
  }

  /**
   * All lists of the shard that would hold a gram.
   * @param {string} gram
   * @returns {Promise<Map<string, string>>}
   */
  async lists(gram) {
    const { grams } = await this.directory();
    const shard = await this.shard(grams, "grams", gram);
    if (!shard) return new Map();
    return this.parsed(shard, () => {
      const names = [];
      for (let group = 0; group < shard.grams.length; group += 2) {
        const lasts = shard.grams[group + 1];
        for (let place = 0; place < lasts.length; place++) names.push(shard.grams[group] + lasts[place]);
      }
      return names;
    });
  }

  /**
   * The list of a document number's key (`2023-3`).
   * @param {string} key
   */
  async numberList(key) {
    const { numbers } = await this.directory();
    const shard = await this.shard(numbers, "numbers", key);
    return shard ? this.parsed(shard, () => shard.numbers).get(key) : undefined;
  }

  /**
   * @param {{lists: string}} shard
   * @param {() => string[]} names
   */
  parsed(shard, names) {
    let lists = this.shards.get(shard);
    if (!lists) {
      const keys = names();
      const values = shard.lists.split(" ");
      if (keys.length !== values.length) throw new IndexError("lists");
      lists = new Map(keys.map((key, place) => [key, values[place]]));
      this.shards.set(shard, lists);
    }
    return lists;
  }

  /**
   * @param {number} document
   * @returns {Promise<Card>}
   */
  async card(document) {
    const { cards } = await this.directory();
    const position = Math.floor(document / cards.per);
    const shard = await this.child(cards, "cards", position, `${position}`);
    const card = shard?.cards[document % cards.per];
    if (!card) throw new IndexError(`card ${document}`);
    return { ...(await this.titles()).facts(document), ...card };
  }
}

/**
 * FNV-1a over the units of a key: what ShardList.swift makes.
 * @param {string} key
 */
function hashOf(key) {
  let hash = 0x811c9dc5;
  for (let place = 0; place < key.length; place++) hash = Math.imul(hash ^ key.charCodeAt(place), 0x01000193);
  return (hash ^ (hash >>> 25)) >>> 0;
}

/**
 * The hash of a key as letters, which begin the name of its shard.
 * @param {string} key
 */
export function prefixOf(key) {
  const hash = hashOf(key);
  return Array.from({ length: checkLength }, (_, place) => letters[(hash >>> (5 * place)) & 31]).join("");
}

/**
 * @param {string[]} keys ascending
 * @param {string} key
 */
function lastNotAfter(keys, key) {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle] <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const base = 91;
const threeFrom = 64 + 22 * base;
const fourFrom = threeFrom + 4 * base * base;

/**
 * @param {string} list
 * @param {number} place
 */
function digit(list, place) {
  const code = list.charCodeAt(place);
  const value = code - (code > 92 ? 36 : 35);
  if (!(value >= 0 && value < base)) throw new IndexError("list");
  return value;
}

/**
 * The documents of a list with their levels, in the encoding of PostingCode.swift: gaps in printable ASCII, `!` and a
 * digit before each level except 0.
 * @param {string} list
 */
export function readList(list) {
  /** @type {[document: number, level: number][]} */
  const postings = [];
  let level = 0;
  let next = 0;
  for (let place = 0; place < list.length; ) {
    if (list[place] === "!") {
      level = list.charCodeAt(place + 1) - 48;
      next = 0;
      place += 2;
      continue;
    }
    let gap = digit(list, place++);
    if (gap >= 64) {
      const more = gap < 86 ? 1 : gap < 90 ? 2 : 3;
      gap -= more === 1 ? 64 : more === 2 ? 86 : 90;
      for (let left = more; left > 0; left--) gap = gap * base + digit(list, place++);
      gap += more === 1 ? 64 : more === 2 ? threeFrom : fourFrom;
    }
    postings.push([next + gap, level]);
    next += gap + 1;
  }
  return postings;
}

/** @param {string} list only its documents are returned */
export const documentsOf = (list) => readList(list).map(([document]) => document);
