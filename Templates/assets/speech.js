// @ts-check
/**
 * Reading aloud: title, state, text, tables row by row. Loaded when a reader first asks for it.
 *
 * What is read is a list of pieces, each an element of the page and the words for it. A table's row is one piece: every
 * cell after the name of its column.
 */

/** @typedef {{element: Element, words: string}} Piece */

const rates = [["慢", 0.75], ["正常", 1], ["快", 1.4]];
const blocks = "p, .article-note > div, h1, h2, h3, h4, h5, h6, li, dl > div, dt, dd, caption, pre, tr, blockquote";
/** What is no text: controls, the strip that repeats the state, and what only other forms of the page show. */
const passed = "button, .strip, .table-filter, .table-hint, .table-facts a, .pagination, .printed, .parts-check, .as-of, script, [aria-hidden='true']";

/** @param {Element} element */
const isShown = (element) => element.getClientRects().length > 0;

/**
 * The words of an element, with a pause where badges and other boxes of a line meet.
 * @param {Element} element
 * @returns {string}
 */
function wordsOf(element) {
  let words = "";
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) words += node.textContent;
    else if (node instanceof Element && !node.matches(passed) && !(/** @type {HTMLElement} */ (node).hidden)) {
      const isBox = node.matches(".status, .since, .coming, time, dt, dd, div, p, li, .row-facts > span");
      words += isBox ? "，" + wordsOf(node) + "，" : wordsOf(node);
    }
  }
  return words;
}

/** @param {string} words one pause where there were several */
export const tidy = (words) => words.replace(/\s+/g, " ").replace(/[，\s]*([，。；：！？、])[，\s]*/g, "$1").replace(/^[，、；：\s]+|[，\s]+$/g, "");

/**
 * The name of each table column, from the lowest row of heads.
 * @param {HTMLTableElement} table
 */
function headsOf(table) {
  /** @type {string[]} */
  const heads = [];
  /** @type {number[]} the first row below the cell that covers a column */
  const covered = [];
  for (const [level, row] of [...(table.tHead?.rows ?? [])].entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while (covered[column] > level) column += 1;
      for (let index = 0; index < cell.colSpan; index += 1, column += 1) {
        heads[column] = tidy(wordsOf(cell) || cell.textContent || "");
        covered[column] = level + cell.rowSpan;
      }
    }
  }
  return heads;
}

/**
 * The rows of a table, each as one sentence: 序号1，村民小组一组，金额300元. Cells that several rows share are read in each.
 * @param {HTMLTableElement} table
 * @returns {Piece[]}
 */
export function rowsOf(table) {
  const heads = headsOf(table);
  /** @type {{cell: Element, left: number}[]} */
  const shared = [];
  /** @type {Piece[]} */
  const rows = [];
  for (const row of [...table.rows].filter((row) => row.parentElement !== table.tHead)) {
    const cells = [...row.cells];
    /** @type {string[]} */
    const parts = [];
    for (let column = 0; cells.length || (shared[column]?.left ?? 0) > 0; ) {
      const above = shared[column];
      const cell = above && above.left > 0 ? above.cell : cells.shift();
      if (!cell) break;
      if (above && above.left > 0) above.left -= 1;
      const span = cell instanceof HTMLTableCellElement ? cell.colSpan : 1;
      if (!(above && above.cell === cell) && cell instanceof HTMLTableCellElement && cell.rowSpan > 1) {
        for (let index = 0; index < span; index += 1) shared[column + index] = { cell, left: cell.rowSpan - 1 };
      }
      const words = tidy(wordsOf(cell));
      if (words) parts.push((heads[column] && heads[column] !== words ? heads[column] : "") + words);
      column += span;
    }
    if (isShown(row) && parts.length) rows.push({ element: row, words: parts.join("，") });
  }
  return rows;
}

/**
 * What is read of a page, in its order: the title, the state, then everything else in the middle of the page.
 * @returns {Piece[]}
 */
export function pieces() {
  const main = document.querySelector("main");
  if (!main) return [];
  const title = main.querySelector("h1");
  const state = main.querySelector(".validity");
  const body = main.querySelector("[data-body]");
  const tables = [...main.querySelectorAll(".data-table")].filter((table) => !body?.contains(table));
  const first = [title, state].flatMap((part) => (part ? [part] : []));
  // A document: title, state, text, tables. Another page: all of it.
  const roots = body || tables.length ? [...first, ...(body ? [body] : []), ...tables] : [main];
  return roots.flatMap((root) => piecesOf(root));
}

/** @param {Element} root @returns {Piece[]} */
function piecesOf(root) {
  const found = root.matches(blocks) ? [root] : [...root.querySelectorAll(blocks)];
  return found.flatMap((element) => {
    const outer = element.parentElement?.closest("tr, li, blockquote, .article-note > div, dl > div, dd");
    if (outer && root.contains(outer) && outer !== root) return [];
    if (element.matches(passed) || element.closest(passed) || !isShown(element)) return [];
    if (element instanceof HTMLTableRowElement) {
      const table = element.closest("table");
      const rows = table ? rowsOf(table) : [];
      return rows.filter((row) => row.element === element);
    }
    const words = tidy(wordsOf(element));
    return words ? [{ element, words }] : [];
  });
}

/** @param {Piece[]} all @returns {number} the piece in which the reader selected text; 0 without a selection */
function selected(all) {
  const selection = getSelection();
  const node = selection && !selection.isCollapsed ? selection.getRangeAt(0).startContainer : null;
  const place = node ? all.findIndex(({ element }) => element.contains(node)) : -1;
  return Math.max(place, 0);
}

/** @returns {Promise<SpeechSynthesisVoice | undefined>} a Chinese voice; some browsers know theirs only after a while */
async function chineseVoice() {
  const find = () => speechSynthesis.getVoices().find(({ lang }) => /^(zh|cmn)/i.test(lang));
  if (!find()) {
    await new Promise((done) => {
      speechSynthesis.addEventListener("voiceschanged", done, { once: true });
      setTimeout(done, 1000);
    });
  }
  return find();
}

/**
 * Reads from the selection or from the top, and puts its controls after the button.
 * @param {HTMLButtonElement} opener
 */
export async function speak(opener) {
  if (opener.nextElementSibling?.matches(".speech")) return;
  const bar = document.createElement("span");
  bar.className = "speech";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "朗读");
  const all = pieces();
  let place = selected(all);
  let rate = 1;
  let turn = 0;
  let isPaused = false;
  /** @type {Element | undefined} */
  let current;

  const pause = control("暂停", () => {
    isPaused = !isPaused;
    pause.textContent = isPaused ? "继续" : "暂停";
    // Pausing and resuming speech is unreliable on phones: the piece is begun again.
    if (isPaused) silence();
    else next(++turn);
  });
  const stop = control("停止", close);
  const speed = control("语速：正常", () => {
    const index = (rates.findIndex(([, value]) => value === rate) + 1) % rates.length;
    rate = Number(rates[index][1]);
    speed.textContent = `语速：${rates[index][0]}`;
    if (!isPaused) next(++turn);
  });
  bar.append(pause, stop, speed);
  opener.hidden = true;
  opener.after(bar);
  document.addEventListener("click", choose);
  addEventListener("pagehide", silence);
  pause.focus();

  const voice = await chineseVoice();
  if (!voice) {
    close();
    const note = document.createElement("span");
    note.className = "speech";
    note.setAttribute("role", "status");
    note.textContent = "这台设备没有中文语音，不能朗读。可以在系统设置里安装中文语音。";
    opener.after(note);
    return;
  }
  next(++turn);

  /** @param {string} label @param {() => void} act */
  function control(label, act) {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = label;
    element.addEventListener("click", act);
    return element;
  }
  function silence() {
    turn += 1;
    speechSynthesis.cancel();
  }
  function close() {
    silence();
    mark(undefined);
    document.removeEventListener("click", choose);
    removeEventListener("pagehide", silence);
    const hadFocus = bar.contains(document.activeElement);
    bar.remove();
    opener.hidden = false;
    if (hadFocus) opener.focus();
  }
  /** Goes on at the paragraph that was clicked. @param {MouseEvent} event */
  function choose(event) {
    const target = event.target;
    if (!(target instanceof Element) || target.closest("a, button, summary, input")) return;
    const clicked = all.findIndex(({ element }) => element.contains(target));
    if (clicked < 0) return;
    place = clicked;
    isPaused = false;
    pause.textContent = "暂停";
    next(++turn);
  }
  /** @param {number} of the turn that asks: an utterance of a stopped turn has no successor */
  function next(of) {
    if (of !== turn) return;
    speechSynthesis.cancel();
    const piece = all[place];
    if (!piece) return close();
    mark(piece.element);
    const utterance = new SpeechSynthesisUtterance(piece.words);
    utterance.lang = "zh-CN";
    utterance.rate = rate;
    if (voice) utterance.voice = voice;
    const proceed = () => {
      if (of !== turn) return;
      place += 1;
      next(of);
    };
    utterance.onend = proceed;
    utterance.onerror = proceed;
    speechSynthesis.speak(utterance);
  }
  /** @param {Element | undefined} element */
  function mark(element) {
    current?.classList.remove("reading-now");
    current = element;
    element?.classList.add("reading-now");
    element?.scrollIntoView({ block: "nearest" });
  }
}
