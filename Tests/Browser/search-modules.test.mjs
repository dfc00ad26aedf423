// Tests of the search modules that need no browser. Run: node --test Tests/Browser/
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const modules = new URL("../../Templates/assets/search/", import.meta.url);
const { fold, foldWithPlaces, spellings, table } = await import(new URL("folding.js", modules));
const { IndexError, Store, prefixOf, readList } = await import(new URL("store.js", modules));
const { mayBeTraditional, parseQuery } = await import(new URL("query.js", modules));
const { hanNumber, isNumber, numberInside, parseArticle, parseDay, parseNumber } = await import(new URL("numbers.js", modules));
const { Synonyms, contentWords, isNoise, questionMask, unitsOf } = await import(new URL("words.js", modules));
const { Titles, coreOf } = await import(new URL("titles.js", modules));
const { match } = await import(new URL("likeness.js", modules));
const { articleNamed, titlesNamed, waysToSay } = await import(new URL("naming.js", modules));
const { coverageOf, matchSome } = await import(new URL("matching.js", modules));
const { relatedTo } = await import(new URL("related.js", modules));
const { inOrder, tiers } = await import(new URL("ranking.js", modules));
const { inTime } = await import(new URL("patience.js", modules));
const { addressOf, requestFrom, toggled } = await import(new URL("address.js", modules));
const { facetFilter, isChosen, knownFilters } = await import(new URL("facets.js", modules));
const { toSimplified } = await import(new URL("traditional.js", modules));
const { answerText, articleText, excerptOf, marked } = await import(new URL("excerpts.js", modules));
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

test("who speaks is known by how he asks and by himself", () => {
  for (const text of ["坐车要钱不", "危房还给修没", "咋个办离婚", "啥时候退休", "我爸八十岁了", "俺村的路", "户口怎么迁移"]) assert.equal(parseQuery(text).asks, true, text);
  for (const text of ["我国公民的权利", "劳动合同法", "不履行义务的", "对不符合条件的", "可能不利于", "适用法律几个问题的解释"]) assert.equal(parseQuery(text).asks, false, text);
});

test("fillers go, words of the dictionary stay whole", () => {
  const known = new Synonyms([["赔多少钱", "赔偿标准"], ["不管我", "赡养"]]);
  assert.deepEqual(contentWords("嗯你好俺家的狗咬人咋整"), ["狗咬人"]);
  assert.deepEqual(contentWords("被撞了赔多少钱", known), ["被撞", "赔多少钱"]);
  assert.deepEqual(contentWords("儿子不管我怎么办", known), ["儿子不管我"]);
  assert.deepEqual(contentWords("我国公民我"), ["我国公民"]);
});

test("words of the dictionary are those that together are most of a text", () => {
  const known = new Synonyms([["公租房", "公共租赁住房"], ["租房补贴", "住房租赁补贴"], ["补贴标准"], ["狗", "犬"]]);
  assert.deepEqual(known.pieces("公租房补贴标准"), ["公租房", "补贴标准"]);
  assert.deepEqual(known.pieces("租房补贴"), ["租房补贴"]);
  assert.deepEqual(known.pieces("养狗的"), ["养", "狗", "的"]);
});

test("who it is about says less than what it is about", async () => {
  const units = unitsOf(["老头放炮"], new Synonyms([["老头", "老年人"], ["放炮", "烟花"]]), () => 5, 16).filter(({ isWord }) => isWord);
  const { worths } = await matchSome(storeOfLists({ 老年: [1], 年人: [1], 烟花: [2] }, 40), units);
  assert.ok(Math.abs(worths[1] - 2 * worths[0]) < 1e-9);
});

test("a pair with a particle is asked for by nobody when no text has it", () => {
  const units = unitsOf(["猪给瘟"], new Synonyms([]), () => 3, 16);
  assert.deepEqual(units.map(({ isLoose }) => isLoose ?? false), [true, true]);
  assert.equal(unitsOf(["被告"], new Synonyms([]), () => 5, 16)[0].isLoose, undefined);
  const [rare, loose] = [{ start: 0, end: 2, ways: [] }, { start: 2, end: 4, ways: [], isLoose: true }];
  assert.equal(coverageOf([rare, loose], [0.5, 0.1], [false, true], 1), 1);
  assert.equal(coverageOf([rare, { ...loose, isLoose: undefined }], [0.5, 0.1], [false, true], 1), 0.5);
});

test("the names of shards are those that the build gives", () => {
  for (const [key, prefix] of vectors.shardPrefixes) assert.equal(prefixOf(key), prefix, key);
});

const synonyms = new Synonyms([["低保", "最低生活保障"], ["吃饭", "就餐", "供餐"], ["合同法", "民法典"], ["劳动合同法"], ["狗", "犬"]]);

test("words of the dictionary are found longest first", () => {
  assert.deepEqual(synonyms.within("领低保的人"), [{ start: 1, end: 3, officials: ["最低生活保障"] }]);
  // An official word is not taken apart.
  assert.deepEqual(synonyms.within("劳动合同法").map(({ officials }) => officials), [[]]);
  assert.deepEqual(synonyms.variants("上海养狗", 4), [{ parts: ["上海养", "犬"], weight: 0.9 }]);
  assert.deepEqual(synonyms.variants("劳动合同法", 4), []);
});

test("a name is looked for in the ways in which a title may say it", () => {
  const ways = (...words) => waysToSay(synonyms, words).map((way) => way.words.join(" "));
  assert.deepEqual(ways("刑法修正案11"), ["刑法修正案11", "刑法修正案十一"]);
  assert.deepEqual(ways("宁波", "养狗规定"), ["宁波 养狗规定", "宁波 养犬规定", "宁波 养狗", "宁波 养 犬 规定", "宁波 养犬", "宁波 养 犬"]);
});

test("a document speaks of a word in the way that says most", () => {
  const units = unitsOf(["低保标准"], synonyms, () => 5, 16);
  assert.deepEqual(units.map(({ ways }) => ways.map(({ pairs }) => pairs.join("+"))), [["保标"], ["标准"], ["低保", "最低+生活+保障"]]);
  assert.deepEqual(unitsOf(["98765432101"], synonyms, () => 5, 16)[0].ways[0].pairs, ["98765432101"]);
  const [standard, word] = [2, 4];
  const worths = [0.2, 0.3, 0.5];
  // No document has the pair that spans two words: its characters count for the words.
  assert.equal(coverageOf(units, worths, [true, false, false], standard | word), 1);
  assert.ok(coverageOf(units, worths, [true, false, false], standard) < 0.5);
  assert.ok(coverageOf(units, worths, [true, false, true], standard) < 0.5);
});

test("a query that asks for nothing is known", () => {
  for (const text of ["的", "我", "怎么办", "我想问一下"]) assert.equal(isNoise(text), true, text);
  for (const text of ["税", "户口怎么办"]) assert.equal(isNoise(text), false, text);
});

test("articles, numbers and days are understood among other words", () => {
  const article = (text) => {
    const found = parseArticle(text);
    return found && [found.name, found.anchor, found.label];
  };
  assert.deepEqual(article("劳动合同法第三十九条第二项"), ["劳动合同法", "tiao-39", "第三十九条"]);
  assert.deepEqual(article("《民法典》 1042条"), ["民法典", "tiao-1042", "第一千零四十二条"]);
  assert.deepEqual(article("刑法第133条之一"), ["刑法", "tiao-133-1", "第一百三十三条之一"]);
  assert.deepEqual(article("澜政办发〔2026〕17号第十五条"), ["澜政办发〔2026〕17号", "tiao-15", "第十五条"]);
  assert.deepEqual(article("食品安全法148"), ["食品安全法", "tiao-148", "第一百四十八条"]);
  for (const text of ["公司法2023", "宪法修正案2004", "12345", "第三条", "本条例第五条", "按照条例第三十一条", "头条新闻", "小区里养了一条大狗"]) assert.equal(article(text), null, text);
  assert.deepEqual(numberInside("根据法〔2012〕59号文件"), { key: "2012-59", agency: "根据法", isInside: true, rest: [] });
  assert.deepEqual(numberInside("法〔2000〕8号 行政诉讼法解释").rest, ["行政诉讼法解释"]);
  assert.equal(parseNumber("法〔二〇二四〕五十五号").key, "2024-55");
  assert.deepEqual(parseDay("2024-04-26"), { year: 2024, month: 4, day: 26, rest: "" });
  assert.deepEqual(parseDay("11月4日发布的文件"), { year: 0, month: 11, day: 4, rest: "" });
  assert.deepEqual(parseDay("2018年修正的公务员法"), { year: 2018, month: 0, day: 0, rest: "公务员法" });
  assert.equal(parseDay("13月1日"), null);
  assert.deepEqual([3, 10, 11, 20, 105, 110, 1042].map(hanNumber), ["三", "十", "十一", "二十", "一百零五", "一百一十", "一千零四十二"]);
});

test("a title is known by its name, in order and with gaps, and with one slip", () => {
  assert.equal(coreOf("安澜县人民政府办公室关于印发安澜县高龄津贴发放办法的通知", fold("…")), "安澜县高龄津贴发放办法");
  assert.equal(coreOf("中华人民共和国刑法", "中华人民共和国刑法"), "刑法");
  const quality = (phrase, text) => match(phrase, text).quality;
  assert.equal(quality("刑法", "刑法"), 1);
  assert.ok(quality("公租房", "公共租赁住房管理办法") > 0.7);
  assert.ok(quality("个税法", "个人所得税法") > quality("个税法", "个体工商户税收征收管理办法"));
  assert.deepEqual(match("劳动和同法", "劳动合同法").typo, "劳动合同法");
  assert.deepEqual(match("高龄津帖", "高龄津贴申请").typo, "高龄津贴");
  assert.deepEqual(match("搞龄津贴", "高龄津贴申请").typo, "高龄津贴");
  assert.equal(quality("车位", "机动车停车泊位管理办法"), 0);
  assert.equal(quality("火星移民", "长江三峡工程建设移民条例"), 0);
});

/** A store of lists: documents by their pairs, all at one level. */
const storeOfLists = (lists, count) => ({
  entry: async () => ({ count, weights: [1, 2, 3, 4, 5, 6, 7, 8] }),
  lists: async (gram) => new Map(gram in lists ? [[gram, String.fromCharCode(...lists[gram].map((gap) => gap + (gap > 56 ? 36 : 35)))]] : []),
});

test("a word of the dictionary says as much as it is rare in any of its wordings", async () => {
  // 处罚 is in every document, 犬 in one: that no text says 挨罚 makes it no rarer.
  const store = storeOfLists({ 处罚: Array(40).fill(0), 养犬: [7] }, 40);
  const units = unitsOf(["挨罚遛狗"], new Synonyms([["挨罚", "处罚"], ["遛狗", "养犬"]]), () => 5, 16).filter(({ isWord }) => isWord);
  const { sums, worths, isAbsent } = await matchSome(store, units);
  assert.ok(worths[0] < worths[1] / 4);
  assert.deepEqual(isAbsent, [false, false]);
  assert.ok(sums.get(7).mass > 3 * sums.get(6).mass);
});

/** Documents with title, issuer, state, first and last article, column. */
function titlesOf(rows) {
  const states = [["inForce", "现行有效", 0], ["repealed", "已废止", 1]];
  const issuers = [...new Set(rows.map((row) => row[1]))];
  const columns = [...new Set(rows.map((row) => row[5] ?? ""))];
  return new Titles({
    version: 3, titles: rows.map((row) => row[0]), issuers, issuer: rows.map((row) => issuers.indexOf(row[1])), kinds: [""], kind: rows.map(() => 0),
    columns, column: rows.map((row) => columns.indexOf(row[5] ?? "")), states, state: rows.map((row) => states.findIndex(([code]) => code === row[2])),
    places: [["养犬", "主题", "topics/dog/"]], days: rows.map((_, place) => (place === 0 ? 15000 : 1)), sizes: rows.map(() => 3),
    firsts: rows.map((row) => (row[3] ?? 1) - 1), lasts: rows.map((row) => row[4] ?? 0),
  });
}

const library = titlesOf([
  ["最高人民法院关于审理民间借贷案件适用法律若干问题的规定", "最高人民法院", "inForce", 1, 31],
  ["关于征求《高龄津贴发放办法（草案）》意见的公告", "某县民政局", ""],
  ["某县人民政府办公室关于印发某县高龄津贴发放办法的通知", "某县人民政府办公室", "inForce", 1, 20],
  ["某县高龄津贴发放办法", "某县民政局", "repealed", 1, 12],
  ["婚姻家庭编", "全国人民代表大会", "inForce", 1040, 1118, "民法典"],
  ["继承编", "全国人民代表大会", "inForce", 1119, 1163, "民法典"],
  ["某县养犬管理条例", "某县人民代表大会", "inForce", 1, 40],
]);

test("of titles alike, the text in force comes before the news about it and what has ended", () => {
  const query = { ...parseQuery("高龄津贴"), words: ["高龄津贴"] };
  const titled = titlesNamed(library, synonyms, query);
  const ranked = inOrder(library, query, { named: new Map(), titled, exact: new Map(), related: new Map() }, false);
  assert.deepEqual(ranked.map(({ document }) => document), [2, 1, 3]);
  assert.ok(ranked.every(({ tier }) => tier === tiers.title));
});

test("who types a whole title finds it before others of that name", () => {
  const titles = titlesOf([["某市关于优化公积金政策的通知", "甲", "inForce"], ["关于优化公积金政策的通知", "乙", "inForce"]]);
  const query = { ...parseQuery("关于优化公积金政策的通知"), words: ["关于优化公积金政策的通知"] };
  const titled = titlesNamed(titles, new Synonyms([]), query);
  const ranked = inOrder(titles, query, { named: new Map(), titled, exact: new Map(), related: new Map() }, false);
  assert.deepEqual(ranked.map(({ document }) => document), [1, 0]);
});

test("an office and people's words lead to titles", () => {
  const named = (text) => [...titlesNamed(library, new Synonyms([["狗", "犬"], ["司法解释", "最高人民法院"]]), { ...parseQuery(text), words: text.split(" ") }).keys()];
  assert.deepEqual(named("最高法 民间借贷"), [0]);
  assert.deepEqual(named("民间借贷司法解释"), [0]);
  assert.deepEqual(named("养狗"), [6]);
  assert.deepEqual(named("民法典"), [4, 5]);
  assert.deepEqual(library.placesNamed("养犬"), [["养犬", "主题", "topics/dog/"]]);
});

test("a norm is meant by words that begin with its subject", () => {
  const titles = titlesOf([["不动产登记暂行条例", "国务院", "inForce"], ["上海市不动产登记若干规定", "甲", "inForce"], ["不动产登记操作规程办法", "乙", "repealed"]]);
  assert.deepEqual(titles.about("不动产登记资料查询"), [0]);
  assert.deepEqual(titles.about("不动产登记机构应当自受理登记申请之日起办结"), []);
  assert.deepEqual(titles.about("上海市不动产登记查询"), [1]);
});

test("the form that was typed and the year are looked for in titles too", () => {
  const titles = titlesOf([["高龄津贴申请", "甲", ""], ["高龄津贴和养老服务补贴发放办法", "甲", "inForce"], ["宪法修正案（1999年）", "乙", "inForce"], ["宪法修正案（2018年）", "乙", "inForce"]]);
  const first = (text) => {
    const query = parseQuery(text);
    query.words = query.phrases;
    const titled = titlesNamed(titles, new Synonyms([]), query);
    return inOrder(titles, query, { named: new Map(), titled, exact: new Map(), related: new Map() }, false)[0].document;
  };
  assert.equal(first("高龄津贴办法"), 1);
  assert.equal(first("2018年宪法修正案"), 3);
});

test("words in another order are found by their pieces", () => {
  assert.equal(match("管制刀具", "公安部对部分刀具实行管制的暂行规定").quality, 0.6);
  const titles = titlesOf([["残疾人辅助器具适配补贴办法", "甲", "inForce"]]);
  const known = new Synonyms([["补贴"]]);
  assert.deepEqual([...titlesNamed(titles, known, { ...parseQuery("辅助气具补贴"), words: ["辅助气具补贴"] }).keys()], [0]);
});

test("a slip is hardly one where titles have the pair", () => {
  const titles = titlesOf([["某市天然气管理条例", "甲", "inForce"], ["某市燃气管理条例", "甲", "inForce"], ["劳动合同法", "乙", "inForce"], ["食品安全法", "乙", "inForce"]]);
  assert.deepEqual(titles.soundPlaces("某城燃气"), [false, false, true, true]);
  assert.deepEqual(titles.soundPlaces("劳动和同法"), [true, true, false, true, true]);
  // One of the two is too many.
  assert.deepEqual(titles.soundPlaces("食品安安全"), [true, true, false, false, true]);
});

test("the place of the whole site is not elsewhere, and laws reach further than what places make of them", () => {
  assert.equal(titlesOf([["安澜县养犬办法", "甲", "inForce"], ["安澜县供水办法", "甲", "inForce"]]).isElsewhere(0, "养犬"), false);
  const titles = titlesOf([["安澜县养犬办法", "甲", "inForce"], ["乙乙市养犬条例", "乙", "inForce"], ["丙丙市养犬条例", "丙", "inForce"], ["动物防疫法", "丁", "inForce"], ["关于办理养犬案件的解释", "戊", "inForce"]]);
  assert.equal(titles.isElsewhere(1, "养犬"), true);
  assert.equal(titles.isElsewhere(1, "乙乙市养犬"), false);
  const weights = [3, 0, 1, 4].map((document) => titles.weight(document, "养犬"));
  assert.ok(weights[0] > 1 && weights[1] < 1 && weights[2] < 1 && weights[3] < 1);
});

test("nothing is found where chance is all that there is, a question by one word that titles or the dictionary know", async () => {
  const titles = titlesOf([["养犬管理条例", "甲", "inForce"], ["户口登记条例", "甲", "inForce"], ["献血条例", "甲", "inForce"]]);
  const lists = { 养犬: [0], 户口: [1], 献血: [2], 取经: [1], 分钟: [2], 登记: [1] };
  const found = async (text, known = new Synonyms([])) => {
    const query = parseQuery(text);
    query.words = query.phrases.flatMap((phrase) => contentWords(phrase, known));
    return [...(await relatedTo(storeOfLists(lists, 100), titles, known, query, false)).keys()];
  };
  assert.deepEqual(await found("唐僧西天取经文牒"), []);
  assert.deepEqual(await found("泡面几分钟最好吃咋吃"), []);
  assert.deepEqual(await found("孙猴子户口"), []);
  // What stands between blanks is asked for by itself.
  assert.deepEqual(await found("HIV 登记户口"), [1]);
  assert.deepEqual(await found("俺的户口搬来搬去咋个办"), [1]);
  assert.deepEqual(await found("带小黄乱跑遛弯儿", new Synonyms([["小黄", "养犬"], ["遛弯", "养犬"]])), [0]);
});

test("an article leads to the part that has it", () => {
  const document = (text) => articleNamed(library, synonyms, parseQuery(text), new Map())?.document;
  assert.equal(document("民法典1042条"), 4);
  assert.equal(document("民法典第一千一百二十条"), 5);
  assert.equal(document("高龄津贴发放办法第三条"), 2);
  assert.equal(document("高龄津贴发放办法第二十一条"), undefined);
});

test("letters are read as the sounds of titles and words", async () => {
  const { hanOf } = await import(new URL("pinyin.js", modules));
  const texts = ["劳动合同法", "劳动合同法实施条例", "低保", "重庆市养犬管理条例"];
  for (const [typed, meant] of [["laodonghetongfa", "劳动合同法"], ["ldhtf", "劳动合同法"], ["dibao", "低保"], ["chongqing yangquan", "重庆市养犬"], ["chongqingshiyangquan", "重庆市养犬"]]) {
    assert.equal(hanOf(typed, texts), typed === "chongqing yangquan" ? null : meant, typed);
  }
  for (const typed of ["qwerty", "ab", "2024"]) assert.equal(hanOf(typed, texts), null, typed);
});

test("what does not come in time is not waited for", async () => {
  assert.equal(await inTime(new Promise(() => {}), 5, "late"), "late");
  assert.equal(await inTime(Promise.reject(new Error("404")), 1000, "lost"), "lost");
  assert.equal(await inTime(Promise.resolve("here"), 1000, "late"), "here");
});

test("the text of an article ends where the next one begins", () => {
  const raw = "第一条 甲。\n（一）乙；\n第二条 丙。\n";
  const page = { raw, anchors: [{ place: 0, id: "tiao-1" }, { place: 7, id: "s-1" }, { place: 13, id: "tiao-2" }] };
  assert.equal(articleText(page, "tiao-1"), "第一条 甲。 （一）乙；");
  assert.equal(articleText(page, "tiao-2"), "第二条 丙。");
  assert.equal(articleText(page, "tiao-3"), null);
  assert.equal(answerText({ raw: "可以。\n携带身份证。\n" }), "可以。 携带身份证。");
  assert.equal(answerText({ raw: `${"甲".repeat(200)}。${"乙".repeat(200)}` }), `${"甲".repeat(200)}。…`);
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
