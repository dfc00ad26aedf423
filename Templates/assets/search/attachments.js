// @ts-check
/** Texts of the files beside a document: they prove what its page does not say, and show it. */

/** @import {Card, FileHit, Folded, Lack} from "./types" */
/** @import {Store} from "./store.js" */
import { excerptOf } from "./excerpts.js";
import { fold, foldWithPlaces } from "./folding.js";
import { inTime } from "./patience.js";
import { patience } from "./store.js";

/** Up to so many characters are read to show one result: the longest file that a site can have in its index. */
const longest = 80_000;

/** @type {WeakMap<object, (Folded & {raw: string})[]>} */
const known = new WeakMap();

/**
 * The passages of a file; characters that stand in two of them are no neighbours.
 * @param {Store} store
 * @param {string} name
 * @returns {Promise<(Folded & {raw: string})[]>}
 */
async function passages(store, name) {
  const file = await store.load(`files/${name}.json`);
  const texts = known.get(file) ?? file.texts.map((/** @type {string} */ raw) => ({ raw, ...foldWithPlaces(raw) }));
  known.set(file, texts);
  return texts;
}

/**
 * The files of a document that have a text, as long as there is room for it.
 * @param {Card} card
 * @param {{left: number}} room
 */
function readable({ files = [] }, room) {
  return files.flatMap(([title, href, name, length = 0]) => {
    if (!name || length > room.left) return [];
    room.left -= length;
    return [{ title, href, name }];
  });
}

/**
 * Whether files say what pages lack, best document first, as long as that is cheap; null when it cannot be told.
 * @param {Store} store
 * @param {(Lack | null)[]} lacks
 * @param {{left: number}} room for characters that are read
 * @returns {Promise<(boolean | null)[]>}
 */
export function filesSay(store, lacks, room) {
  return Promise.all(lacks.map(async (lack) => {
    if (!lack) return null;
    const files = readable(lack.card, room);
    const texts = await Promise.all(files.map(({ name }) => inTime(passages(store, name), patience, null)));
    const isSaid = (/** @type {string} */ phrase) => texts.some((text) => text?.some(({ folded }) => folded.includes(phrase)));
    if (lack.phrases.every(isSaid)) return true;
    const all = (lack.card.files ?? []).filter(([, , name]) => name);
    return lack.isWhole && files.length === all.length && !texts.includes(null) ? false : null;
  }));
}

/**
 * The file that has most of what neither the page nor the card of a document says: where its text says it, or that it is called so.
 * @param {Store} store
 * @param {Card} card
 * @param {string} page the folded text of its page
 * @param {string[]} words
 * @returns {Promise<FileHit | null>}
 */
export async function fileThatSays(store, card, page, words) {
  const labels = [card.title, card.number, card.index, card.issuer, card.keywords, card.summary].map((label) => fold(label ?? ""));
  const open = words.filter((word) => ![page, ...labels].some((text) => text.includes(word)));
  const count = (/** @type {string} */ folded) => open.filter((word) => folded.includes(word)).length;
  /** @type {(FileHit & {count: number})[]} */
  const hits = (card.files ?? []).map(([title, href]) => ({ title, href, pieces: [], count: count(fold(title)) }));
  for (const { title, href, name } of open.length > 0 ? readable(card, { left: longest }) : []) {
    for (const text of await inTime(passages(store, name), patience, [])) {
      const pieces = count(text.folded) > 0 ? excerptOf({ ...text, anchors: [] }, open)?.pieces ?? [] : [];
      hits.push({ title, href, pieces, count: count(text.folded) });
    }
  }
  // Of two that say as much, the one that a name says is the shorter answer.
  return hits.filter((hit) => hit.count > 0).sort((a, b) => b.count - a.count)[0] ?? null;
}
