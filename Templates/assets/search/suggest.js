// @ts-check
/** Suggests titles, numbers and columns while the reader types; a choice opens it. All titles are in one file. */

/** @import {Suggestion} from "./types" */
import { linkTo, textOf } from "../files.js";
import { marked } from "./excerpts.js";
import { foldWithPlaces } from "./folding.js";
import { numbersNamed, titlesNamed } from "./naming.js";
import { parseQuery } from "./query.js";
import { titleScore } from "./ranking.js";
import { Store } from "./store.js";
import { make, markedNodes } from "./view.js";
import { contentWords } from "./words.js";

const most = 6;
const pause = 60;
const longest = 60;

/**
 * Documents whose number or title is what the reader types, the likeliest first, and pages that are called so.
 * @param {Store} store
 * @param {string} text
 * @returns {Promise<Suggestion[]>}
 */
export async function suggestions(store, text) {
  const query = parseQuery(text);
  const [titles, synonyms] = await Promise.all([store.titles(), store.synonyms(query.phrases)]);
  query.words = [...new Set(query.phrases.flatMap((phrase) => contentWords(phrase)))];
  if (query.phrases.length === 0) return [];
  const numbered = await numbersNamed(store, titles, query);
  const phrases = query.phrases.join("");
  const titled = [...titlesNamed(titles, synonyms, query)].map(([document, hit]) => (
    { document, score: titleScore(hit, titles.standing(document, phrases), titles.isElsewhere(document, phrases)) }))
    .sort((a, b) => b.score - a.score || b.document - a.document).map(({ document }) => document);
  const places = titles.placesNamed(query.words.join("")).map(([title, kind, url]) => ({ title, kind, url }));
  const seen = new Set();
  const documents = [...new Set([...numbered.keys(), ...titled])].filter((document) => {
    const title = titles.file.titles[document];
    return !seen.has(title) && seen.add(title);
  });
  return [...places, ...documents.map((document) => {
    const { title, kind, state } = titles.facts(document);
    const known = titles.file.states.find(([code]) => code === state);
    return { title, kind, document, ...(known ? { state: { label: known[1], tone: known[2] === 1 ? "ended" : state === "inForce" ? "ok" : "unknown" } } : {}) };
  })].slice(0, most);
}

/** What the page shows the results of: who has pressed Enter before this script was there wants no list over them. */
const asked = () => new URLSearchParams(location.search).get("q") ?? "";

/**
 * Turns the input into a combobox.
 * @param {HTMLInputElement} input
 * @param {() => Store} store
 * @param {URL} root the site's root
 */
export function startSuggestions(input, store, root) {
  const list = make("ul", { class: "search-suggestions", id: `${input.id}-suggestions`, role: "listbox", "aria-label": "标题和文号" });
  list.hidden = true;
  input.parentElement?.append(list);
  for (const [name, value] of [["role", "combobox"], ["aria-controls", list.id], ["aria-autocomplete", "list"], ["aria-expanded", "false"]]) {
    input.setAttribute(name, value);
  }
  let turn = 0;
  let active = -1;
  /** @type {Suggestion[]} */
  let shown = [];

  /** @param {Suggestion[]} suggested */
  function show(suggested) {
    active = -1;
    shown = suggested;
    input.removeAttribute("aria-activedescendant");
    const { phrases } = parseQuery(input.value);
    list.replaceChildren(...suggested.map(({ title, kind, state }, index) => {
      const facts = make("small", {}, ...(state ? [make("span", { class: `status ${state.tone}` }, state.label), " "] : []), kind);
      const words = make("span", {}, ...markedNodes(marked(title, foldWithPlaces(title), phrases)));
      return make("li", { role: "option", id: `${list.id}-${index}`, "aria-selected": "false" }, words, " ", facts);
    }));
    list.hidden = suggested.length === 0;
    input.setAttribute("aria-expanded", String(suggested.length > 0));
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
  /** @param {number} index */
  async function choose(index) {
    const { url, document: number, title } = shown[index];
    close();
    input.value = title;
    const address = url ?? (number === undefined ? null : await store().card(number).then((card) => card.url, () => null));
    if (address === null) input.form?.requestSubmit();
    else location.href = linkTo(address, root);
  }
  async function typed() {
    const own = ++turn;
    await new Promise((resolve) => setTimeout(resolve, pause));
    const text = input.value.trim();
    if (own !== turn) return;
    const found = text === "" || text.length > longest || text === asked() ? [] : await suggestions(store(), text).catch(() => []);
    if (own === turn && document.activeElement === input) show(found);
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
    else if (event.key === "Enter" && active >= 0) choose(active);
    else return;
    event.preventDefault();
  });
  // Before the input loses focus, while the list is still there.
  list.addEventListener("pointerdown", (event) => {
    const option = event.target instanceof Element ? event.target.closest("li") : null;
    event.preventDefault();
    if (option) choose([...list.children].indexOf(option));
  });
  typed();
}

/**
 * The box on other pages than the search page.
 * @param {HTMLInputElement} input
 */
export function suggestIn(input) {
  if (input.getAttribute("role") === "combobox" || !input.form) return;
  const search = new URL(input.form.action);
  const store = new Store((path) => textOf(new URL(path, search), path === "entry.json" ? { cache: "no-cache" } : {}));
  startSuggestions(input, () => store, new URL("../", search));
}
