// @ts-check
/**
 * Marks the reader's search words on a document's page. The words come from the referring address, so that the
 * document's own address stays plain; without a referrer nothing is marked.
 */

import { spotsOf } from "./excerpts.js";
import { textNodesOf } from "./pages.js";
import { mayBeTraditional, parseQuery } from "./query.js";
import { contentWords } from "./words.js";

const most = 200;

/** @param {HTMLElement} body @param {string} text as typed into the search */
export async function highlight(body, text) {
  const page = textNodesOf(body);
  let { phrases } = parseQuery(text);
  let spots = spotsOf(page.folded, phrases);
  if (spots.length === 0 && mayBeTraditional(text)) {
    phrases = parseQuery((await import("./traditional.js")).toSimplified(text)).phrases;
    spots = spotsOf(page.folded, phrases);
  }
  if (spots.length === 0) spots = spotsOf(page.folded, [...new Set(phrases.flatMap((phrase) => contentWords(phrase)))].filter((word) => word.length > 1));
  if (spots.length === 0 || spots.length > most) return;
  const marks = spots.reverse().flatMap(({ start, end }) => markBetween(page.nodes, page.places[start], page.places[end - 1] + 1));
  showBar(body, marks.filter((mark) => mark.isConnected).reverse(), spots.length);
}

/**
 * @param {{node: Text, start: number}[]} nodes
 * @param {number} from
 * @param {number} to
 */
function markBetween(nodes, from, to) {
  /** @type {HTMLElement[]} */
  const marks = [];
  for (const { node, start } of nodes) {
    const first = Math.max(0, from - start);
    const last = Math.min(node.length, to - start);
    if (first >= last || node.data.slice(first, last).trim() === "") continue;
    const range = document.createRange();
    range.setStart(node, first);
    range.setEnd(node, last);
    const mark = document.createElement("mark");
    range.surroundContents(mark);
    marks.unshift(mark);
  }
  return marks;
}

/**
 * A line that says what is marked, steps through the marks, and removes them.
 * @param {HTMLElement} body
 * @param {HTMLElement[]} marks
 * @param {number} count
 */
function showBar(body, marks, count) {
  const bar = document.createElement("p");
  bar.className = "highlight-bar";
  bar.append(`已标出检索的词句${count}处`);
  let current = -1;
  const add = (/** @type {string} */ label, /** @type {() => void} */ act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", act);
    bar.append(" ", button);
  };
  add("下一处", () => {
    current = (current + 1) % marks.length;
    const mark = marks[current];
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center" });
  });
  add("取消标记", () => {
    for (const mark of marks) mark.replaceWith(...mark.childNodes);
    body.normalize();
    bar.remove();
  });
  body.before(bar);
}
