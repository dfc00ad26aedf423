// @ts-check
// Cells that come with a paste: of Excel and WPS as an HTML table or as text between tabs.

/**
 * The rows of cells in what is pasted; null if it is no table.
 * @param {DataTransfer} data
 * @returns {string[][] | null}
 */
export function pastedCells(data) {
  const html = data.getData("text/html");
  const table = html ? new DOMParser().parseFromString(html, "text/html").querySelector("table") : null;
  if (table) return cellsOf(table);
  const text = data.getData("text/plain");
  return text.includes("\t") || text.trimEnd().includes("\n") ? between(text) : null;
}

/** A cell that covers several rows says so in the lower ones, as tables on the disk do. */
function cellsOf(table) {
  const rows = [...table.rows].map(() => []);
  [...table.rows].forEach((row, number) => {
    let column = 0;
    for (const cell of row.cells) {
      while (rows[number][column] !== undefined) column += 1;
      for (let down = 0; down < Math.min(cell.rowSpan, rows.length - number); down += 1) {
        for (let across = 0; across < Math.min(cell.colSpan, 1000); across += 1) {
          rows[number + down][column + across] = across ? "" : down ? "^^" : textOf(cell);
        }
      }
    }
  });
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ""));
}

function textOf(cell) {
  for (const line of cell.querySelectorAll("br")) line.replaceWith("\n");
  return cell.textContent
    .split("\n")
    .map((line) => line.replace(/[ \t\r\u00a0]+/g, " ").trim())
    .filter(Boolean)
    .join("\n");
}

/** Text between tabs; a cell with line breaks stands in quotation marks. */
function between(text) {
  const rows = [[""]];
  const plain = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  let isQuoted = false;
  for (let index = 0; index < plain.length; index += 1) {
    const row = rows[rows.length - 1];
    const sign = plain[index];
    if (isQuoted) {
      if (sign !== '"') row[row.length - 1] += sign;
      else if (plain[index + 1] === '"') row[row.length - 1] += plain[(index += 1)];
      else isQuoted = false;
    } else if (sign === '"' && row[row.length - 1] === "" && closes(plain, index)) isQuoted = true;
    else if (sign === "\t") row.push("");
    else if (sign === "\n") rows.push([""]);
    else row[row.length - 1] += sign;
  }
  return rows.map((row) => row.map((cell) => cell.trim()));
}

/** Whether a quotation mark ends before a tab, a line or the text does. */
function closes(text, start) {
  let end = start + 1;
  while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
  return text[end] === '"' && [undefined, "\t", "\n"].includes(text[end + 1]);
}
