// @ts-check
// The list's page takes files: each becomes a draft in a column. Who drops one sees what was read of it.
import { acceptFiles, ask, editor, lineList, make, send } from "/desk/shared.js";
import { keepAccount } from "/desk/imported.js";

/** @type {(id: string) => any} */
const byID = (id) => document.getElementById(id);
const dialog = byID("import-dialog");
/** @type {File[]} */
let files = [];

async function open(chosen) {
  if (dialog.open || !chosen.length) return;
  files = chosen;
  byID("import-files").textContent = files.map((file) => file.name).join("、");
  byID("import-results").replaceChildren();
  byID("import-start").hidden = false;
  dialog.showModal();
  try {
    const forms = await ask("forms");
    byID("import-column").replaceChildren(
      make("option", { value: "" }, "按文件的类型决定"),
      ...forms.columns.map((column) => make("option", { value: column.path }, `${column.title}（${column.path}）`)),
    );
    byID("import-kind").replaceChildren(
      make("option", { value: "" }, "按栏目和文件决定"),
      ...forms.kinds.map((kind) => make("option", { value: kind.id }, kind.label)),
    );
  } catch (error) {
    show(make("p", { class: "errors" }, error.message));
  }
}

function show(...parts) {
  byID("import-results").append(...parts);
}

/** Takes a file; returns the path of its document, or nothing. */
async function take(file, allow = "") {
  const result = make("div", { class: "import-result" }, make("h3", {}, file.name));
  const state = make("p", {}, "正在读取、逐字核对…");
  result.append(state);
  show(result);
  try {
    const parameters = { name: file.name, column: byID("import-column").value, kind: byID("import-kind").value, allow };
    const taken = await send("import", parameters, file);
    if (taken.isKnown) {
      state.replaceChildren("以前导入过，没有再写：", make("a", { href: editor(taken.path) }, taken.path));
      return;
    }
    keepAccount(taken.path, file.name, taken);
    const what = taken.isDraft ? "已导入，写成草稿（有错误要改）：" : "已导入：";
    state.replaceChildren(what, make("a", { href: editor(taken.path) }, taken.path));
    return taken.path;
  } catch (error) {
    state.className = "errors";
    state.textContent = error.message;
    const { details = [], more = 0, choices = [] } = error.value ?? {};
    if (details.length) result.append(lineList(details, details.length));
    if (more) result.append(make("p", {}, `…… 还有 ${more} 处`));
    for (const choice of choices) {
      const label = { changes: "都看过了，照修订以后的样子导入（批注和隐藏文字去掉）", comments: "都看过了，去掉批注和隐藏文字，导入" }[choice];
      const again = async () => {
        result.remove();
        finish(await take(file, choice));
      };
      result.append(make("button", { type: "button", onclick: again }, label));
    }
  }
}

/** Of one file, its draft is opened; of several, the list stays. */
function finish(path) {
  if (path && files.length === 1) location.href = editor(path);
}

byID("import-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  byID("import-start").hidden = true;
  let last;
  for (const file of files) last = await take(file);
  finish(last);
});
byID("import-close").addEventListener("click", () => dialog.close());
byID("import").addEventListener("click", () => byID("import-chooser").click());
byID("import-chooser").addEventListener("change", () => {
  const chosen = [...byID("import-chooser").files];
  byID("import-chooser").value = "";
  open(chosen);
});
acceptFiles(document.querySelector("main"), open);
