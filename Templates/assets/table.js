// @ts-check
/**
 * Tables from CSV files: a box that filters the rows, and headings that sort them. Loaded only by pages with such a
 * table; without it the whole table is on the page, or on several pages if it is long.
 */

import { linkTo, textOf } from "./files.js";
import { stateToday } from "./site.js";

/** @typedef {string | [string, string][] | {state: string, tone: string, label: string, upcoming: string}} Cell */
/** @typedef {{texts: string[], keys: string[], folded: string, element: () => HTMLTableRowElement}} Row */

/** @param {string} text @returns {string} the form for comparison: full-width forms and capitals make no difference */
const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

/** @param {string[]} texts @param {() => HTMLTableRowElement} element @param {string[]} keys what rows are sorted by @returns {Row} */
const row = (texts, element, keys = texts) => ({ texts, keys, folded: fold(texts.join("\n")), element });

/** @param {HTMLTableElement} table @returns {Row[]} the rows of the page; each has all its cells, merged or not */
function rowsOnPage(table) {
  return [...table.tBodies[0].rows].map((element) => {
    const cells = [...element.cells];
    const texts = cells.map((cell) => (cell.textContent || "").trim());
    // A day may be shown in words (2026年11月底前), an endless task has none; states have an order of their own.
    const keys = cells.map((cell, index) => {
      if (cell.classList.contains("day")) return cell.querySelector("time")?.dateTime || "";
      return cell.querySelector("[data-state]")?.getAttribute("data-state") || texts[index];
    });
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
  /** @type {{header: number, rows: Cell[][]}} */
  const { rows } = JSON.parse(await textOf(address));
  const models = [...table.tBodies[0].rows[0].cells];
  const most = leafHeadings(table).map((heading) => Number(heading.dataset.decimals) || 0);
  return rows.map((all) => all.map(ofToday)).map((cells) =>
    row(
      cells.map(plain),
      () => {
        const element = document.createElement("tr");
        cells.forEach((cell, index) => {
          const made = /** @type {HTMLTableCellElement} */ (models[index].cloneNode(false));
          made.dataset.pad = typeof cell === "string" ? padding(cell, most[index]) : "";
          fill(made, cell, address);
          element.append(made);
        });
        return element;
      },
      cells.map((cell) => (typeof cell === "string" || Array.isArray(cell) ? plain(cell) : cell.state)),
    ),
  );
}

/** @param {string} number @param {number} most decimals in its column @returns {string} the decimals that it lacks, as room after it */
function padding(number, most) {
  const own = number.split(".")[1]?.length || 0;
  return number && own < most ? (own ? "" : ".") + "0".repeat(most - own) : "";
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
      if (link instanceof HTMLAnchorElement) link.href = linkTo(href, base);
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

/** @param {HTMLElement} heading @returns {(a: string, b: string) => number} the order of its column */
function order({ dataset }) {
  if (dataset.type === "number") return (a, b) => Number(a) - Number(b);
  if (dataset.type === "state") {
    const states = (dataset.order || "").split(" ");
    return (a, b) => states.indexOf(a) - states.indexOf(b);
  }
  return new Intl.Collator("zh-CN", { numeric: true }).compare;
}

/** @type {Record<string, [string, string]>} the two directions of a type, in words */
const directions = { number: ["从小到大", "从大到小"], date: ["从早到晚", "从晚到早"], state: ["按进度", "按进度倒序"] };

/** @param {string} name @param {string} id @param {HTMLElement} control @returns {HTMLElement[]} the control with its label */
function labelled(name, id, control) {
  const label = document.createElement("label");
  control.id = id;
  label.htmlFor = id;
  label.textContent = name;
  return [label, control];
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

  const headings = leafHeadings(table);
  const input = document.createElement("input");
  const sorting = document.createElement("select");
  const tools = document.createElement("div");
  const more = document.createElement("button");
  input.type = "search";
  input.autocomplete = "off";
  sorting.append(new Option("原来的顺序", "-1"));
  headings.forEach((heading, index) => {
    const words = directions[heading.dataset.type || ""] || ["正序", "倒序"];
    words.forEach((word, down) => sorting.append(new Option(`${heading.textContent}，${word}`, `${index} ${down ? -1 : 1}`)));
  });
  tools.className = "table-filter";
  tools.append(...labelled("在表中查找", block.id + "-filter", input), ...labelled("排序", block.id + "-sort", sorting));
  facts.before(tools);
  count.setAttribute("role", "status");
  more.type = "button";
  more.hidden = true;
  block.querySelector(".table-scroll")?.after(more);

  /** @param {string} text */
  const say = (text) => void (/** @type {Element} */ (count).textContent = text);

  /** @param {number} limit maximum number of rows shown */
  async function show(limit) {
    const mine = ++turn;
    const words = input.value.split(/\s+/).map(fold).filter(Boolean);
    const isWhole = !words.length && sorted < 0;
    // Cells that only look merged show their words when other rows stand above them.
    table.classList.toggle("loose", !isWhole);
    if (table.tFoot) table.tFoot.hidden = words.length > 0;
    if (isWhole) {
      body.replaceChildren(...initial);
      table.hidden = false;
      say(initialCount || "");
      if (pages) pages.hidden = false;
      more.hidden = true;
      return;
    }
    /** @type {Row[]} */
    let found;
    if (source && !loaded) say(`正在读取全表${total}条，请稍候……`);
    try {
      found = (await load()).filter(({ folded }) => words.every((word) => folded.includes(word)));
    } catch {
      loaded = undefined;
      if (mine === turn) say("表格没有读到，请检查网络后再试");
      return;
    }
    if (mine !== turn) return;
    if (sorted >= 0) {
      const compare = order(headings[sorted]);
      found.sort((a, b) => {
        const [x, y] = [a.keys[sorted], b.keys[sorted]];
        // Empty cells come last in both directions.
        if (!x || !y) return x ? -1 : y ? 1 : 0;
        return compare(x, y) * direction;
      });
    }
    body.replaceChildren(...found.slice(0, limit).map(({ element }) => element()));
    const shown = Math.min(limit, found.length);
    table.hidden = !found.length;
    say(
      (!words.length ? `共${total}条` : found.length ? `找到${found.length}条（全表${total}条）` : `没有找到含“${input.value.trim()}”的内容（全表${total}条）`) +
        (shown < found.length ? `，显示前${shown}条` : ""),
    );
    if (pages) pages.hidden = true;
    more.hidden = shown >= found.length;
    more.textContent = `再显示${Math.min(Number(pageSize), found.length - shown)}条`;
    more.onclick = () => show(limit + Number(pageSize));
  }

  /** @param {number} index of the column; -1: the order of the file @param {number} down */
  function sort(index, down = 1) {
    [sorted, direction] = [index, down];
    for (const heading of headings) heading.removeAttribute("aria-sort");
    headings[index]?.setAttribute("aria-sort", down > 0 ? "ascending" : "descending");
    sorting.value = index < 0 ? "-1" : `${index} ${down}`;
    show(Number(pageSize));
  }
  headings.forEach((heading, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = `按“${heading.textContent}”排序`;
    button.append(...heading.childNodes);
    heading.append(button);
    // Up, down, and back to the order of the file.
    button.addEventListener("click", () => (sorted !== index ? sort(index) : direction > 0 ? sort(index, -1) : sort(-1)));
  });
  sorting.addEventListener("change", () => {
    const [index, down] = sorting.value.split(" ").map(Number);
    sort(index, down);
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
