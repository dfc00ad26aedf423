// @ts-check
/** The index files, each loaded and checked once; see Sources/Search/FORMAT.md. */

/** @import {Card, Directory, Entry} from "./types" */

export const version = 2;
const nameLength = 10;
/** Shards per directory page without keys. */
const perPage = 128;

/** An index file is missing, truncated or of another schema: no result can be trusted. */
export class IndexError extends Error {}

export class Store {
  /** @param {(path: string) => Promise<string>} read returns a file's text, by its path below `search/` */
  constructor(read) {
    this.read = read;
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

  /**
   * The shard that holds a key, if any does.
   * @param {Directory} top
   * @param {string} folder
   * @param {string} key
   */
  async shard(top, folder, key) {
    const page = await this.child(top, "directory", lastNotAfter(top.keys ?? [], key));
    return page && this.child(page, folder, lastNotAfter(page.keys ?? [], key));
  }

  /**
   * @param {Directory} directory
   * @param {string} folder
   * @param {number} position
   */
  async child(directory, folder, position) {
    if (position < 0) return null;
    const name = directory.names.slice(position * nameLength, (position + 1) * nameLength);
    return name ? this.load(`${folder}/${name}.json`) : null;
  }

  /**
   * All lists of the shard that would hold a gram.
   * @param {string} gram
   * @returns {Promise<Map<string, string>>}
   */
  async lists(gram) {
    const { grams } = await this.entry();
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
    const { numbers } = await this.entry();
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
    const { cards } = await this.entry();
    const position = Math.floor(document / cards.per);
    const page = await this.child(cards.tree, "directory", Math.floor(position / perPage));
    const shard = page && await this.child(page, "cards", position % perPage);
    const card = shard?.cards[document % cards.per];
    if (!card) throw new IndexError(`card ${document}`);
    return card;
  }
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
