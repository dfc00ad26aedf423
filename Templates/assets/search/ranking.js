// @ts-check
/** The order of results: number, then title, then what the grams say, with state and date as minor factors. */

/** @import {Card, Hit, Match, Matches, Query, Request} from "./types" */
/** @import {Store} from "./store.js" */
import { fold } from "./folding.js";
import { pairsOf } from "./matching.js";
import { isNumber } from "./query.js";

export const pageSize = 10;
/** Best candidates whose titles are compared before the order is final. */
const compared = { exact: 20, related: 12 };
/** How much a title made only of the words outweighs one that contains none of them. */
const titleWeight = 5;

/**
 * The cards of one page, and all documents, best first.
 * @param {Store} store
 * @param {Request} request
 * @param {Query} query
 * @param {Matches} matches
 * @param {"exact" | "related"} kind
 * @param {Set<number>} ended documents in a state that ranks lower
 */
export async function inOrder(store, request, query, matches, kind, ended) {
  const { count, states } = await store.entry();
  const first = (request.page - 1) * pageSize;
  const byDate = request.sort === "date";
  const ranked = [...matches].map(([document, match]) => {
    const gentle = (ended.has(document) ? 0.85 : 1) * (1 + (0.08 * document) / count);
    return { document, score: match.score * gentle, sure: kind === "exact" ? sureness(match) : 0 };
  });
  ranked.sort((a, b) => (byDate ? 0 : b.sure - a.sure || b.score - a.score) || b.document - a.document);
  const documents = ranked.map(({ document }) => document);
  const compares = !byDate && first < compared[kind];
  const head = ranked.slice(compares ? 0 : first, Math.max(compares ? compared[kind] : 0, first + pageSize));
  const cards = await Promise.all(head.map(({ document }) => store.card(document)));
  const hits = head.map((match, index) => ({ ...match, card: cards[index], tier: 2 }));
  if (!compares) return { hits, documents };
  const over = new Set(states.filter(([, , isEnded]) => isEnded === 1).map(([code]) => code));
  const pairs = [...pairsOf([...query.phrases, ...(query.synonyms ?? [])].map((word) => ({ word, weight: 1 }))).keys()];
  const best = hits.splice(0, compared[kind]).map((hit) => ({ ...hit, ...tierAndScore(hit, query, kind, over, pairs) }));
  best.sort((a, b) => a.tier - b.tier || b.score - a.score || b.document - a.document);
  return { hits: [...best, ...hits].slice(first, first + pageSize), documents };
}

/**
 * 2: every gram is in the title; 1: proved by the text; 0: neither.
 * @param {Match} match
 */
const sureness = ({ lowest, isProved }) => (lowest >= 5 ? 2 : isProved ? 1 : 0);

/**
 * Number before title before the rest; among titles, the phrase's share of the title decides.
 * @param {Hit & {sure: number}} hit
 * @param {Query} query
 * @param {"exact" | "related"} kind
 * @param {Set<string>} over states that have ended
 * @param {string[]} pairs
 */
function tierAndScore({ card, score, sure }, { phrases, number }, kind, over, pairs) {
  const title = fold(card.title);
  const penalty = (over.has(card.state ?? "") ? 0.25 : 0) + (isNotice(title) && !phrases.some(isNotice) ? 0.2 : 0);
  if (number && isNumber(card.number ?? "", number)) return { tier: 0, score: 1 - penalty };
  if (phrases.includes(fold(card.index ?? ""))) return { tier: 0, score: 1 - penalty };
  if (kind === "exact" && phrases.length > 0 && phrases.every((phrase) => title.includes(phrase))) {
    return { tier: 1, score: phrases.join("").length / title.length - penalty };
  }
  return { tier: sure > 0 || kind === "related" ? 2 : 3, score: score * (1 + titleWeight * coverage(title, pairs)) * (1 - penalty / 2) };
}

/**
 * The share of a title that the pairs cover.
 * @param {string} title
 * @param {string[]} pairs
 */
function coverage(title, pairs) {
  const covered = new Uint8Array(title.length);
  for (const pair of pairs) {
    for (let at = title.indexOf(pair); at >= 0; at = title.indexOf(pair, at + 1)) covered.fill(1, at, at + pair.length);
  }
  return covered.reduce((sum, one) => sum + one, 0) / Math.max(1, title.length);
}

/** @param {string} title of an act; whether it only changes or ends others */
const isNotice = (title) => /修改|修正|废止|失效|宣布/.test(title);
