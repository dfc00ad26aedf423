// @ts-check
/**
 * What stands on a document's page, as the exports write it: head, blocks and attachments. Read from the page itself, so that a download
 * says what the reader sees, corrected states included.
 *
 * @typedef {{text: string, bold?: boolean, italic?: boolean, strike?: boolean, kai?: boolean, hei?: boolean, raised?: boolean, href?: string, image?: HTMLImageElement}} Run
 *   a piece of a line; a line break is the text "\n"
 * @typedef {{runs: Run[], role: string}} Paragraph
 * @typedef {{paragraphs: Paragraph[], columns: number, rows: number, isHead: boolean, align: string}} Cell
 * @typedef {{caption: string, rows: (Cell | null)[][], heads: number}} Table rows of a full grid; null is covered by the cell above or before it
 * @typedef {Paragraph | {table: Table}} Block
 * @typedef {{title: string, titleParts: string[], number: string, url: string, state: string, asOf: string, blocks: Block[], files: {title: string, url: string, kind: string}[]}} Paper
 */

const skipped = "script, style, svg, .table-hint, .table-facts, .table-filter, .pagination, [hidden], .visually-hidden, .progress";
/** What a paragraph is in an official paper, by its class. */
const roles = [
  "addressee", "signature", "signature-date", "attachment-note", "annex-mark", "annex-title", "title-1", "title-2", "title-chapter", "title-section",
  "letterhead", "paper-number", "paper-title", "title-note", "note", "copies", "imprint", "paper-mark", "signer", "contents-line", "article-note",
];

/** @param {Element | null | undefined} element @returns {string} its text on one line */
const line = (element) => ((element && element.textContent) || "").replace(/\s+/g, " ").trim();

/** @param {string} day YYYY-MM-DD @returns {string} */
const dayText = (day) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, "$1年$2月$3日");

/** @param {HTMLAnchorElement} link @returns {string} its address on the site itself, when the page is read on a mirror */
const addressOf = (link) => new URL(link.getAttribute("href") || "", readHead().url).href;

/** @returns {{title: string, number: string, url: string, state: string, asOf: string}} what identifies the page's document, and its state */
export function readHead() {
  const link = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  const state = document.querySelector(".validity-state .status");
  const statement = document.querySelector(".validity-state [data-statement]:not([hidden])");
  return {
    title: line(document.querySelector("h1")),
    number: line(document.querySelector(".document-number")),
    url: link ? link.href : location.href,
    state: state ? line(state) + (line(statement) ? `。${line(statement).replace(/。$/, "")}` : "") : "",
    asOf: dayText(document.documentElement.dataset.asOf || ""),
  };
}

/** @returns {string} 《标题》（文号），网址，有效性（更新日期） */
export function citation() {
  const { title, number, url, asOf } = readHead();
  const state = line(document.querySelector(".validity-state .status"));
  const name = /^《.*》$/.test(title) ? title : `《${title}》`;
  return `${name}${number ? `（${number}）` : ""}，${url}${state ? `，${state}（有效性更新于${asOf}）` : ""}`;
}

/** @returns {Paper} */
export function readPaper() {
  /** @type {Block[]} */
  const blocks = [];
  for (const part of document.querySelectorAll("main [data-body], main .data-table, main .overview")) {
    if (part.parentElement && part.parentElement.closest("[data-body], .data-table")) continue;
    if (part.matches(".overview")) blocks.push({ runs: [{ text: line(part.querySelector("h2")) }], role: "title-1" });
    readBlocks(part, {}, blocks);
  }
  const files = [...document.querySelectorAll(".attachments li > a[href], .table-facts a[download]")].map((element) => {
    const link = /** @type {HTMLAnchorElement} */ (element);
    const beside = link.nextElementSibling;
    return { title: line(link), url: addressOf(link), kind: beside && beside.matches(".file") ? line(beside) : "" };
  });
  const head = readHead();
  const parts = [...document.querySelectorAll("h1 > span")].map(line).filter(Boolean);
  return { ...head, titleParts: parts.join("") === head.title ? parts : [head.title], blocks, files };
}

/**
 * @param {Element} parent
 * @param {Partial<Run>} style
 * @param {Block[]} blocks filled
 */
function readBlocks(parent, style, blocks) {
  for (const element of parent.children) {
    if (element.matches(skipped)) continue;
    const name = element.localName;
    if (name === "table") blocks.push({ table: readTable(/** @type {HTMLTableElement} */ (element)) });
    else if (name === "ul" || name === "ol") readList(element, style, blocks, "");
    else if (/^h[1-6]$/.test(name)) addParagraph(element, style, blocks, headingRole(element));
    else if (name === "p" || name === "pre" || element.matches(".article-note")) {
      addParagraph(element, style, blocks, roles.find((role) => element.classList.contains(role)) || "text");
    } else if (name === "hr") continue;
    else {
      const isRepealed = element.matches(".repealed-article");
      readBlocks(element, isRepealed ? { ...style, strike: true } : style, blocks);
    }
  }
}

/** @param {Element} heading @returns {string} */
function headingRole(heading) {
  if (/^(bian|bufen|zhang|jie)-/.test(heading.id)) return "title-chapter";
  if (/^s\d+-/.test(heading.id)) return "title-2";
  if (/^(s|n)\d/.test(heading.id)) return "title-1";
  return heading.localName === "h2" ? "annex-title" : "title-1";
}

/**
 * @param {Element} element
 * @param {Partial<Run>} style
 * @param {Block[]} blocks
 * @param {string} role
 */
function addParagraph(element, style, blocks, role) {
  const runs = trimmed(readRuns(element, role === "article-note" ? {} : style));
  if (runs.length) blocks.push({ runs, role });
}

/**
 * @param {Element} list
 * @param {Partial<Run>} style
 * @param {Block[]} blocks
 * @param {string} indent
 */
function readList(list, style, blocks, indent) {
  let number = Number(list.getAttribute("start") || 1);
  for (const item of list.children) {
    number = Number(item.getAttribute("value") || number);
    const mark = list.localName === "ol" ? `${number}.` : list.matches(".boxes") ? "" : "· ";
    number += 1;
    const own = item.cloneNode(true);
    for (const inner of /** @type {Element} */ (own).querySelectorAll("ul, ol, table")) inner.remove();
    blocks.push({ runs: [{ text: indent + mark, ...style }, ...trimmed(readRuns(/** @type {Element} */ (own), style))], role: "text" });
    for (const inner of item.children) {
      if (inner.matches("ul, ol")) readList(inner, style, blocks, indent + "　");
      else if (inner.querySelector("table")) readBlocks(inner, style, blocks);
    }
  }
}

/**
 * @param {Element} element
 * @param {Partial<Run>} style
 * @returns {Run[]}
 */
function readRuns(element, style) {
  /** @type {Run[]} */
  const runs = [];
  for (const node of element.childNodes) {
    if (node instanceof Text) {
      const text = element.closest("pre") ? node.data : node.data.replace(/\s+/g, " ");
      if (text) runs.push({ ...style, text });
    } else if (node instanceof HTMLElement && !node.matches(skipped)) {
      const name = node.localName;
      if (name === "br") runs.push({ ...style, text: "\n" });
      else if (name === "img") runs.push({ ...style, text: node.getAttribute("alt") || "", image: /** @type {HTMLImageElement} */ (node) });
      else {
        /** @type {Partial<Run>} */
        const own = { ...style };
        if (name === "strong" || name === "b") own.bold = true;
        if (name === "em" || name === "i") own.kai = true;
        if (name === "sup") own.raised = true;
        if (name === "del" || name === "s") own.strike = true;
        if (node.matches(".article-number")) own.hei = true;
        if (node instanceof HTMLAnchorElement && /^(https?|mailto):/.test(node.href) && !(node.getAttribute("href") || "").startsWith("#")) own.href = addressOf(node);
        runs.push(...readRuns(node, own));
      }
    }
  }
  return runs;
}

/** @param {Run[]} runs @returns {Run[]} without blanks at either end */
function trimmed(runs) {
  const out = runs.filter((run) => run.text || run.image);
  while (out.length && !out[0].image && !out[0].text.trim()) out.shift();
  while (out.length && !out[out.length - 1].image && !out[out.length - 1].text.trim()) out.pop();
  if (out.length) {
    out[0] = { ...out[0], text: out[0].text.trimStart() };
    out[out.length - 1] = { ...out[out.length - 1], text: out[out.length - 1].text.trimEnd() };
  }
  return out;
}

/** @param {HTMLTableElement} table @returns {Table} */
function readTable(table) {
  /** @type {(Cell | null | undefined)[][]} */
  const grid = [];
  const rows = [...table.rows].filter((row) => !row.hidden);
  rows.forEach((row, y) => {
    grid[y] = grid[y] || [];
    let x = 0;
    for (const cell of row.cells) {
      while (grid[y][x] !== undefined) x += 1;
      const height = Math.min(cell.rowSpan || 1, rows.length - y);
      for (let dy = 0; dy < height; dy += 1) {
        for (let dx = 0; dx < cell.colSpan; dx += 1) (grid[y + dy] = grid[y + dy] || [])[x + dx] = null;
      }
      /** @type {Block[]} */
      const inner = [];
      if (cell.querySelector("p, ul, ol")) readBlocks(cell, {}, inner);
      const paragraphs = /** @type {Paragraph[]} */ (inner.filter((block) => "runs" in block));
      if (!paragraphs.length) paragraphs.push({ runs: trimmed(readRuns(cell, {})), role: "text" });
      const align = getComputedStyle(cell).textAlign;
      grid[y][x] = {
        paragraphs, columns: cell.colSpan, rows: height, isHead: cell.localName === "th",
        align: cell.localName === "th" || align === "center" ? "center" : align === "right" || align === "end" ? "right" : "left",
      };
      x += cell.colSpan;
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  return {
    caption: line(table.caption),
    rows: grid.map((row) => Array.from({ length: width }, (_, x) => row[x] || null)),
    heads: table.tHead ? table.tHead.rows.length : 0,
  };
}

/** @param {string} title @param {string} suffix @returns {string} a name that every system takes */
export function fileName(title, suffix) {
  return title.replace(/[\\/:*?"<>|\x00-\x1f]/g, "").slice(0, 60).trim() + suffix;
}

/** @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** @param {Paper} paper @returns {string} where the text comes from and what it is worth on which day */
export function origin({ url, state, asOf }) {
  return `来源：${url}${state ? `　有效性：${state}` : ""}　更新于${asOf}，引用前请查看网页上的最新状态。`;
}
