// @ts-check
/** Builds the visible results, from text nodes only. */

/** @import {Card, Facet, Hit, Piece, Request, Result, TitleFile} from "./types" */
import { linkTo } from "../files.js";
import { addressOf, toggled } from "./address.js";
import { marked } from "./excerpts.js";
import { foldWithPlaces } from "./folding.js";

const shownValues = 8;

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** @param {Piece[]} pieces */
export const markedNodes = (pieces) => pieces.map(({ text, mark }) => (mark ? make("mark", {}, text) : text));

/**
 * @param {Request} request
 * @param {Result} result
 */
export function statusText(request, result) {
  const about = result.approximate ? "约" : "";
  const plain = result.plain ? `按“${result.plain}”查找：` : "";
  switch (result.kind) {
    case "idle": return "请输入要查找的标题、文号或者文件中的词句。";
    case "none":
      return request.q.trim() === "" ? "没有符合所选条件的文件。" : `没有找到与“${request.q.trim()}”有关的信息。`;
    case "related": return `${plain}最相关的${result.total}条结果`;
    default: return `${plain}共找到${about}${result.total}条结果${result.pages > 1 ? `，第${result.page}页，共${result.pages}页` : ""}`;
  }
}

/** @returns {string} today in the site's time zone, YYYY-MM-DD */
function today() {
  const zone = document.documentElement.dataset.timeZone || "Asia/Shanghai";
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date());
}

/**
 * The state of a document on a day; it may have changed since the nightly build.
 * @param {Card} card
 * @param {string} day
 */
export const stateOn = ({ state, changes }, day) => changes?.filter(([from]) => from <= day).pop()?.[1] ?? state;

/** @param {string} state @returns {string} the colour family of its badge, as the page says */
export function toneOf(state) {
  const list = document.querySelector("[data-tones]")?.getAttribute("data-tones") ?? document.documentElement.dataset.dated ?? "";
  return list.split(";").map((pair) => pair.split(" ")).find(([other]) => other === state)?.[1] ?? "unknown";
}

/**
 * The first and last day of the state that a hit shows, as in the rows of lists.
 * @param {{changes?: [day: string, state: string][]}} card
 * @param {string} day
 */
export function validity({ changes = [] }, day) {
  const from = changes.filter(([first]) => first <= day).pop()?.[0];
  const next = changes.find(([first]) => first > day)?.[0];
  const until = next && new Date(Date.parse(next) - 864e5).toISOString().slice(0, 10);
  return { ...(from ? { "data-valid-from": from } : {}), ...(until ? { "data-valid-until": until } : {}) };
}

/** For how many days ahead a hit says what is coming, as the rows of lists do. */
const horizonDays = 30;

/**
 * What is coming for a hit: its first day, if it is not in force yet, or the end that is near; as in the rows of lists.
 * @param {{changes?: [day: string, state: string][]}} card
 * @param {string} day
 * @param {TitleFile["states"]} states
 */
export function coming({ changes = [] }, day, states) {
  const next = changes.find(([first]) => first > day);
  const [, label, ended] = (next && states.find(([code]) => code === next[1])) ?? [];
  if (!next || !label) return "";
  const isNear = ended ? Date.parse(next[0]) - Date.parse(day) <= horizonDays * 864e5 : toneOf(next[1]) === "ok";
  return isNear ? `${next[0]}起${label.replace("现行有效", "施行").replace(/^已/, "")}` : "";
}

/**
 * @param {Hit} hit
 * @param {Pick<Result, "words">} result
 * @param {TitleFile["states"]} states
 * @param {URL} root
 */
export function hitNode({ card }, result, states, root) {
  const title = make("a", { href: linkTo(card.url, root) }, ...markedNodes(marked(card.title, foldWithPlaces(card.title), result.words)));
  const meta = make("p", { class: "hit-meta" });
  const code = stateOn(card, today());
  const state = states.find(([other]) => other === code);
  if (state) meta.append(make("span", { class: "status hit-state " + toneOf(state[0]), "data-state": state[0] }, state[1]), " ");
  const soon = coming(card, today(), states);
  if (soon) meta.append(make("span", { class: "coming" }, soon), " ");
  if (card.kind) meta.append(make("span", { class: "hit-kind" }, card.kind), " ");
  if (card.number) meta.append(make("span", { class: "hit-number" }, card.number), " ");
  if (card.issuer) meta.append(make("span", { class: "hit-issuer" }, card.issuer), " ");
  if (card.date) meta.append(make("time", { class: "hit-date", datetime: card.date }, card.date));
  const excerpt = make("p", { class: "hit-excerpt" }, card.summary ?? "");
  if (!card.summary) excerpt.hidden = true;
  return make("li", { class: "hit", "data-hit": card.url, "data-state": code ?? "", ...validity(card, today()) },
    make("h2", { class: "hit-title" }, title), meta, excerpt);
}

/**
 * What the query may have meant besides the hits: a title that it misspells, a column that is called so.
 * @param {Result} result
 * @param {URL} root
 * @returns {Node[]}
 */
export function hintNodes({ meant, places }, root) {
  const lines = places.map(([title, kind, url]) => make("p", {}, `${kind}：`, make("a", { href: linkTo(url, root) }, title)));
  if (meant) lines.push(make("p", {}, "您要找的可能是：", make("a", { href: addressOf({ q: meant, filters: new Map(), sort: "relevance", page: 1 }) }, meant)));
  return lines;
}

/**
 * @param {Request} request
 * @param {Result} result
 */
export function facetNodes(request, result) {
  return result.facets.filter(({ values }) => values.length > 1 || values.some(({ chosen }) => chosen)).map((facet) => {
    const values = [...facet.values].sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.count - a.count);
    const options = values.map(({ id, label, count, chosen }) => make("li", {}, make("a", {
      class: "facet-option", href: addressOf(request, { filters: toggled(request, facet.id, id) }),
      "data-key": `${facet.id}=${id}`, ...(chosen ? { "aria-current": "true" } : {}),
    }, make("span", { class: "facet-label" }, label), " ", make("span", { class: "facet-count" }, `${count}`))));
    const list = make("ul", { class: "facet-list" }, ...options);
    // On a phone the results come first: filters stay closed until opened, unless one is in use.
    const isOpen = matchMedia("(min-width: 48em)").matches || values.some(({ chosen }) => chosen);
    const node = make("details", { class: "facet", ...(isOpen ? { open: "" } : {}) }, make("summary", { class: "facet-title" }, facet.label), list);
    if (options.length > shownValues + 2) node.append(moreButton(options));
    if (facet.id === "year" && facet.values.length > 1) node.append(yearForm(request, facet));
    return node;
  });
}

/**
 * A range of years; an empty end is open.
 * @param {Request} request
 * @param {Facet} facet
 */
function yearForm(request, facet) {
  const years = facet.values.map(({ id }) => Number(id)).filter((year) => year > 0);
  const chosen = (request.filters.get("year") ?? []).map((value) => /^(\d*)-(\d*)$/.exec(value)).find((ends) => ends);
  const [from, to] = ["从", "到"].map((label, index) => make("input", {
    type: "number", class: "facet-year", "aria-label": `${label}哪一年`, min: `${Math.min(...years)}`, max: `${Math.max(...years)}`,
    placeholder: `${index === 0 ? Math.min(...years) : Math.max(...years)}`, value: chosen?.[index + 1] ?? "", "data-key": `year ${index}`,
  }));
  return make("form", { class: "facet-range", "data-range": facet.id }, from, "至", to, "年", make("button", { type: "submit" }, "筛选"));
}

/** @param {HTMLElement[]} options */
function moreButton(options) {
  const rest = options.slice(shownValues);
  for (const option of rest) option.hidden = true;
  const button = make("button", { type: "button", class: "facet-more", "aria-expanded": "false" }, `更多（${rest.length}）`);
  button.addEventListener("click", () => {
    for (const option of rest) option.hidden = false;
    rest[0].querySelector("a")?.focus();
    button.remove();
  });
  return button;
}

/**
 * One link for each active filter, and one that clears them all.
 * @param {Request} request
 * @param {Result} result
 */
export function chipNodes(request, result) {
  const chips = [...request.filters].flatMap(([facet, values]) => values.map((value) => {
    const known = result.facets.find(({ id }) => id === facet);
    const label = known?.values.find(({ id }) => id === value)?.label ?? rangeLabel(value);
    return make("li", {}, make("a", {
      class: "chip", href: addressOf(request, { filters: toggled(request, facet, value) }),
      "aria-label": `取消筛选：${label}`, "data-key": `chip ${facet}=${value}`,
    }, `${known ? `${known.label}：` : ""}${label} ×`));
  }));
  if (chips.length > 1) chips.push(make("li", {}, make("a", { class: "chip chip-clear", href: addressOf(request, { filters: new Map() }) }, "清除全部")));
  return chips;
}

/** @param {string} value `2019-2023`, `2019-`, `-2023` */
function rangeLabel(value) {
  const [, from, to] = /^(\d*)-(\d*)$/.exec(value) ?? [];
  if (!from && !to) return value;
  return from && to ? `${from}年至${to}年` : from ? `${from}年以后` : `${to}年以前`;
}

/** @param {Request} request */
export function sortNodes(request) {
  return [["relevance", "按相关度"], ["date", "按日期"]].map(([sort, label]) => make("a", {
    href: addressOf(request, { sort }), "data-key": `sort ${sort}`, ...(request.sort === sort ? { "aria-current": "true" } : {}),
  }, label));
}

/**
 * @param {Request} request
 * @param {Result} result
 */
export function pageNodes(request, { page, pages }) {
  if (pages < 2) return [];
  const wanted = [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, pages])].filter((n) => n >= 1 && n <= pages);
  /** @type {Node[]} */
  const nodes = [];
  if (page > 1) nodes.push(make("a", { href: addressOf(request, { page: page - 1 }), rel: "prev" }, "上一页"));
  wanted.forEach((number, index) => {
    if (index > 0 && number > wanted[index - 1] + 1) nodes.push(make("span", { "aria-hidden": "true" }, "…"));
    nodes.push(number === page
      ? make("span", { "aria-current": "page" }, `${number}`)
      : make("a", { href: addressOf(request, { page: number }), "aria-label": `第${number}页` }, `${number}`));
  });
  if (page < pages) nodes.push(make("a", { href: addressOf(request, { page: page + 1 }), rel: "next" }, "下一页"));
  return nodes;
}
