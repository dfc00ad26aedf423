// @ts-check
// One file in tabs. Here is what they share: the file's name and findings, messages, saving. Each tab is a module of its own.
import { showImported } from "/desk/imported.js";
import { ask, findingList, follow, greet, inTurn, make, newest, repaint } from "/desk/shared.js";

/**
 * The file that is open, as a tab gets it.
 * @typedef {object} OpenFile
 * @property {string} path below the root: Content/zhengce/2026-3.md
 * @property {boolean} isDocument whether it has facts
 * @property {object | null} row its row of the list of documents (title, url, kind, standing …); null while it has errors
 * @property {object[]} documents the rows of all documents
 * @property {object[]} findings what is wrong with it
 * @property {typeof ask} ask asks the server
 * @property {(work: () => Promise<void>) => Promise<void>} turn reads or writes the file when what was begun before has ended
 * @property {(text: string, isError?: boolean) => void} say shows a sentence above the tabs; an empty one goes
 * @property {() => void} mark to be called when isChanged() of the tab may have another answer
 * @property {(tab: string, place?: object) => Promise<void>} go opens a tab at a place
 *
 * What `show(section, file)` of a tab's module returns, all of it optional.
 * @typedef {object} Tab
 * @property {() => boolean} [isChanged] whether something in it is not saved
 * @property {() => Promise<void>} [save] saves it; afterwards isChanged() says whether that was possible
 * @property {() => void | Promise<void>} [opened] it is shown again: another tab may have written the file
 * @property {() => void | Promise<void>} [changed] a file has changed on the disk
 * @property {() => void | Promise<void>} [checked] row and findings are new
 * @property {(place: object) => void} [go] leads to a line, a field …
 * @property {(finding: object) => boolean} [leads] leads to what a finding is about, if that is here
 */

/** The tabs in their order: each is a module, named as here, of this folder. */
const tabs = [
  { name: "facts", label: "要素", ofDocuments: true },
  { name: "text", label: "正文" },
  { name: "attachments", label: "附件", ofDocuments: true },
  { name: "review", label: "送审", ofDocuments: true },
  { name: "copies", label: "以前的" },
];

const byID = (id) => document.getElementById(id);
const parameters = new URLSearchParams(location.search);
const path = parameters.get("path") ?? "";
/** @type {Map<string, Tab>} */
const opened = new Map();
let current = "";

/** @type {OpenFile} */
const file = {
  path,
  isDocument: path.endsWith(".md") && !path.endsWith("/_column.md"),
  row: null,
  documents: [],
  findings: [],
  ask,
  turn: inTurn(),
  say(text, isError = false) {
    byID("message").hidden = !text;
    byID("message").textContent = text;
    byID("message").classList.toggle("errors", isError);
  },
  mark() {
    const tab = opened.get(current);
    byID("save-line").hidden = !tab?.save;
    byID("save").disabled = !tab?.isChanged?.();
    byID("state").textContent = tab?.isChanged?.() ? "还没有保存" : "已保存";
  },
  go: (name, place) => choose(name, place),
};

const shown = tabs.filter((tab) => file.isDocument || !tab.ofDocuments);
byID("tabs").append(
  ...shown.map((tab) =>
    make(
      "button",
      { type: "button", role: "tab", id: `tab-${tab.name}`, "aria-controls": `panel-${tab.name}`, onclick: () => choose(tab.name) },
      tab.label,
    ),
  ),
);
byID("panels").append(
  ...shown.map((tab) =>
    make("section", { id: `panel-${tab.name}`, role: "tabpanel", "aria-labelledby": `tab-${tab.name}`, hidden: true }),
  ),
);
byID("tabs").addEventListener("keydown", (event) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!step) return;
  const index = shown.findIndex((tab) => `tab-${tab.name}` === document.activeElement?.id);
  byID(`tab-${shown[(index + step + shown.length) % shown.length].name}`).focus();
});

/** Opens a tab, once what was written in the other one is saved. */
async function choose(name, place) {
  if (!shown.some((tab) => tab.name === name)) name = shown[0].name;
  if (name !== current && !(await saveAll())) return;
  const isOther = name !== current;
  current = name;
  for (const tab of shown) {
    byID(`panel-${tab.name}`).hidden = tab.name !== name;
    byID(`tab-${tab.name}`).setAttribute("aria-selected", String(tab.name === name));
    byID(`tab-${tab.name}`).tabIndex = tab.name === name ? 0 : -1;
  }
  try {
    if (!opened.has(name)) {
      const module = await import(`/desk/${name}.js`);
      opened.set(name, await module.show(byID(`panel-${name}`), file));
    } else if (isOther) {
      await opened.get(name)?.opened?.();
    }
  } catch (error) {
    file.say(error.message, true);
  }
  file.mark();
  if (place) opened.get(name)?.go?.(place);
  const address = new URL(location.href);
  address.searchParams.set("tab", name);
  address.searchParams.delete("line");
  history.replaceState(null, "", address);
}

/** Saves the open tab; returns whether nothing is left to save. */
async function saveAll() {
  const tab = opened.get(current);
  if (!tab?.isChanged?.()) return true;
  byID("state").textContent = "正在保存…";
  await tab.save?.();
  file.mark();
  return !tab.isChanged();
}

/** Leads to what a finding is about, in the open tab if it knows it. */
function show(finding) {
  if (!opened.get(current)?.leads?.(finding)) choose("text", { line: finding.line });
}

async function refresh() {
  const [list, findings] = await Promise.all([ask("documents"), ask("findings")]);
  file.documents = list.documents;
  file.row = list.documents.find((each) => each.file === path) ?? null;
  byID("name").textContent = file.row?.title || path;
  document.title = `${file.row?.title || path} - 工作台`;
  if (file.row) byID("view").href = file.row.url;
  file.findings = findings.filter((finding) => finding.path === path);
  repaint(byID("findings"), file.findings.length ? findingList(file.findings, show) : make("p", {}, "没有问题"));
  for (const tab of opened.values()) await tab.checked?.();
}

async function changed() {
  for (const tab of opened.values()) await tab.changed?.();
}

/** What cannot be done is said; nothing is lost by it. */
const guarded = (work) => async (...values) => {
  try {
    await work(...values);
  } catch (error) {
    file.say(error.message, true);
  }
};

byID("save").addEventListener("click", guarded(saveAll));
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    event.preventDefault();
    guarded(saveAll)();
  }
});
window.addEventListener("beforeunload", (event) => {
  if ([...opened.values()].some((tab) => tab.isChanged?.())) event.preventDefault();
});

greet();
showImported(byID("tabs"), path);
await guarded(refresh)();
const line = Number(parameters.get("line"));
// Somebody may have been quicker.
if (!current) await choose(line ? "text" : (parameters.get("tab") ?? shown[0].name), line ? { line } : undefined);
follow({ changed: guarded(newest(changed)), checked: guarded(newest(refresh)), failed: (message) => file.say(message, true) });
