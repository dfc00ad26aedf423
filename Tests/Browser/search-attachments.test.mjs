// Tests of what files beside documents prove and show. Run: node --test Tests/Browser/
import assert from "node:assert/strict";
import { test } from "node:test";

const modules = new URL("../../Templates/assets/search/", import.meta.url);
const { fileThatSays, filesSay } = await import(new URL("attachments.js", modules));
const { exactMatches } = await import(new URL("exact.js", modules));
const { inOrder, tiers } = await import(new URL("ranking.js", modules));
const { fold } = await import(new URL("folding.js", modules));

const texts = {
  one: ["附件一。\n招聘单位、岗位代码按照岗位表填写。签名：", "另一张表，申请人。"], two: ["任务分解表：牵头单位"],
};

/** A store that has these files, and notes what is read. */
function storeOf(files, others = {}) {
  const asked = [];
  return { asked, load: async (path) => {
    asked.push(path);
    const name = path.slice("files/".length, -".json".length);
    if (!files[name]) throw new Error("404");
    return { version: 3, texts: files[name] };
  }, ...others };
}

const card = (files) => ({ url: "a/1/", title: "公告", length: 100, files });
const form = ["报名登记表", "biao.docx", "one", 40];
const most = 60_000;
const lackOf = (files, ...phrases) => ({ card: card(files), phrases, isWhole: true });

test("a file proves what a page lacks, across marks and lines, but not across what was left out", async () => {
  const says = async (...lacks) => filesSay(storeOf(texts), lacks, { left: most });
  assert.deepEqual(await says(lackOf([form], "岗位代码按照岗位表填写签名")), [true]);
  assert.deepEqual(await says(lackOf([form], "签名另一张表")), [false]);
  // One phrase in each of two files.
  assert.deepEqual(await says(lackOf([form, ["分解表", "b.xlsx", "two", 9]], "岗位代码", "牵头单位")), [true]);
  assert.deepEqual(await says(lackOf([form], "岗位代码", "牵头单位"), null), [false, null]);
});

test("what was not read is not known", async () => {
  assert.deepEqual(await filesSay(storeOf({}), [lackOf([form], "岗位代码")], { left: most }), [null]);
  assert.deepEqual(await filesSay(storeOf(texts), [{ ...lackOf([form], "别的"), isWhole: false }], { left: most }), [null]);
  // A file without a text cannot say anything, nor a page without files.
  assert.deepEqual(await filesSay(storeOf(texts), [lackOf([["旧表", "a.wps"]], "别的"), lackOf(undefined, "别的")], { left: most }), [false, false]);
});

test("the best documents are read first, as long as there is room", async () => {
  const store = storeOf(texts);
  const long = ["长表", "c.xlsx", "two", 59_990];
  assert.deepEqual(await filesSay(store, [lackOf([long], "牵头单位"), lackOf([form], "岗位代码")], { left: most }), [true, null]);
  assert.deepEqual(store.asked, ["files/two.json"]);
});

test("a hit shows the file and the place, marked", async () => {
  const hit = await fileThatSays(storeOf(texts), card([["任务分解表", "b.xlsx", "two", 9], form]), fold("公告的正文"), ["岗位代码按照"]);
  assert.deepEqual([hit.title, hit.href], ["报名登记表", "biao.docx"]);
  assert.deepEqual(hit.pieces.filter(({ mark }) => mark).map(({ text }) => text), ["岗位代码按照"]);
  assert.equal(hit.pieces.map(({ text }) => text).join(""), "…招聘单位、岗位代码按照岗位表填写。…");
});

test("a file whose name says it is shown without a place", async () => {
  const hit = await fileThatSays(storeOf(texts), card([form]), "", ["报名登记表"]);
  assert.deepEqual([hit.title, hit.pieces], ["报名登记表", []]);
});

test("nothing is read for words that the page or the card says", async () => {
  const store = storeOf(texts);
  assert.equal(await fileThatSays(store, card([form]), fold("岗位代码见附件"), ["岗位代码", "公告"]), null);
  assert.deepEqual(store.asked, []);
});

/** A library of two documents, of which grams cannot tell whether they say a phrase. */
function library(pages, files) {
  const lists = async () => new Map();
  const store = storeOf(files, { lists, card: async (document) => ({ ...card(document === 0 ? [form] : undefined), url: `${document}` }) });
  const titles = {
    folded: ["", ""], cores: ["", ""], days: [0, 0], facts: () => ({ length: 100 }), standing: () => 0, isElsewhere: () => false,
  };
  return { store, titles, readText: async (one) => ({ folded: pages[Number(one.url)], isWhole: true }) };
}

test("what a file says is exact, and comes after what a page says", async () => {
  const phrase = "岗位代码按照岗位表填写";
  const { store, titles, readText } = library(["正文", phrase], texts);
  const grams = new Map(Array.from({ length: phrase.length - 1 }, (_, place) => [phrase.slice(place, place + 2), "##"]));
  Object.assign(store, { lists: async () => grams, entry: async () => ({ count: 2, weights: [5, 10, 15, 19, 22, 26, 34, 42] }) });
  const query = { phrases: [phrase], words: [phrase], asks: false };
  const exact = await exactMatches(store, titles, query, { admits: () => true, chosen: new Map() }, readText, 0, 10);
  assert.deepEqual([exact.matches.size, exact.approximate, exact.doubtful], [2, false, false]);
  assert.deepEqual([exact.matches.get(0).isInFile, exact.matches.get(1).isInFile], [true, false]);
  const ranked = inOrder(titles, query, { named: new Map(), titled: new Map(), exact: exact.matches, related: new Map() }, false);
  assert.deepEqual(ranked.map(({ document, tier }) => [document, tier]), [[1, tiers.text], [0, tiers.text]]);
});

test("the title of a file is on the card: nothing is read to prove it", async () => {
  const phrase = "应聘人员报名登记表";
  const { store, titles } = library([], texts);
  const grams = new Map(Array.from({ length: phrase.length - 1 }, (_, place) => [phrase.slice(place, place + 2), "#"]));
  Object.assign(store, {
    lists: async () => grams, entry: async () => ({ count: 1, weights: [5, 10, 15, 19, 22, 26, 34, 42] }),
    card: async () => card([["应聘人员报名登记表（样式）", "biao.docx", "one", 40]]),
  });
  const unread = async () => assert.fail("a page was read");
  const exact = await exactMatches(store, titles, { phrases: [phrase], asks: false }, { admits: () => true, chosen: new Map() }, unread, 0, 10);
  assert.deepEqual([exact.matches.get(0).isProved, exact.approximate, store.asked], [true, false, []]);
});

test("a document whose file does not say it either is no result", async () => {
  const phrase = "岗位代码另行公布";
  const { store, titles, readText } = library(["正文", "正文"], texts);
  const grams = new Map(Array.from({ length: phrase.length - 1 }, (_, place) => [phrase.slice(place, place + 2), "##"]));
  Object.assign(store, { lists: async () => grams, entry: async () => ({ count: 2, weights: [5, 10, 15, 19, 22, 26, 34, 42] }) });
  const exact = await exactMatches(store, titles, { phrases: [phrase], asks: false }, { admits: () => true, chosen: new Map() }, readText, 0, 10);
  assert.equal(exact.matches.size, 0);
});
