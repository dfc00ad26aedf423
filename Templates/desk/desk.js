// The list of documents, of findings, and the way to a new document.
import "/desk/import.js";
import { ask, count, editor, findingList, follow, greet, make, newest, repaint } from "/desk/shared.js";

const byID = (id) => document.getElementById(id);
const mostRows = 200;
let documents = [];

function say(text, isError = false) {
  const message = byID("message");
  message.hidden = !text;
  message.textContent = text;
  message.classList.toggle("errors", isError);
}

function paintRows() {
  const words = byID("filter").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const which = byID("which").value;
  const fits = documents.filter((row) => {
    const text = `${row.title} ${row.number ?? ""} ${row.column} ${row.kind} ${row.file}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) return false;
    if (which === "problems") return row.counts.errors + row.counts.warnings > 0;
    return which !== "hidden" || row.standing !== "已公开";
  });
  byID("rows").replaceChildren(
    ...fits.slice(0, mostRows).map((row) => {
      const { errors, warnings } = row.counts;
      return make(
        "tr",
        {},
        make(
          "td",
          {},
          make("a", { href: editor(row.file) }, row.title || row.file),
          " ",
          make("a", { href: row.url, "aria-label": `看网页：${row.title}` }, "看网页"),
        ),
        make("td", { class: "number" }, row.number ?? ""),
        make("td", {}, row.column),
        make(
          "td",
          {},
          row.standing === "已公开" ? "" : make("span", { class: "hidden" }, row.standing),
          row.state ? ` ${row.state}` : "",
        ),
        make("td", { class: errors ? "errors" : warnings ? "warnings" : "" }, errors || warnings ? count(row.counts) : ""),
      );
    }),
  );
  const rest = fits.length - mostRows;
  byID("more").textContent = fits.length === 0 ? "没有符合的文件" : rest > 0 ? `还有 ${rest} 篇，在上面写几个字来找` : `共 ${fits.length} 篇`;
}

async function load() {
  try {
    const [list, findings] = await Promise.all([ask("documents"), ask("findings")]);
    documents = list.documents;
    byID("day").textContent = `按 ${list.day} 计算`;
    paintRows();
    const errors = findings.filter((finding) => finding.severity === "error").length;
    byID("total").textContent = findings.length ? `（${count({ errors, warnings: findings.length - errors })}）` : "（没有）";
    repaint(
      byID("findings"),
      findings.length ? findingList(findings, (finding) => (location.href = editor(finding.path, finding.line))) : "没有问题",
    );
    say("");
  } catch (error) {
    say(error.message, true);
  }
}

function choose(name) {
  for (const tab of ["documents", "findings"]) {
    byID(tab).hidden = tab !== name;
    byID(`tab-${tab}`).setAttribute("aria-selected", String(tab === name));
    byID(`tab-${tab}`).tabIndex = tab === name ? 0 : -1;
  }
}

for (const tab of ["documents", "findings"]) {
  const button = byID(`tab-${tab}`);
  button.addEventListener("click", () => choose(tab));
  button.addEventListener("keydown", (event) => {
    if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    const other = tab === "documents" ? "findings" : "documents";
    choose(other);
    byID(`tab-${other}`).focus();
  });
}

let forms;
byID("new").addEventListener("click", async () => {
  try {
    forms ??= await ask("forms");
  } catch (error) {
    return say(error.message, true);
  }
  byID("column").replaceChildren(
    ...forms.columns.map((column) => make("option", { value: column.path }, `${column.title}（${column.path}）`)),
  );
  byID("kind").replaceChildren(...forms.kinds.map((kind) => make("option", { value: kind.id }, kind.label)));
  followColumn();
  byID("dialog-message").textContent = "";
  byID("dialog").showModal();
});

/** A column that has a kind chooses it. */
function followColumn() {
  const column = forms.columns.find((column) => column.path === byID("column").value);
  const kind = forms.kinds.find((kind) => kind.id === column?.kind || kind.label === column?.kind);
  if (kind) byID("kind").value = kind.id;
}
byID("column").addEventListener("change", followColumn);
byID("cancel").addEventListener("click", () => byID("dialog").close());
byID("dialog").querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const body = { kind: byID("kind").value, column: byID("column").value, title: byID("title").value.trim() };
  try {
    location.href = editor((await ask("new", {}, body)).path);
  } catch (error) {
    byID("dialog-message").textContent = error.message;
  }
});

byID("filter").addEventListener("input", paintRows);
byID("which").addEventListener("change", paintRows);
choose(new URLSearchParams(location.search).get("tab") === "findings" ? "findings" : "documents");
greet();
const renew = newest(load);
renew();
follow({ checked: renew, failed: (message) => say(message, true) });
