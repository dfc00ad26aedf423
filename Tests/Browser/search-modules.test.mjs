// Tests of the search modules that need no browser. Run: node --test Tests/Browser/
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const modules = new URL("../../Templates/assets/search/", import.meta.url);
const { fold, foldWithPlaces, spellings, table } = await import(new URL("folding.js", modules));
const { IndexError, Store, readList } = await import(new URL("store.js", modules));
const { contentWords, isNumber, mayBeTraditional, parseNumber, parseQuery, questionMask, synonymsOf } = await import(new URL("query.js", modules));
const { addressOf, requestFrom, toggled } = await import(new URL("address.js", modules));
const { facetFilter, isChosen, knownFilters } = await import(new URL("facets.js", modules));
const { toSimplified } = await import(new URL("traditional.js", modules));
const { excerptOf, marked } = await import(new URL("excerpts.js", modules));
const vectors = JSON.parse(readFileSync(new URL("../SearchTests/Fixtures/tokenizer-vectors.json", import.meta.url)));

test("every unit folds as the vector file says", () => {
  let checksum = 0x811c9dc5;
  const spelt = spellings.flatMap((spelling) => [...spelling].map((letter) => letter.charCodeAt(0)));
  for (const unit of [...table, ...spelt]) {
    checksum = Math.imul(checksum ^ (unit & 255), 0x01000193) >>> 0;
    checksum = Math.imul(checksum ^ (unit >> 8), 0x01000193) >>> 0;
  }
  assert.equal(checksum, vectors.tableChecksum);
});

test("texts fold as the vector file says", () => {
  for (const [text, folded] of vectors.folded) assert.equal(fold(text), folded, text);
});

test("numbers are read as the vector file says", () => {
  for (const [text, key] of vectors.numbers) assert.equal(parseNumber(text)?.key ?? null, key, text);
});

test("lists are read as the vector file says", () => {
  for (const { postings, list } of vectors.lists) assert.deepEqual(readList(list), postings, list);
});

test("halves of a pair that stand alone are dropped", () => {
  assert.equal(fold("\ud842公\udfb7开\ud842"), "公开");
});

test("places lead back into the text", () => {
  const { folded, places } = foldWithPlaces("（𠮷）A，b");
  assert.deepEqual([folded.length, ...places], [4, 1, 2, 4, 6]);
  assert.deepEqual([...foldWithPlaces("㎡、a㍿").places], [0, 0, 2, 3, 3, 3, 3]);
});

test("a number is the one asked for only when its agency is", () => {
  const wanted = parseNumber("高政办发 2023 3");
  assert.equal(isNumber("高政办发〔2023〕3号", wanted), true);
  assert.equal(isNumber("高政发〔2023〕3号", wanted), false);
  assert.equal(isNumber("高政办发〔2023〕13号", wanted), false);
  assert.equal(isNumber("高政发〔2023〕3号", parseNumber("2023年3号")), true);
  for (const [typed, printed] of [["国务院令711", null], ["国务院令第七百一十一号", "中华人民共和国国务院令（第711号）"], ["国务院第711号令", "国务院令第711号"],
    ["国发1979年123号", "（79）国发123号"], ["财政部、海关总署公告2022年7号", "财政部 海关总署公告2022年第7号"], ["苏财农[2020]5", "苏财（农）〔2020〕05号"],
    ["东办秘字531号", "东办秘字第五三一号"], ["交通部令2025年第2号", "交通部令二〇二五年第2号"]]) {
    assert.equal(printed !== null && isNumber(printed, parseNumber(typed)), printed !== null, typed);
  }
});

test("a date is not a document number", () => {
  for (const text of ["2023年3月", "2023年3月5日", "2023-03-05", "第3条"]) assert.equal(parseNumber(text), null, text);
});

test("quotation marks make a phrase strict", () => {
  const { phrases, strict } = parseQuery("“城镇 土地”使用税");
  assert.deepEqual([phrases, strict], [["城镇土地", "使用税"], true]);
});

test("hostile queries parse to something harmless", () => {
  for (const text of ["", " ", "。，、！", "<script>alert(1)</script>", "(.*+?^${}[]|\\", "\ud800", "😀😀", "“”", "\"", "公".repeat(10_000), "一 ".repeat(5000)]) {
    const query = parseQuery(text);
    assert.ok(query.phrases.length <= 32 && query.phrases.every((phrase) => phrase.length > 0), text.slice(0, 20));
  }
});

test("question words go, content words stay", () => {
  assert.deepEqual(contentWords("户口怎么迁移"), ["户口", "迁移"]);
  assert.deepEqual(contentWords("怎么办"), ["怎么办"]);
});

test("synonyms work in both directions", () => {
  const groups = [["社保", "社会保险"]];
  assert.deepEqual(synonymsOf(["社保缴费"], groups), ["社会保险"]);
  assert.deepEqual(synonymsOf(["社会保险费"], groups), ["社保"]);
  assert.deepEqual(synonymsOf(["医保"], groups), []);
});

test("the address holds the whole state", () => {
  const request = requestFrom("?q=a%26b&topic=x&topic=y&year=2023&sort=date&page=3");
  assert.equal(addressOf(request, { page: 3 }), "?q=a%26b&topic=x&topic=y&year=2023&sort=date&page=3");
  assert.deepEqual([...toggled(request, "year", "2023")], [["topic", ["x", "y"]]]);
  assert.equal(requestFrom("?page=-1").page, 1);
  assert.equal(requestFrom("?page=abc&sort=x").sort, "relevance");
});

test("an excerpt marks the phrase across punctuation and names the anchor before it", () => {
  const raw = "第一条 前文。\n第二条 为了保护土地，合理利用土地，制定本法。后文。";
  const page = { raw, ...foldWithPlaces(raw), anchors: [{ place: 0, id: "第一条" }, { place: 9, id: "第二条" }] };
  const excerpt = excerptOf(page, [fold("土地，合理")]);
  assert.equal(excerpt.anchor, "第二条");
  assert.equal(excerpt.pieces.find(({ mark }) => mark).text, "土地，合理");
  assert.equal(excerpt.pieces.map(({ text }) => text).join(""), "…第二条 为了保护土地，合理利用土地，制定本法。…");
});

test("marking loses no character of a title", () => {
  for (const words of [["土地"], ["土地法", "法"], ["没有"], [""]]) {
    const title = "《土地法》（2023年土地修正）";
    assert.equal(marked(title, foldWithPlaces(title), words).map(({ text }) => text).join(""), title);
  }
});

test("a missing, truncated or foreign file is an index error, and is asked for again", async () => {
  for (const answer of ["{\"version\":1", "{\"version\":1}", "null", "<html>"]) {
    let asked = 0;
    const store = new Store(async () => { asked++; return answer; });
    await assert.rejects(store.entry(), IndexError);
    await assert.rejects(store.entry(), IndexError);
    assert.equal(asked, 2);
  }
  await assert.rejects(new Store(async () => { throw new Error("404"); }).entry(), IndexError);
});

test("year, serial and agency are read in any order", () => {
  for (const text of ["高政办发〔2023〕3号", "3号 高政办发 2023", "2023 高政办发 3", "2023年3号 高政办发", "第3号 2023年 高政办发"]) {
    assert.deepEqual(parseNumber(text), { key: "2023-3", agency: "高政办发" }, text);
  }
  assert.equal(parseNumber("〔2015〕2023号")?.key, "2015-2023");
  assert.equal(parseNumber("2023号 2015")?.key, "2015-2023");
  assert.equal(parseNumber("3 4"), null);
});

test("only a text with traditional characters is turned into simplified ones", () => {
  assert.equal(mayBeTraditional("城镇土地使用税暂行条例 2023 ABC（）"), false);
  assert.equal(mayBeTraditional("失業保險"), true);
  assert.equal(toSimplified("關於失業保險金的發放與領取，戶口遷移"), "关于失业保险金的发放与领取，户口迁移");
  assert.equal(toSimplified("乾隆 abc 𠮷"), "乾隆 abc 𠮷");
});

test("years are chosen singly and by ranges with open ends", () => {
  for (const [choices, value, isIn] of [[["2023"], "2023", true], [["2020-2023"], "2023", true], [["2020-2023"], "2024", false],
    [["2020-"], "2024", true], [["-2020"], "2024", false], [["-"], "2024", false], [["2020-2023"], "a", false], [["a-b"], "a-b", true]]) {
    assert.equal(isChosen(choices, value), isIn, `${choices} ${value}`);
  }
});

/** A store whose facets are these. */
const storeWith = (facets) => ({ entry: async () => ({ facets: "f" }), load: async () => ({ facets }) });

test("of an address only the filters of the site count", async () => {
  const store = storeWith([
    { id: "kind", label: "类型", values: [["policy", "文件", "a"]] }, { id: "year", label: "年份", values: [["2025", "2025年", "a"]] },
    { id: "constructor", label: "施工单位", values: [["甲", "甲", "a"]] },
  ]);
  const known = async (search) => [...await knownFilters(store, requestFrom(search))];
  for (const search of ["?__proto__=x", "?constructor=1", "?toString=1", "?hasOwnProperty=policy", "?from=singlemessage&isappinstalled=0",
    "?utm_source=wx", "?公告=本站已迁移", "?kind=unknown", "?kind=__proto__", "?year=-", "?year=99999-", "?kind=2019-2023", "?q=甲&sort=date&page=2"]) {
    assert.deepEqual(await known(search), [], search);
    assert.equal((await facetFilter(store, { ...requestFrom(search), filters: new Map(await known(search)) })).chosen.size, 0, search);
  }
  assert.deepEqual(await known("?kind=policy&kind=x&from=a&constructor=甲"), [["kind", ["policy"]], ["constructor", ["甲"]]]);
  assert.deepEqual(await known("?year=2019-2026"), [["year", ["2019-2026"]]]);
});

test("words that only ask are known where they stand", () => {
  assert.deepEqual([...questionMask("户口怎么迁移")], [0, 0, 1, 1, 0, 0]);
});

test("an excerpt begins and ends at a mark, and names its article", () => {
  const raw = `第一条 前文。\n第二条 ${"很长的说明文字、".repeat(12)}为了保护土地，${"继续说明其他事项，".repeat(20)}本法。`;
  const page = { raw, ...foldWithPlaces(raw), anchors: [{ place: 0, id: "tiao-1" }, { place: 8, id: "tiao-2" }] };
  const { pieces, anchor, label } = excerptOf(page, ["保护土地"]);
  const text = pieces.map((piece) => piece.text).join("");
  assert.deepEqual([anchor, label], ["tiao-2", "第二条"]);
  assert.match(text, /^…很长的说明文字、/);
  assert.match(text, /，…$/);
  assert.ok(text.length < 180);
});

test("a hit shows the state of the day, and between which days it holds", async () => {
  const { stateOn, validity } = await import(new URL("view.js", modules));
  const card = { state: "notYetInForce", changes: [["2027-01-01", "inForce"], ["2031-03-01", "expired"]] };
  const shown = (day) => [stateOn(card, day), validity(card, day)];
  assert.deepEqual(shown("2026-12-31"), ["notYetInForce", { "data-valid-until": "2026-12-31" }]);
  assert.deepEqual(shown("2027-01-01"), ["inForce", { "data-valid-from": "2027-01-01", "data-valid-until": "2031-02-28" }]);
  assert.deepEqual(shown("2031-03-01"), ["expired", { "data-valid-from": "2031-03-01" }]);
  assert.deepEqual(validity({}, "2027-01-01"), {});
});
