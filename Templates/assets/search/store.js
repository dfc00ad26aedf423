// @ts-check
/** The files of the index, each loaded once and checked; see Sources/SearchIndexing/FORMAT.md. */

export const version = 1;
const nameLength = 10;

/** A file of the index is missing, cut off or of another schema: no result can be trusted. */
export class IndexError extends Error {}

/**
 * @typedef {{keys?: string[], names: string}} Directory
 * @typedef {{url: string, title: string, number?: string, index?: string, issuer?: string, date?: string,
 *   state?: string, summary?: string, length: number}} Card
 * @typedef {{id: string, label: string, name: string}} FacetHead
 * @typedef {{version: number, asOf: string, count: number, weights: number[], grams: Directory, numbers: Directory,
 *   cards: {per: number, tree: Directory}, long: {list: string, thousands: number[]}, ended: string, states: [string, string, number][], facets: FacetHead[],
 *   synonyms: string[][]}} Entry
 */

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
   * All lists of the shard in which a gram would stand.
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
    const page = await this.child(cards.tree, "directory", position >> 6);
    const shard = page && await this.child(page, "cards", position & 63);
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
