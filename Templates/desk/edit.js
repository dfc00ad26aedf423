// One file as text, with its page and its findings beside it. Nothing that was typed is ever thrown away silently.
import { ask, findingList, follow, make } from "/desk/shared.js";

const byID = (id) => document.getElementById(id);
const parameters = new URLSearchParams(location.search);
const path = parameters.get("path") ?? "";
const text = byID("text");
let stamp = "";
let saved = "";
/** How the lines of the file end; a text area only knows line feeds. */
let lineEnd = "\n";

function say(message, isError = false) {
  byID("message").hidden = !message;
  byID("message").textContent = message;
  byID("message").classList.toggle("errors", isError);
}

function mark() {
  const isChanged = text.value !== saved;
  byID("save").disabled = !isChanged;
  byID("state").textContent = isChanged ? "还没有保存" : "已保存";
}

async function load() {
  const file = await ask("file", { path });
  ({ stamp } = file);
  lineEnd = file.text.includes("\r\n") ? "\r\n" : "\n";
  text.value = file.text;
  saved = text.value;
  mark();
}

async function save() {
  if (text.value === saved) return;
  const mine = text.value;
  byID("state").textContent = "正在保存…";
  try {
    ({ stamp } = await ask("file", {}, { path, text: mine.replaceAll("\n", lineEnd), stamp }));
    saved = mine;
    say("");
    mark();
  } catch (error) {
    say(error.message, true);
    mark();
    if (error.status === 409) showConflict(error.value, mine);
  }
}

function showConflict(theirs, mine) {
  byID("conflict").hidden = false;
  byID("theirs").value = theirs.text;
  byID("mine").value = mine;
  byID("take-theirs").onclick = () => settle(theirs.text, theirs);
  byID("take-mine").onclick = () => settle(mine, theirs);
  byID("take-theirs").focus();
}

function settle(value, theirs) {
  stamp = theirs.stamp;
  text.value = theirs.text;
  saved = text.value;
  text.value = value;
  byID("conflict").hidden = true;
  say("");
  mark();
  if (text.value !== saved) save();
}

/** Puts the cursor at the beginning of a line. */
function go(line) {
  const lines = text.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  text.focus();
  text.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  text.scrollTop = Math.max(0, (line - 5) * parseFloat(getComputedStyle(text).lineHeight));
}

async function refresh() {
  const list = await ask("documents");
  const row = list.documents.find((each) => each.file === path);
  byID("name").textContent = row?.title || path;
  document.title = `${row?.title || path} - 工作台`;
  if (row) {
    byID("view").href = row.url;
    const frame = byID("preview");
    if (frame.getAttribute("src") !== row.url) frame.src = row.url;
  }
  const findings = (await ask("findings")).filter((finding) => finding.path === path);
  byID("findings").replaceChildren(
    findings.length ? findingList(findings, (finding) => go(finding.line)) : make("p", {}, "没有问题"),
  );
}

async function changed() {
  byID("preview").contentWindow?.postMessage("gongkai-refresh", location.origin);
  // Somebody else may have changed the file that is open here.
  const file = await ask("file", { path }).catch((error) => say(error.message, true));
  if (!file || file.stamp === stamp) return;
  if (text.value === saved) {
    text.value = file.text;
    saved = text.value;
    stamp = file.stamp;
    mark();
  } else {
    say("别人刚改过这个文件，保存时会让你选择", true);
  }
}

text.addEventListener("input", mark);
byID("save").addEventListener("click", save);
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    save();
  }
});
window.addEventListener("beforeunload", (event) => {
  if (text.value !== saved) event.preventDefault();
});

try {
  await load();
  await refresh();
  if (parameters.get("line")) go(Number(parameters.get("line")));
} catch (error) {
  say(error.message, true);
}
follow({ changed, checked: refresh, failed: (message) => say(message, true) });
