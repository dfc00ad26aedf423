// @ts-check
/** Recent searches: kept on this device only, shown only when there is no query, cleared by one button. */

import { make } from "./view.js";

const key = "gongkai.searches";
const most = 8;

/** @returns {string[]} newest first; empty when storage is blocked or damaged */
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
    // Storage is blocked: nothing is remembered.
  }
}

/** @param {string} query a query with results */
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
