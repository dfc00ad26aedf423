// @ts-check
/** The order of results: number and article, then title, then what the texts say; what is in force before news about it. */

/** @import {Match, Matches, Query, Related, TitleHit} from "./types" */
/** @import {Titles} from "./titles.js" */

export const pageSize = 10;
/** How much a title made only of the words outweighs one that contains none of them. */
const titleWeight = 5;
/** What a file beside a document says counts for less than what its page says. */
const fileShare = 0.5;

/** The tiers of results. */
export const tiers = { named: 0, title: 1, text: 2, unproved: 3, related: 4 };

/**
 * How well a title answers: how exactly, how much of it the words are, and what stands in force.
 * @param {TitleHit} hit
 * @param {number} standing
 * @param {boolean} isElsewhere
 */
export const titleScore = ({ quality, share }, standing, isElsewhere) => quality * (1 + 0.6 * share) + standing - (isElsewhere ? 0.15 : 0);

/**
 * The documents best first.
 * @param {Titles} titles
 * @param {Query} query
 * @param {{named: Map<number, number>, titled: Map<number, TitleHit>, exact: Matches, related: Map<number, Related>}} found
 * @param {boolean} byDate
 * @returns {{document: number, tier: number, score: number}[]}
 */
export function inOrder(titles, query, { named, titled, exact, related }, byDate) {
  const words = query.phrases.join("");
  /** @type {{document: number, tier: number, score: number}[]} */
  const ranked = [];
  const all = new Set([...named.keys(), ...titled.keys(), ...exact.keys(), ...related.keys()]);
  const pairs = query.words.flatMap((word) => (word.length < 2 ? [word] : Array.from({ length: word.length - 1 }, (_, place) => word.slice(place, place + 2))));
  for (const document of all) {
    const standing = titles.standing(document, words);
    const title = titled.get(document);
    const match = exact.get(document);
    if (named.has(document)) ranked.push({ document, tier: tiers.named, score: (named.get(document) ?? 0) + standing });
    else if (title) {
      // All of a title is its own before it is the name in another one.
      const own = titles.folded[document] === words ? 0.3 : 0;
      ranked.push({ document, tier: tiers.title, score: titleScore(title, standing, titles.isElsewhere(document, words)) + own });
    }
    else if (match) {
      const score = match.score * (1 + titleWeight * coverage(titles.cores[document], pairs)) * (1 + standing / 2) * (match.isInFile ? fileShare : 1);
      ranked.push({ document, tier: sureness(match) > 0 ? tiers.text : tiers.unproved, score });
    } else {
      ranked.push({ document, tier: tiers.related, score: related.get(document)?.score ?? 0 });
    }
  }
  const newer = (/** @type {number} */ a, /** @type {number} */ b) => titles.days[b] - titles.days[a] || b - a;
  return ranked.sort((a, b) => (byDate ? 0 : a.tier - b.tier || b.score - a.score) || newer(a.document, b.document));
}

/**
 * 2: every gram is in the title; 1: proved by the text; 0: neither.
 * @param {Match} match
 */
const sureness = ({ lowest, isProved }) => (lowest >= 5 ? 2 : isProved ? 1 : 0);

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
