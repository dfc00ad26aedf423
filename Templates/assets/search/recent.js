// @ts-check
/** What was searched on this device: kept here only, shown only where nothing is searched, cleared by one button. */

import { make } from "./view.js";

const key = "gongkai.searches";
const most = 8;

/** @returns {string[]} newest first; none where storage is forbidden or damaged */
function recent() {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(stored) ? stored.filter((text) => typeof text === "string").slice(0, most) : [];
  } catch {
    return [];
  }
}

/** @param {string[]} searches */
function keep(searches) {
  try {
    if (searches.length > 0) localStorage.setItem(key, JSON.stringify(searches));
    else localStorage.removeItem(key);
  } catch {
    // Storage forbidden: nothing is remembered.
  }
}

/** @param {string} query that found something */
export function remember(query) {
  const text = query.trim();
  if (text !== "" && text.length <= 60) keep([text, ...recent().filter((other) => other !== text)].slice(0, most));
}

/**
 * @param {HTMLElement} place
 * @param {boolean} isWanted
 */
export function showRecent(place, isWanted) {
  const searches = isWanted ? recent() : [];
  place.hidden = searches.length === 0;
  const clear = make("button", { type: "button", class: "facet-more" }, "清除记录");
  clear.addEventListener("click", () => {
    keep([]);
    place.hidden = true;
    const input = document.querySelector(".search-input");
    if (input instanceof HTMLElement) input.focus();
  });
  place.replaceChildren(make("h2", {}, "最近查过"), make("ul", {}, ...searches.map((text) => (
    make("li", {}, make("a", { href: `?${new URLSearchParams({ q: text })}` }, text))))), make("p", {}, "只记录在本设备上。", clear));
}
