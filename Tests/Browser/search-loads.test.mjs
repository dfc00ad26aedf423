// Tests of what a search loads, and when. Run: node --test Tests/Browser/
import assert from "node:assert/strict";
import { test } from "node:test";

const modules = new URL("../../Templates/assets/search/", import.meta.url);
const { askForLists, askForUnits } = await import(new URL("ahead.js", modules));
const { exactMatches } = await import(new URL("exact.js", modules));
const { parseQuery } = await import(new URL("query.js", modules));
const { Store, version } = await import(new URL("store.js", modules));
const { Synonyms } = await import(new URL("words.js", modules));

const everything = { admits: () => true, chosen: new Map() };

/** A list of the documents from 0 on, all in level 0. */
const firstDocuments = (count) => "#".repeat(count);

/** A store of some documents, each of which has every pair of a text; `asked` says what was loaded. */
function library(count, length) {
  const asked = { pairs: new Set(), cards: new Set(), texts: [] };
  const store = {
    entry: async () => ({ count: 1000, weights: [5, 10, 15, 19, 22, 26, 34, 42] }),
    lists: async (gram) => {
      asked.pairs.add(gram.slice(0, 2));
      return new Map([[gram.slice(0, 2), firstDocuments(count)]]);
    },
    card: async (document) => {
      asked.cards.add(document);
      return { url: `${document}/`, title: "", length };
    },
  };
  const titles = { facts: () => ({ length }), folded: Array.from({ length: count }, () => "别的"), rarity: () => 5 };
  return { asked, store, titles };
}

async function exact({ store, titles, asked }, phrase, surer, seen, says = () => true) {
  const readText = async ({ url }) => {
    asked.texts.push(url);
    return { folded: says(Number.parseInt(url, 10)) ? `前${phrase}后` : "没有", isWhole: true };
  };
  return exactMatches(store, titles, parseQuery(phrase), everything, readText, surer, seen);
}

test("only as many texts are read as the reader sees hits", async () => {
  const one = library(20, 1000);
  const found = await exact(one, "城镇土地使用", 0, 10);
  assert.equal(one.asked.texts.length, 10);
  assert.equal(found.matches.size, 20);
  assert.ok(found.approximate);
  const other = library(20, 1000);
  await exact(other, "城镇土地使用", 7, 10);
  assert.equal(other.asked.texts.length, 3);
  const all = library(12, 1000);
  assert.equal((await exact(all, "城镇土地使用", 0, Infinity)).approximate, false);
  assert.equal(all.asked.texts.length, 12);
});

test("few short texts are all read: the count is exact", async () => {
  const one = library(12, 500);
  assert.equal((await exact(one, "城镇土地使用", 0, 10)).approximate, false);
  assert.equal(one.asked.texts.length, 12);
});

test("a text that does not say it makes room for the next one", async () => {
  const one = library(20, 1000);
  const found = await exact(one, "城镇土地使用", 0, 10, (document) => document < 6);
  assert.deepEqual([...found.matches].filter(([, { isProved }]) => isProved).map(([document]) => document).sort(), [0, 1, 2, 3, 4, 5]);
  assert.equal(found.matches.size, 6);
  assert.equal(one.asked.texts.length, 20);
});

test("the cards of what is shown are asked for before texts are read", async () => {
  const one = library(20, 100_000);
  await exact(one, "城镇土地使用", 0, 10);
  assert.equal(one.asked.cards.size, 10);
});

test("a short query asks for all its lists at once, a long one for the first", async () => {
  const short = library(1, 1000);
  askForLists(short.store, parseQuery("城镇土地使用税"));
  assert.deepEqual([...short.asked.pairs].sort(), ["使用", "土地", "地使", "城镇", "用税", "镇土"].sort());
  const long = library(1, 1000);
  askForLists(long.store, parseQuery("公安机关对报案控告举报或者违反治安管理行为人主动投案"));
  assert.ok(long.asked.pairs.size > 0 && long.asked.pairs.size <= 6);
  const question = library(1, 1000);
  const query = { ...parseQuery("低保怎么办理"), words: ["低保", "办理"] };
  askForUnits(question.store, question.titles, query, new Synonyms([["低保", "最低生活保障"]]));
  assert.deepEqual([...question.asked.pairs].sort(), ["低保", "最低", "生活", "保障", "办理"].sort());
});

test("a list that does not come is nobody's failure before it is needed", async () => {
  askForLists({ lists: async () => { throw new Error("404"); } }, parseQuery("土地"));
  await new Promise((done) => setImmediate(done));
});

test("of the dictionary only those parts are loaded that begin a word of the query", async () => {
  const store = new Store(async () => "");
  const asked = [];
  store.directory = async () => ({ synonyms: { keys: [], names: "", starts: startsOf(["低保", "土"]) } });
  store.shard = async (_, folder, first) => {
    asked.push(first);
    return { version, words: [] };
  };
  await store.synonyms(["领低保金", "土地"]);
  assert.deepEqual(asked, ["低", "土"]);
});

/** The list of the hashes of some beginnings. */
function startsOf(texts) {
  const hashes = texts.map((text) => {
    let hash = 0x811c9dc5;
    for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
    return ((hash ^ (hash >>> 25)) >>> 0) % (1 << 15);
  }).sort((a, b) => a - b);
  const digit = (value) => String.fromCharCode(value + 35 < 92 ? value + 35 : value + 36);
  let next = 0;
  return hashes.map((hash) => {
    const gap = hash - next;
    next = hash + 1;
    if (gap < 64) return digit(gap);
    if (gap < 64 + 22 * 91) return digit(64 + Math.floor((gap - 64) / 91)) + digit((gap - 64) % 91);
    const rest = gap - 64 - 22 * 91;
    return rest < 4 * 91 * 91 ? digit(86 + Math.floor(rest / 8281)) + digit(Math.floor(rest / 91) % 91) + digit(rest % 91)
      : digit(90) + digit(Math.floor((rest - 4 * 8281) / 8281)) + digit(Math.floor((rest - 4 * 8281) / 91) % 91) + digit((rest - 4 * 8281) % 91);
  }).join("");
}
