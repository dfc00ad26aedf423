// @ts-check
// What was read of an imported file, shown above its draft until somebody has seen it.
import { lineList, make } from "/desk/shared.js";

const key = (path) => `gongkai-imported:${path}`;

/** Keeps what an import said for when its draft is opened. */
export function keepAccount(path, name, account) {
  sessionStorage.setItem(key(path), JSON.stringify({ name, ...account }));
}

/** Shows what an import said of a document, if it has just been imported. */
export function showImported(place, path) {
  const kept = sessionStorage.getItem(key(path));
  if (!kept) return;
  const account = JSON.parse(kept);
  const part = (title, lines) => (lines.length ? [make("h3", {}, title), lineList(lines)] : []);
  const questions = account.questions.map((question) => ({
    text: [question.text, ...question.cures].join("；"),
    place: question.place,
  }));
  const box = make(
    "section",
    { class: "imported", "aria-labelledby": "imported-title" },
    make("h2", { id: "imported-title" }, `从“${account.name}”读出来的`),
    ...part("请决定", questions),
    ...part("请与原件核对", account.doubts),
    ...part("写进文件开头", account.facts),
    ...part("可能有，写成注释，由人确认", account.proposals),
    ...part("没有带进来", account.omitted),
    ...part("图片", account.pictures.map((text) => ({ text }))),
    make("button", { type: "button", onclick: close }, "知道了"),
  );
  function close() {
    sessionStorage.removeItem(key(path));
    box.remove();
  }
  place.before(box);
}
