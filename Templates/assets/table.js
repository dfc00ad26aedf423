// @ts-check
/**
 * Tables from CSV files: a box that filters the rows, and headings that sort them. Loaded only by pages with such a
 * table; without it the whole table is on the page, or on several pages if it is long.
 */

import { stateToday } from "./site.js";

/** @typedef {string | [string, string][] | {state: string, tone: string, label: string, upcoming: string}} Cell */
/** @typedef {{texts: string[], keys: string[], folded: string, element: () => HTMLTableRowElement}} Row */

/** @param {string} text @returns {string} the form for comparison: full-width forms and capitals make no difference */
const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

/** @param {string[]} texts @param {() => HTMLTableRowElement} element @param {string[]} keys what rows are sorted by @returns {Row} */
const row = (texts, element, keys = texts) => ({ texts, keys, folded: fold(texts.join("\n")), element });

/**
 * The rows of the page, each with all its cells: merged cells are repeated, because sorting separates their rows.
 * @param {HTMLTableElement} table
 * @returns {Row[]}
 */
function rowsOnPage(table) {
  /** @type {{cell: HTMLTableCellElement, left: number}[]} */
  const open = [];
  return [...table.tBodies[0].rows].map((source) => {
    const element = /** @type {HTMLTableRowElement} */ (source.cloneNode(false));
    const own = [...source.cells];
    for (let column = 0; own.length || (open[column] && open[column].left); column += 1) {
      if (!open[column] || !open[column].left) {
        const cell = own.shift();
        if (!cell) break;
        open[column] = { cell, left: cell.rowSpan };
      }
      open[column].left -= 1;
      const copy = /** @type {HTMLTableCellElement} */ (open[column].cell.cloneNode(true));
      copy.removeAttribute("rowspan");
      if (copy.scope) copy.scope = "row";
      element.append(copy);
    }
    const texts = [...element.cells].map((cell) => (cell.textContent || "").trim());
    // A day may be shown in words (2026年11月底前), an endless task has none.
    const keys = [...element.cells].map((cell, index) =>
      cell.classList.contains("day") ? cell.querySelector("time")?.dateTime || "" : texts[index],
    );
    return row(texts, () => element, keys);
  });
}

/**
 * All rows of a table that spans several pages.
 * @param {string} url
 * @param {HTMLTableElement} table
 * @returns {Promise<Row[]>}
 */
async function allRows(url, table) {
  const address = new URL(url, location.href);
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  /** @type {{header: number, rows: Cell[][]}} */
  const { rows } = await response.json();
  const sample = table.tBodies[0].rows[0];
  const models = rowsOnPage(table)[0]?.element().cells || sample.cells;
  return rows.map((all) => all.map(ofToday)).map((cells) =>
    row(cells.map(plain), () => {
      const element = document.createElement("tr");
      cells.forEach((cell, index) => {
        const model = models[index];
        const made = document.createElement(model.tagName);
        if (model.scope) made.setAttribute("scope", "row");
        made.className = model.className;
        fill(made, cell, address);
        element.append(made);
      });
      return element;
    }),
  );
}

/** @param {Cell} cell @returns {Cell} a state corrected to the reader's day; other cells unchanged */
function ofToday(cell) {
  return typeof cell === "string" || Array.isArray(cell) ? cell : { ...cell, ...stateToday(cell.upcoming) };
}

/** @param {Cell} cell @returns {string} its visible text */
function plain(cell) {
  if (typeof cell === "string") return cell;
  return Array.isArray(cell) ? cell.map(([text]) => text).join("\n") : cell.label;
}

/** @param {HTMLElement} element @param {Cell} cell @param {URL} base base of its relative links */
function fill(element, cell, base) {
  if (typeof cell === "string") {
    cell.split("\n").forEach((line, index) => element.append(...(index ? [document.createElement("br")] : []), line));
  } else if (Array.isArray(cell)) {
    cell.forEach(([text, href], index) => {
      const link = document.createElement(href ? "a" : "span");
      if (link instanceof HTMLAnchorElement) link.href = new URL(href, base).href;
      link.textContent = text;
      element.append(...(index ? [document.createElement("br")] : []), link);
    });
  } else {
    const badge = document.createElement("span");
    badge.className = "status " + cell.tone;
    badge.dataset.state = cell.state;
    badge.textContent = cell.label;
    element.append(badge);
  }
}

/** @param {string} type of the column @returns {(a: string, b: string) => number} */
function order(type) {
  const collator = new Intl.Collator("zh-CN", { numeric: true });
  if (type !== "number") return (a, b) => collator.compare(a, b);
  return (a, b) => Number(a) - Number(b);
}

/** @param {HTMLElement} block */
function begin(block) {
  const table = /** @type {HTMLTableElement | null} */ (block.querySelector("table.data"));
  const count = block.querySelector("[data-count]");
  const facts = block.querySelector(".table-facts");
  if (!table || !count || !facts || !table.tBodies[0]) return;
  const body = table.tBodies[0];
  const initial = [...body.rows];
  const initialCount = count.textContent;
  const pages = /** @type {HTMLElement | null} */ (block.querySelector(".pagination"));
  const { rows: source, total = "0", pageSize = "100" } = block.dataset;
  /** @type {Promise<Row[]> | undefined} */
  let loaded;
  const load = () => (loaded ||= source ? allRows(source, table) : Promise.resolve(rowsOnPage(table)));
  let sorted = -1;
  let direction = 1;
  let turn = 0;

  const input = document.createElement("input");
  const label = document.createElement("label");
  const tools = document.createElement("div");
  const more = document.createElement("button");
  input.type = "search";
  input.id = block.id + "-filter";
  input.autocomplete = "off";
  label.htmlFor = input.id;
  label.textContent = "在表中查找";
  tools.className = "table-filter";
  tools.append(label, input);
  facts.before(tools);
  count.setAttribute("role", "status");
  more.type = "button";
  more.hidden = true;
  block.querySelector(".table-scroll")?.after(more);

  /** @param {number} limit maximum number of rows shown */
  async function show(limit) {
    const mine = ++turn;
    const words = input.value.split(/\s+/).map(fold).filter(Boolean);
    if (!words.length && sorted < 0) {
      body.replaceChildren(...initial);
      /** @type {Element} */ (count).textContent = initialCount;
      if (pages) pages.hidden = false;
      more.hidden = true;
      return;
    }
    /** @type {Row[]} */
    let found;
    try {
      found = (await load()).filter(({ folded }) => words.every((word) => folded.includes(word)));
    } catch {
      loaded = undefined;
      if (mine === turn) /** @type {Element} */ (count).textContent = "表格没有读到，请检查网络后再试";
      return;
    }
    if (mine !== turn) return;
    if (sorted >= 0) {
      const compare = order(headings[sorted].dataset.type || "");
      found.sort((a, b) => {
        const [x, y] = [a.keys[sorted], b.keys[sorted]];
        // Empty cells come last in both directions.
        if (!x || !y) return x ? -1 : y ? 1 : 0;
        return compare(x, y) * direction;
      });
    }
    body.replaceChildren(...found.slice(0, limit).map(({ element }) => element()));
    const shown = Math.min(limit, found.length);
    /** @type {Element} */ (count).textContent =
      (!words.length ? `共${total}条` : found.length ? `找到${found.length}条（全表${total}条）` : `没有找到含“${input.value.trim()}”的内容（全表${total}条）`)
      + (shown < found.length ? `，显示前${shown}条` : "");
    if (pages) pages.hidden = true;
    more.hidden = shown >= found.length;
    more.textContent = `再显示${Math.min(Number(pageSize), found.length - shown)}条`;
    more.onclick = () => show(limit + Number(pageSize));
  }

  const headings = leafHeadings(table);
  headings.forEach((heading, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      direction = sorted === index ? -direction : 1;
      sorted = index;
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      show(Number(pageSize));
    });
  });
  input.addEventListener("input", () => show(Number(pageSize)));
}

/** @param {HTMLTableElement} table @returns {HTMLTableCellElement[]} the headings of single columns, from left to right */
function leafHeadings(table) {
  /** @type {HTMLTableCellElement[]} */
  const leaves = [];
  /** @type {number[]} */
  const taken = [];
  for (const [level, line] of [...(table.tHead ? table.tHead.rows : [])].entries()) {
    let column = 0;
    for (const cell of line.cells) {
      while (taken[column] > level) column += 1;
      for (let index = 0; index < cell.colSpan; index += 1) taken[column + index] = level + cell.rowSpan;
      if (cell.scope === "col") leaves[column] = cell;
      column += cell.colSpan;
    }
  }
  return leaves;
}

for (const block of document.querySelectorAll("[data-table]")) begin(/** @type {HTMLElement} */ (block));
