// @ts-check
/** The search page: reads its address, searches, shows the result; the latest query wins. */

/** @import {Hit, Request, Result, TitleFile} from "./types" */
import { linkTo, textOf } from "../files.js";
import { fileThatSays } from "./attachments.js";
import { addressOf, longestQuery, replaced, requestFrom } from "./address.js";
import { search } from "./engine.js";
import { pageBytes } from "./exact.js";
import { answerText, articleText, excerptOf } from "./excerpts.js";
import { knownFilters } from "./facets.js";
import { Pages } from "./pages.js";
import { inTime } from "./patience.js";
import { tiers } from "./ranking.js";
import { askEngine } from "./remote.js";
import { remember, showRecent } from "./recent.js";
import { IndexError, patience, Store } from "./store.js";
import { startSuggestions } from "./suggest.js";
import { chipNodes, facetNodes, fileNode, hintNodes, hitNode, make, markedNodes, pageNodes, sortNodes, statusText } from "./view.js";

/** The limit for texts that are read with the results, in compressed bytes; the others are read when the reader comes to them. */
const excerptBytes = 12_000;
/** After these milliseconds, a reader is told that the network is slow; after these, that it failed. */
const waits = { slow: 5000, stalled: 25_000 };

/** @param {string} selector */
function part(selector) {
  const element = document.querySelector(selector);
  if (!(element instanceof HTMLElement)) throw new Error(`search page without ${selector}`);
  return element;
}

const form = part("form.search-form");
const input = /** @type {HTMLInputElement} */ (part(".search-input"));
const status = part(".search-status");
const hints = part(".search-hints");
const failure = part(".search-error");
const results = part(".search-results");
const empty = part(".search-empty");
const endpoint = form.dataset.endpoint ? new URL(form.dataset.endpoint, document.baseURI) : null;
const root = new URL(form.dataset.root || "../", document.baseURI);
const pages = new Pages(root);
const pageTitle = document.title;
let store = newStore(document.querySelector("#search-entry")?.textContent);
let run = 0;
/** What is shown, as far as this site knows it. */
let current = { ...requestFrom(location.search), filters: new Map() };

/** Only the first one may begin with what the page carries: after a failure the index may be of another release. @param {string | null} [entry] */
function newStore(entry = null) {
  return new Store((path) => textOf(new URL(`search/${path}`, root),
    { signal: AbortSignal.timeout(waits.stalled), ...(path === "entry.json" ? { cache: "no-cache" } : {}) }), entry);
}

/** @param {string} state */
function setState(state) {
  status.dataset.search = state;
  part(".search-busy").hidden = state !== "loading";
  results.setAttribute("aria-busy", String(state === "loading"));
}

/**
 * @param {boolean} [again] whether this is already the second attempt
 * @returns {Promise<void>}
 */
async function show(again = false) {
  const own = ++run;
  const asked = requestFrom(location.search);
  input.value = asked.q;
  failure.hidden = true;
  // The results of another query would be taken for those of this one.
  if (asked.q !== current.q) clear();
  setState("loading");
  status.textContent = "正在查找…";
  const slow = setTimeout(() => {
    if (own === run && status.dataset.search === "loading") status.textContent = "网络较慢，仍在查找…";
  }, waits.slow);
  try {
    const answer = await answered(asked, (hits, words, isLong, states) => {
      if (own !== run || status.dataset.search !== "loading" || results.childElementCount > 0) return;
      // What will stand above a long list has its place already.
      part(".search-filter").hidden = !isLong;
      part(".search-sort").replaceChildren(...(isLong ? sortNodes(asked) : []));
      results.replaceChildren(...hits.map((hit) => hitNode(hit, { words }, states, root)));
    });
    if (own !== run) return;
    const { request, result, states } = answer;
    current = request;
    render(request, result, states);
    const place = history.state?.scroll ?? 0;
    if (place > 0) scrollTo(0, place);
    const reached = scrollY;
    const others = await inTime(showExcerpts(result, own), patience, []);
    if (place > 0 && scrollY === reached) scrollTo(0, place);
    if (own !== run) return;
    if (result.total > 0 && result.kind !== "idle") remember(request.q);
    setState("done");
    for (const node of others) watched.observe(node);
  } catch (error) {
    if (own !== run) return;
    store = newStore();
    // The site may have been republished between two loads: retry once before telling the reader.
    if (!again && error instanceof IndexError) return show(true);
    clear();
    status.textContent = "";
    failure.hidden = false;
    setState("error");
  } finally {
    clearTimeout(slow);
  }
}

/**
 * The results: from the site's engine, if it has one that answers, or from the index.
 * @param {Request} asked
 * @param {(hits: Hit[], words: string[], isLong: boolean, states: TitleFile["states"]) => void} early
 * @returns {Promise<{request: Request, result: Result, states: TitleFile["states"]}>}
 */
async function answered(asked, early) {
  if (endpoint && asked.q.trim() !== "") {
    const answer = await inTime(askEngine(endpoint, asked, (address) => textOf(address)), patience, null);
    if (answer) {
      // Other parameters of the address are not filters of this site.
      const known = new Set(answer.result.facets.map(({ id }) => id));
      return { ...answer, request: { ...asked, filters: new Map([...asked.filters].filter(([facet]) => known.has(facet))) } };
    }
  }
  const request = { ...asked, filters: await knownFilters(store, asked) };
  const result = await search(store, request, (card) => pages.text(card.url),
    async (hits, words, isLong) => early(hits, words, isLong, (await store.titles()).file.states));
  return { request, result, states: result.total > 0 ? (await store.titles()).file.states : [] };
}

/** Takes the results away. */
function clear() {
  for (const element of [results, hints, part(".search-facets"), part(".search-chips"), part(".search-sort"), part(".search-pages")]) element.replaceChildren();
  empty.hidden = true;
  part(".search-filter").hidden = true;
}

/**
 * @param {Request} request
 * @param {Result} result
 * @param {TitleFile["states"]} states
 */
function render(request, result, states) {
  const focus = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
  results.replaceChildren(...result.hits.map((hit) => hitNode(hit, result, states, root)));
  hints.replaceChildren(...hintNodes(result, root));
  results.dataset.total = String(result.total);
  results.setAttribute("start", String((result.page - 1) * 10 + 1));
  const facets = facetNodes(request, result);
  part(".search-facets").replaceChildren(...facets);
  part(".search-filter").hidden = facets.length === 0;
  part(".search-chips").replaceChildren(...chipNodes(request, result));
  part(".search-sort").replaceChildren(...(result.total > 1 ? sortNodes(request) : []));
  part(".search-pages").replaceChildren(...pageNodes(request, result));
  empty.hidden = result.kind !== "none" && result.kind !== "idle";
  showRecent(part(".search-recent"), result.kind === "idle");
  status.textContent = statusText(request, result) + (result.lost > 0 ? `；有${result.lost}条没有载入，请稍后再试` : "");
  document.title = request.q ? `${request.q.slice(0, 40)} · ${pageTitle}` : pageTitle;
  const again = focus && document.querySelector(`[data-key="${CSS.escape(focus)}"]`);
  if (again instanceof HTMLElement) again.focus();
}

/**
 * Shows why the first hits were found.
 * @param {Result} result
 * @param {number} own
 * @returns {Promise<Element[]>} the others, which show it when the reader comes to them
 */
async function showExcerpts(result, own) {
  watched.disconnect();
  let left = excerptBytes;
  /** @type {Element[]} */
  const others = [];
  await Promise.all(result.hits.map(async (hit, index) => {
    const node = results.children[index];
    const isNamed = hit.document === result.article?.document || hit.document === result.numbered;
    if (!node || result.words.length === 0) return;
    const excerpt = () => (own === run ? showExcerpt(node, hit, result).catch(() => {}) : undefined);
    if (!pages.texts.has(hit.card.url) && !isNamed) {
      if (pageBytes(hit.card) > left) {
        later.set(node, excerpt);
        others.push(node);
        return;
      }
      left -= pageBytes(hit.card);
    }
    await excerpt();
  }));
  return others;
}

/** What to do for a hit that comes into view. @type {WeakMap<Element, () => unknown>} */
const later = new WeakMap();
const watched = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    watched.unobserve(target);
    later.get(target)?.();
  }
}, { rootMargin: "200px" });

/**
 * @param {Element} node
 * @param {Hit} hit
 * @param {Result} result
 */
async function showExcerpt(node, { card, document: number, tier }, { words, article, numbered }) {
  const page = await pages.text(card.url);
  const place = node.querySelector(".hit-excerpt");
  if (!(place instanceof HTMLElement)) return;
  const linkAt = (/** @type {string} */ anchor, /** @type {string} */ label) =>
    make("a", { class: "hit-anchor", href: `${linkTo(card.url, root)}#${encodeURIComponent(anchor)}` }, label);
  if (number === article?.document || number === numbered) {
    // Who asks for one paper wants to know whether it still holds.
    if (page.standing) place.before(make("p", { class: "hit-standing" }, page.standing));
    if (number === numbered && number !== article?.document) return;
  }
  const text = number === article?.document ? articleText(page, article.anchor) : null;
  if (article && text) {
    place.replaceChildren(text, " ", linkAt(article.anchor, `查看${article.label}`));
    place.hidden = false;
    return;
  }
  if (page.isAnswer) {
    // Who asks wants the answer, not the place where the question stands.
    place.replaceChildren(answerText(page));
    place.hidden = false;
    return;
  }
  const isSilent = !words.some((word) => page.folded.includes(word));
  const file = card.files && (isSilent || tier !== tiers.related) ? await fileThatSays(store, card, page.folded, words) : null;
  if (file) place.after(fileNode(file, card, words, root));
  // The halves of the words that such a page may have say nothing beside the file.
  if (file && isSilent) return place.remove();
  const excerpt = excerptOf(page, words);
  if (!excerpt) return;
  place.replaceChildren(...markedNodes(excerpt.pieces));
  place.hidden = false;
  if (excerpt.anchor) place.append(" ", linkAt(excerpt.anchor, excerpt.label ? `查看${excerpt.label}` : "定位到原文"));
}

/** @param {string} address */
function go(address) {
  keepPlace();
  history.pushState(null, "", address);
  show();
}

/** Remembers the scroll position for a reader who comes back. */
function keepPlace() {
  history.replaceState({ scroll: Math.round(scrollY) }, "");
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const { filters, sort } = current;
  go(addressOf({ q: input.value.trim().slice(0, longestQuery), filters, sort, page: 1 }));
});
part(".search-facets").addEventListener("submit", (event) => {
  const range = event.target instanceof HTMLElement ? event.target.closest("form") : null;
  if (!range?.dataset.range) return;
  event.preventDefault();
  const [from, to] = [...range.querySelectorAll("input")].map(({ value }) => value.replace(/\D/g, ""));
  go(addressOf(current, { filters: replaced(current, range.dataset.range, from || to ? [`${from}-${to}`] : []) }));
});
part("main").addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const href = link?.getAttribute("href") ?? "";
  if (!href.startsWith("?") || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  go(href);
  if (link?.closest(".search-pages")) {
    status.focus();
    status.scrollIntoView({ block: "nearest" });
  }
});
part(".search-retry").addEventListener("click", () => show());
startSuggestions(input, () => store, root);
addEventListener("popstate", () => show());
addEventListener("pagehide", keepPlace);
history.scrollRestoration = "manual";
show();
