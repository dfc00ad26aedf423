// @ts-check
// A table to write in: cells with arrows, Tab and Enter; rows that come, go and move; cells pasted from Excel.
import { pastedCells } from "/desk/cells.js";
import { make } from "/desk/shared.js";

const pageSize = 100;
const mostSteps = 30;
let count = 0;

/**
 * @param {object} options
 * @param {string} options.label what the table is called
 * @param {{heading: string, isRequired: boolean, choices: string[]}[]} options.columns
 * @param {{origin: number | null, cells: string[]}[]} options.rows
 * @param {() => void} options.changed
 */
export function grid({ label, columns, rows: given, changed }) {
  count += 1;
  let rows = given;
  let findings = [];
  /** The cell that has the focus, or had it last. */
  let at = { row: 0, column: 0 };
  /** The rows before each step that can be undone. */
  const steps = [];
  const body = make("tbody", {});
  const status = make("p", { class: "grid-status", role: "status" });
  const pages = make("p", { class: "grid-pages" });
  const lists = columns.map((column, index) =>
    column.choices.length
      ? make("datalist", { id: `grid-${count}-${index}` }, ...column.choices.map((choice) => make("option", { value: choice })))
      : null,
  );
  const buttons = [
    ["在上面加一行", () => add(at.row)],
    ["在下面加一行", () => add(at.row + 1)],
    ["删去这一行", remove],
    ["上移", () => move(-1)],
    ["下移", () => move(1)],
    ["撤销", undo],
  ].map(([text, work]) => make("button", { type: "button", onclick: work }, text));
  const tools = make("div", { class: "grid-tools", role: "toolbar", "aria-label": `${label}的行` }, ...buttons);
  const head = make(
    "tr",
    {},
    make("th", { scope: "col" }, "行"),
    ...columns.map((column) =>
      make("th", { scope: "col" }, column.heading, column.isRequired ? make("span", { class: "must" }, "必填") : null),
    ),
  );
  const table = make("table", { class: "grid", "aria-label": label }, make("thead", {}, head), body);
  const element = make(
    "div",
    { class: "grid-frame" },
    ...lists.filter(Boolean),
    tools,
    make("div", { class: "grid-scroll", tabindex: "-1" }, table),
    pages,
    status,
  );

  const first = () => Math.floor(at.row / pageSize) * pageSize;

  function cell(row, column) {
    const text = rows[row].cells[column] ?? "";
    const wrong = findings.filter((finding) => finding.row === row && finding.column === column);
    const attributes = {
      "aria-label": `${columns[column].heading} 第 ${row + 1} 行`,
      "aria-invalid": wrong.some((finding) => finding.severity === "error") ? "true" : null,
      title: wrong.map((finding) => finding.message).join("；") || null,
      "data-row": String(row),
      "data-column": String(column),
    };
    const input = text.includes("\n")
      ? make("textarea", { ...attributes, rows: "2" })
      : make("input", { ...attributes, list: lists[column]?.id ?? null });
    input.value = text;
    return input;
  }

  function paint() {
    if (!rows.length) rows = [blank()];
    at = { row: Math.min(at.row, rows.length - 1), column: Math.min(at.column, columns.length - 1) };
    const start = first();
    const shown = rows.slice(start, start + pageSize);
    body.replaceChildren(
      ...shown.map((_, index) =>
        make(
          "tr",
          {},
          make("th", { scope: "row" }, String(start + index + 1)),
          ...columns.map((_, column) => make("td", {}, cell(start + index, column))),
        ),
      ),
    );
    pages.replaceChildren(
      ...(rows.length > pageSize
        ? [
            make("button", { type: "button", disabled: start === 0, onclick: () => turn(-1) }, "上一页"),
            ` 第 ${start + 1} 至 ${start + shown.length} 行，共 ${rows.length} 行 `,
            make("button", { type: "button", disabled: start + pageSize >= rows.length, onclick: () => turn(1) }, "下一页"),
          ]
        : []),
    );
    buttons[5].disabled = !steps.length;
  }

  const blank = () => ({ origin: null, cells: columns.map(() => "") });
  const input = (row, column) => body.querySelector(`[data-row="${row}"][data-column="${column}"]`);

  function focus(row, column) {
    const isOther = first() !== Math.floor(row / pageSize) * pageSize;
    at = { row, column };
    if (isOther) paint();
    const found = input(at.row, at.column);
    found?.focus();
    found?.select?.();
  }

  function turn(step) {
    at = { row: first() + step * pageSize, column: 0 };
    paint();
    focus(at.row, 0);
  }

  /** Changes the rows so that it can be undone. */
  function step(work, words) {
    steps.push(rows.map((row) => ({ ...row, cells: [...row.cells] })));
    if (steps.length > mostSteps) steps.shift();
    work();
    findings = [];
    paint();
    status.textContent = words;
    changed();
    focus(at.row, at.column);
  }

  function add(row) {
    step(() => {
      rows.splice(row, 0, blank());
      at = { row, column: 0 };
    }, `加了第 ${row + 1} 行`);
  }

  function remove() {
    const row = at.row;
    step(() => rows.splice(row, 1), `删去了第 ${row + 1} 行`);
  }

  function move(way) {
    const to = at.row + way;
    if (to < 0 || to >= rows.length) return;
    step(() => {
      rows.splice(to, 0, ...rows.splice(at.row, 1));
      at = { ...at, row: to };
    }, `移到了第 ${to + 1} 行`);
  }

  function undo() {
    const before = steps.pop();
    if (!before) return;
    rows = before;
    paint();
    status.textContent = "撤销了一步";
    changed();
    focus(at.row, at.column);
  }

  /** Fills cells from the one that has the focus on; what has no column is said. */
  function fill(cells) {
    const names = columns.map((column) => column.heading);
    const isHeading = (row) => row.some(Boolean) && row.every((text, index) => text === (names[at.column + index] ?? text) && text);
    const filled = cells.length > 1 && isHeading(cells[0]) ? cells.slice(1) : cells;
    const width = Math.max(...filled.map((row) => row.length));
    const left = Math.max(0, at.column + width - columns.length);
    const words = `粘贴了 ${filled.length} 行 ${width - left} 列${left ? `；右边 ${left} 列放不下，没有粘贴` : ""}`;
    step(() => {
      filled.forEach((row, down) => {
        while (rows.length <= at.row + down) rows.push(blank());
        row.forEach((text, across) => {
          if (at.column + across < columns.length) rows[at.row + down].cells[at.column + across] = text;
        });
      });
    }, words);
  }

  body.addEventListener("focusin", (event) => {
    if (event.target.dataset.row) at = { row: Number(event.target.dataset.row), column: Number(event.target.dataset.column) };
  });
  body.addEventListener("input", (event) => {
    rows[at.row].cells[at.column] = event.target.value;
    changed();
  });
  body.addEventListener("paste", (event) => {
    const cells = pastedCells(event.clipboardData);
    if (!cells || (cells.length === 1 && cells[0].length === 1)) return;
    event.preventDefault();
    fill(cells);
  });
  body.addEventListener("keydown", (event) => {
    if (event.isComposing || !event.target.dataset.row) return;
    const { row, column } = at;
    const isArea = event.target.localName === "textarea";
    const isStart = event.target.selectionEnd === 0;
    const isEnd = event.target.selectionStart === event.target.value.length;
    const go = (nextRow, nextColumn) => {
      event.preventDefault();
      focus(nextRow, nextColumn);
    };
    if (event.altKey && ["ArrowUp", "ArrowDown"].includes(event.key)) {
      event.preventDefault();
      move(event.key === "ArrowUp" ? -1 : 1);
    } else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key === "Enter" && !isArea && !event.shiftKey) {
      event.preventDefault();
      if (row + 1 < rows.length) focus(row + 1, column);
      else step(() => {
        rows.push(blank());
        at = { row: row + 1, column };
      }, `加了第 ${row + 2} 行`);
    } else if (event.key === "ArrowDown" && (!isArea || isEnd) && row + 1 < rows.length) go(row + 1, column);
    else if (event.key === "ArrowUp" && (!isArea || isStart) && row > 0) go(row - 1, column);
    else if (event.key === "ArrowLeft" && isStart && column > 0) go(row, column - 1);
    else if (event.key === "ArrowRight" && isEnd && column + 1 < columns.length) go(row, column + 1);
  });

  paint();
  return {
    element,
    focus,
    value: () => rows.map((row) => ({ origin: row.origin, cells: [...row.cells] })),
    /** What is wrong with its cells. */
    mark(list) {
      findings = list;
      for (const each of body.querySelectorAll("[data-row]")) {
        const wrong = list.filter(
          (finding) => finding.row === Number(each.dataset.row) && finding.column === Number(each.dataset.column),
        );
        each.toggleAttribute("aria-invalid", false);
        if (wrong.some((finding) => finding.severity === "error")) each.setAttribute("aria-invalid", "true");
        each.title = wrong.map((finding) => finding.message).join("；");
      }
    },
  };
}
