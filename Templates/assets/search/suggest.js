// @ts-check
/** Suggests titles and document numbers while the reader types, from the same shards that the search itself will load. */

/** @import {Card} from "./types" */
import { marked } from "./excerpts.js";
import { fold, foldWithPlaces } from "./folding.js";
import { matchAll } from "./matching.js";
import { isNumber, parseNumber } from "./query.js";
import { documentsOf, Store } from "./store.js";
import { make, markedNodes } from "./view.js";

const most = 6;
const pause = 180;
/** The first level of titles, see FORMAT.md. */
const titleLevel = 5;

/**
 * Documents whose number matches, or whose title contains the typed text, shortest title first.
 * @param {Store} store
 * @param {string} text
 * @returns {Promise<Card[]>}
 */
export async function suggestions(store, text) {
  const number = parseNumber(text);
  const numbered = number ? await cardsOf(store, documentsOf((await store.numberList(number.key)) ?? "").reverse().slice(0, most)) : [];
  const found = numbered.filter((card) => number && isNumber(card.number ?? "", number));
  const phrase = fold(text);
  if (found.length > 0 || phrase.length < 2) return found;
  const { matches } = await matchAll(store, [phrase], false, () => false);
  const titled = [...matches].filter(([, { lowest }]) => lowest >= titleLevel)
    .sort(([a, one], [b, two]) => two.lowest - one.lowest || b - a).slice(0, 2 * most);
  const cards = await cardsOf(store, titled.map(([document]) => document));
  const titles = new Set();
  return cards.filter(({ title }) => fold(title).includes(phrase) && !titles.has(title) && titles.add(title))
    .sort((a, b) => a.title.length - b.title.length).slice(0, most);
}

/**
 * @param {Store} store
 * @param {number[]} documents
 */
const cardsOf = (store, documents) => Promise.all(documents.map((document) => store.card(document)));

/** What the page shows the results of: who has pressed Enter before this script was there wants no list over them. */
const asked = () => new URLSearchParams(location.search).get("q") ?? "";

/**
 * Turns the input into a combobox.
 * @param {HTMLInputElement} input
 * @param {() => Store} store
 * @param {(title: string) => void} choose
 */
export function startSuggestions(input, store, choose) {
  const list = make("ul", { class: "search-suggestions", id: "search-suggestions", role: "listbox", "aria-label": "标题和文号" });
  list.hidden = true;
  input.parentElement?.append(list);
  for (const [name, value] of [["role", "combobox"], ["aria-controls", list.id], ["aria-autocomplete", "list"], ["aria-expanded", "false"]]) {
    input.setAttribute(name, value);
  }
  let turn = 0;
  let active = -1;

  /** @param {Card[]} cards */
  function show(cards) {
    active = -1;
    input.removeAttribute("aria-activedescendant");
    const words = [fold(input.value)];
    list.replaceChildren(...cards.map((card, index) => {
      const option = make("li", { role: "option", id: `suggestion-${index}`, "aria-selected": "false" },
        ...markedNodes(marked(card.title, foldWithPlaces(card.title), words)), " ", make("small", {}, [card.kind, card.number].filter(Boolean).join(" ")));
      option.dataset.title = card.title;
      return option;
    }));
    list.hidden = cards.length === 0;
    input.setAttribute("aria-expanded", String(cards.length > 0));
  }
  function close() {
    turn++;
    show([]);
  }
  /** @param {number} next */
  function move(next) {
    active = next;
    [...list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === active)));
    const option = list.children[active];
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  }
  async function typed() {
    const own = ++turn;
    await new Promise((resolve) => setTimeout(resolve, pause));
    const text = input.value.trim();
    if (own !== turn) return;
    const cards = text === "" || text.length > 60 || text === asked() ? [] : await suggestions(store(), text).catch(() => []);
    if (own === turn && document.activeElement === input) show(cards);
  }

  input.addEventListener("input", (event) => {
    if (!(event instanceof InputEvent) || !event.isComposing) typed();
  });
  input.addEventListener("compositionend", typed);
  input.addEventListener("blur", close);
  input.form?.addEventListener("submit", close);
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.isComposing || count === 0) return;
    if (event.key === "ArrowDown") move(active + 1 >= count ? -1 : active + 1);
    else if (event.key === "ArrowUp") move(active < 0 ? count - 1 : active - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && active >= 0) choose(/** @type {HTMLElement} */ (list.children[active]).dataset.title ?? "");
    else return;
    event.preventDefault();
  });
  // Before the input loses focus, while the list is still there.
  list.addEventListener("pointerdown", (event) => {
    const option = event.target instanceof Element ? event.target.closest("li") : null;
    event.preventDefault();
    if (option) choose(option.dataset.title ?? "");
  });
  typed();
}
