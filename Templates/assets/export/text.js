// @ts-check
/** A document as plain text: a paragraph is a line, a row of a table is a line with tabs. */
import { fileName, origin, readPaper, save } from "./paper.js";

/** @typedef {import("./paper.js").Paper} Paper */

/** @param {import("./paper.js").Paragraph} paragraph @returns {string} */
function lineOf({ runs, role }) {
  const text = runs.map((run) => (run.image ? `（图：${run.text}）` : run.text)).join("");
  return ["text", "title-1", "title-2", "article", "attachment-note"].includes(role) ? "　　" + text.replace(/\n/g, "\n　　") : text;
}

/** @param {Paper} paper @returns {string} */
export function textOf(paper) {
  const lines = [origin(paper), "", paper.title];
  if (paper.number) lines.push(paper.number);
  lines.push("");
  for (const block of paper.blocks) {
    if ("runs" in block) lines.push(lineOf(block));
    else {
      lines.push("", ...(block.table.caption ? [block.table.caption] : []));
      for (const row of block.table.rows) {
        lines.push(row.map((cell) => (cell ? cell.paragraphs.map((one) => one.runs.map((run) => run.text).join("")).join(" ").replace(/\s+/g, " ") : "")).join("\t"));
      }
      lines.push("");
    }
  }
  if (paper.files.length) lines.push("", "附件下载：", ...paper.files.map((file) => `${file.title}　${file.url}`));
  return lines.join("\r\n") + "\r\n";
}

/** Saves the page's document. Begins with a byte order mark, for old editors on Windows. */
export function download() {
  const paper = readPaper();
  save(new Blob(["\ufeff" + textOf(paper)], { type: "text/plain;charset=utf-8" }), fileName(paper.title, ".txt"));
}
