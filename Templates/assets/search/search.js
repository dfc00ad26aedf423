// @ts-check
/** The search page: reads its address, searches, shows the result; the latest query wins. */

/** @import {Entry, Request, Result} from "./types" */
import { linkTo, textOf } from "../files.js";
import { addressOf, longestQuery, replaced, requestFrom } from "./address.js";
import { pageBytes, search } from "./engine.js";
import { excerptOf } from "./excerpts.js";
import { knownFilters } from "./facets.js";
import { Pages } from "./pages.js";
import { remember, showRecent } from "./recent.js";
import { IndexError, Store } from "./store.js";
import { chipNodes, facetNodes, hitNode, make, markedNodes, pageNodes, sortNodes, statusText } from "./view.js";

/** The limit for loading excerpts automatically, in compressed bytes. */
const excerptBytes = 16_000;

/** @param {string} selector */
function part(selector) {
  const element = document.querySelector(selector);
  if (!(element instanceof HTMLElement)) throw new Error(`search page without ${selector}`);
  return element;
}

const form = part("form.search-form");
const input = /** @type {HTMLInputElement} */ (part(".search-input"));
const status = part(".search-status");
const notice = part(".search-notice");
const failure = part(".search-error");
const results = part(".search-results");
const empty = part(".search-empty");
const near = part(".search-near");
const root = new URL(form.dataset.root || "../", document.baseURI);
const pages = new Pages(root);
const pageTitle = document.title;
let store = newStore();
let run = 0;
/** What is shown, as far as this site knows it. */
let current = { ...requestFrom(location.search), filters: new Map() };

function newStore() {
  return new Store((path) => textOf(new URL(`search/${path}`, root), path === "entry.json" ? { cache: "no-cache" } : {}));
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
  setState("loading");
  status.textContent = "正在查找…";
  try {
    const request = { ...asked, filters: await knownFilters(store, asked) };
    const result = await search(store, request, (card) => pages.text(card.url));
    const entry = await store.entry();
    if (own !== run) return;
    current = request;
    render(request, result, entry);
    const place = history.state?.scroll ?? 0;
    if (place > 0) scrollTo(0, place);
    const reached = scrollY;
    await Promise.all([showExcerpts(result, own), showNear(result, entry, own)]);
    if (place > 0 && scrollY === reached) scrollTo(0, place);
    if (own !== run) return;
    if (result.total > 0 && result.kind !== "idle") remember(request.q);
    setState("done");
  } catch (error) {
    if (own !== run) return;
    store = newStore();
    // The site may have been republished between two loads: retry once before telling the reader.
    if (!again && error instanceof IndexError) return show(true);
    fail();
  }
}

function fail() {
  near.hidden = true;
  for (const element of [results, part(".search-facets"), part(".search-chips"), part(".search-pages")]) element.replaceChildren();
  status.textContent = "";
  failure.hidden = false;
  notice.hidden = true;
  empty.hidden = true;
  part(".search-filter").hidden = true;
  setState("error");
}

/**
 * @param {Request} request
 * @param {Result} result
 * @param {Entry} entry
 */
function render(request, result, entry) {
  const focus = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
  results.replaceChildren(...result.hits.map((hit) => hitNode(hit, result, entry, root)));
  near.hidden = true;
  part(".search-near ol").replaceChildren();
  results.dataset.total = String(result.total);
  results.setAttribute("start", String((result.page - 1) * 10 + 1));
  const facets = facetNodes(request, result);
  part(".search-facets").replaceChildren(...facets);
  part(".search-filter").hidden = facets.length === 0;
  part(".search-chips").replaceChildren(...chipNodes(request, result));
  part(".search-sort").replaceChildren(...(result.total > 1 ? sortNodes(request) : []));
  part(".search-pages").replaceChildren(...pageNodes(request, result));
  notice.hidden = result.kind !== "related";
  empty.hidden = result.kind !== "none" && result.kind !== "idle";
  showRecent(part(".search-recent"), result.kind === "idle");
  status.textContent = statusText(request, result);
  document.title = request.q ? `${request.q.slice(0, 40)} · ${pageTitle}` : pageTitle;
  const again = focus && document.querySelector(`[data-key="${CSS.escape(focus)}"]`);
  if (again instanceof HTMLElement) again.focus();
}

/**
 * Shows related documents below the exact results, once these are there.
 * @param {Result} result
 * @param {Entry} entry
 * @param {number} own
 */
async function showNear(result, entry, own) {
  const hits = result.near ? await result.near().catch(() => []) : [];
  if (own !== run || hits.length === 0) return;
  part(".search-near ol").replaceChildren(...hits.map((hit) => hitNode(hit, result, entry, root)));
  near.hidden = false;
}

/**
 * Shows the matching passages of the first hits, and a button that loads it for the others.
 * @param {Result} result
 * @param {number} own
 */
async function showExcerpts(result, own) {
  let left = excerptBytes;
  await Promise.all(result.hits.map(async ({ card }, index) => {
    const node = results.children[index];
    if (result.words.length === 0) return;
    if (!pages.texts.has(card.url)) {
      if (pageBytes(card) > left) return addButton(node, card.url, result.words);
      left -= pageBytes(card);
    }
    if (own === run) await showExcerpt(node, card.url, result.words).catch(() => {});
  }));
}

/**
 * @param {Element} node
 * @param {string} url
 * @param {string[]} words
 */
function addButton(node, url, words) {
  const button = make("button", { type: "button", class: "hit-more" }, "看看在哪一段");
  button.addEventListener("click", async () => {
    button.setAttribute("disabled", "");
    const shown = await showExcerpt(node, url, words).catch(() => false);
    button.replaceWith(...(shown ? [] : ["未能读取正文，请打开文件查看。"]));
  });
  node.append(button);
}

/**
 * @param {Element} node
 * @param {string} url
 * @param {string[]} words
 */
async function showExcerpt(node, url, words) {
  const excerpt = excerptOf(await pages.text(url), words);
  const place = node.querySelector(".hit-excerpt");
  if (!(place instanceof HTMLElement) || !excerpt) return false;
  place.replaceChildren(...markedNodes(excerpt.pieces));
  place.hidden = false;
  if (excerpt.anchor) {
    const href = `${linkTo(url, root)}#${encodeURIComponent(excerpt.anchor)}`;
    place.append(" ", make("a", { class: "hit-anchor", href }, excerpt.label ? `查看${excerpt.label}` : "定位到原文"));
  }
  return true;
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

/** Suggestions while typing: loaded when the reader begins to type. */
function suggest() {
  import("./suggest.js").then(({ startSuggestions }) => startSuggestions(input, () => store, (title) => {
    input.value = title;
    form.requestSubmit();
  })).catch(() => {});
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
input.addEventListener("input", suggest, { once: true });
addEventListener("popstate", () => show());
addEventListener("pagehide", keepPlace);
history.scrollRestoration = "manual";
show();
