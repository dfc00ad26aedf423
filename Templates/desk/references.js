// @ts-check
// An input for another document: proposes those of the library by title and number, and says which one it names.
import { combobox } from "/desk/combobox.js";
import { make } from "/desk/shared.js";

/** Brackets and blanks do not matter when somebody looks for a number. */
const plain = (text) => text.toLowerCase().replace(/[〔〕[\]【】（）()\s]/g, "");

/** What can be named, for each list of documents. */
const known = new WeakMap();

function library(documents) {
  if (known.has(documents)) return known.get(documents);
  const numbers = new Map();
  for (const { number } of documents) if (number) numbers.set(number, (numbers.get(number) ?? 0) + 1);
  const rows = documents.map((row) => {
    const path = row.file.replace(/^Content\//, "").replace(/(\/index)?\.md$/, "");
    const note = [row.number, row.column].filter(Boolean).join("　");
    // A number that two have in common names neither.
    const value = numbers.get(row.number) === 1 ? row.number : path;
    return { value, path, title: row.title || path, note, text: plain(`${row.title}${note}${path}`) };
  });
  const names = new Map(rows.flatMap((row) => [[row.path, row.title], [row.value, row.title]]));
  known.set(documents, { rows, names });
  return { rows, names };
}

/**
 * @param {HTMLInputElement} input
 * @param {import("/desk/edit.js").OpenFile} file
 * @param {() => void} changed
 */
export function references(input, file, changed) {
  const hint = make("p", { class: "named" });
  const name = () => {
    const title = library(file.documents).names.get(input.value.trim());
    hint.textContent = title ? `《${title}》` : "";
  };
  const find = (words) => {
    const parts = words.split(/\s+/).map(plain).filter(Boolean);
    return parts.length ? library(file.documents).rows.filter((row) => parts.every((part) => row.text.includes(part))) : [];
  };
  const chosen = () => {
    name();
    changed();
  };
  input.addEventListener("input", name);
  input.placeholder = "写标题或者文号来找";
  name();
  return make("div", {}, combobox({ input, find, chosen }), hint);
}
