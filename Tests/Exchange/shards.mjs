// Asks a site's search shards, as the search page does, and proves every candidate: node shards.mjs SITE < queries.json
//
// Input: {queries: [text], texts: {address: body text} | null}. Without texts: the candidates of each query, whose bodies are
// wanted. With texts: the addresses that contain every phrase.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";

const modules = new URL("../../Templates/assets/search/", import.meta.url);
const [{ Store }, { matchAll }, { parseQuery }, { fold }] = await Promise.all(
  ["store.js", "matching.js", "query.js", "folding.js"].map((name) => import(new URL(name, modules))));
const site = process.argv[2];
const { queries, texts } = JSON.parse(readFileSync(0, "utf8"));
const store = new Store((path) => readFile(`${site}/search/${path}`, "utf8"));
const folded = new Map();
const bodyOf = (url) => {
  if (!folded.has(url)) folded.set(url, fold(texts[url]));
  return folded.get(url);
};

/** The parts of a card that stand on the page outside the body. */
const labels = ({ title, number, index, issuer, keywords, summary }) => [title, number, index, issuer, summary,
  ...(keywords ?? "").split(" ")].map((label) => fold(label ?? ""));

const answers = [];
for (const text of queries) {
  const { phrases } = parseQuery(text);
  const { matches } = phrases.length ? await matchAll(store, phrases, false, () => false) : { matches: new Map() };
  const cards = await Promise.all([...matches.keys()].map((document) => store.card(document)));
  const proved = texts === null ? cards : cards.filter((card) => phrases.every((phrase) =>
    labels(card).some((label) => label.includes(phrase)) || bodyOf(card.url).includes(phrase)));
  answers.push(proved.map(({ url }) => url).sort());
}
process.stdout.write(JSON.stringify(answers));
