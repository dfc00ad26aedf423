// @ts-check
/**
 * 找政策: compares what readers tick with what policies give. One file is loaded, nothing is sent, and what was ticked stands only
 * in the fragment of the address, which browsers send to nobody.
 */

import { linkTo, textOf } from "./files.js";
import { today } from "./site.js";

/**
 * @typedef {{what: string, amount: string | null, who: string[], whoText: string, place: string | null, from: string | null,
 *   until: string | null, lastDay: string | null, title: string, url: string, documentNumber: string | null,
 *   howTitle: string | null, howURL: string | null}} Offer
 */

/**
 * Whether an offer may be for the reader: of each question of which it names answers and the reader has ticked some, one is common.
 * What the reader has not answered excludes nothing.
 * @param {Offer} offer
 * @param {{all: string[], ticked: string[]}[]} questions
 */
export function fits(offer, questions) {
  return questions.every(({ all, ticked }) => {
    if (!ticked.length || !offer.who.some((answer) => all.includes(answer))) return true;
    return offer.who.some((answer) => ticked.includes(answer));
  });
}

/** @param {Offer} offer @param {string} day */
const isOpen = ({ from, until }, day) => (!from || from <= day) && (!until || day < until);

/**
 * @param {string} name
 * @param {string} className
 * @param {...(Node | string)} parts
 */
function element(name, className, ...parts) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...parts);
  return made;
}

/** @param {string} text @param {string} url */
function link(text, url) {
  const made = document.createElement("a");
  made.href = linkTo(url, new URL(location.href));
  made.textContent = text;
  return made;
}

/** @param {Offer} offer */
function row(offer) {
  const { what, amount, whoText, place, lastDay, title, url, documentNumber, howTitle, howURL } = offer;
  const facts = [amount, `面向：${whoText}`, place && `限${place}`, lastDay && `截至${lastDay}`].filter((text) => text !== null);
  const item = element(
    "li", "",
    element("p", "row-title", what),
    element("p", "row-facts", ...facts.map((text) => element("span", "", text))),
    element("p", "row-summary", "依据：", link(title, url), documentNumber ? `（${documentNumber}）` : ""),
  );
  if (howTitle && howURL) item.append(element("p", "row-summary", "怎样办：", link(howTitle, howURL)));
  return item;
}

/** What a fragment ticks; nothing if a message has cut it off. @param {string} fragment */
function answers(fragment) {
  try {
    return decodeURIComponent(fragment.slice(1)).split(",");
  } catch {
    return [];
  }
}

/** @param {HTMLFormElement} form @param {Offer[]} offers */
function start(form, offers) {
  const status = /** @type {HTMLElement} */ (document.querySelector("[data-match]"));
  const results = /** @type {HTMLElement} */ (document.querySelector("[data-results]"));
  const groups = [...form.querySelectorAll("fieldset")].map((set) => [...set.querySelectorAll("input")]);
  const boxes = groups.flat();

  function show() {
    const questions = groups.map((group) => ({
      all: group.map((box) => box.value), ticked: group.filter((box) => box.checked).map((box) => box.value),
    }));
    const day = today();
    const found = offers.filter((offer) => isOpen(offer, day) && fits(offer, questions));
    const any = boxes.some((box) => box.checked);
    status.textContent = found.length
      ? any ? `可能能享受的有${found.length}项，其他条件看各项的“面向”和文件` : `现在全部有${found.length}项`
      : "没有同时符合所选情况的，可以少勾一项再看，或者打电话问。";
    status.dataset.match = "done";
    status.dataset.total = String(found.length);
    results.replaceChildren(...found.map(row));
  }

  function read() {
    const ticked = new Set(answers(location.hash));
    for (const box of boxes) box.checked = ticked.has(box.value);
    show();
  }

  function write() {
    const ticked = boxes.filter((box) => box.checked).map((box) => encodeURIComponent(box.value));
    history.replaceState(null, "", ticked.length ? `#${ticked.join(",")}` : location.pathname + location.search);
    show();
  }

  form.addEventListener("change", write);
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const box of boxes) box.checked = false;
    write();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", read);
  document.querySelector("[data-lists]")?.setAttribute("hidden", "");
  form.hidden = false;
  read();
}

const form = document.querySelector("form[data-offers]");
if (form instanceof HTMLFormElement) {
  // Without the data the lists of the answers stay, which need none.
  textOf(new URL(form.dataset.offers || "", location.href))
    .then((text) => start(form, JSON.parse(text).offers))
    .catch(() => {});
}
