// @ts-check
// From the desk to the web: check, inspect, see what would change, publish, go back. The work itself goes on in the program, whether
// this page is open or not.
import { ask, count, editor, findingList, follow, greet, make } from "/desk/shared.js";

const byID = (id) => document.getElementById(id);
const buttons = [...document.querySelectorAll("button[data-task]")];
/** The day that somebody has to write who insists on a loss. */
let day = "";
/** The last piece of work whose result is shown. */
let shown = 0;
let isRunning = false;
/** The last piece of work that is over. */
let ended = 0;
/** What can come back, as it is shown. */
let offered = "";
/** The piece of work that was begun here: its result gets the focus, that of others does not take it away. */
let own = 0;

function say(text, isError = false) {
  byID("message").hidden = !text;
  byID("message").textContent = text;
  byID("message").classList.toggle("errors", isError);
}

async function begin(task, more = {}) {
  say("");
  try {
    const piece = await ask("work", {}, { task, keepGoing: byID("keep-going").checked, ...more });
    own = piece.number;
    progress(piece);
  } catch (error) {
    say(error.message, true);
  }
}

/** How far a piece of work is; when it is done, what came of it. */
function progress(piece) {
  // The answer that a piece of work has begun may come after the event that it is over.
  if (!piece || (piece.isRunning && piece.number <= ended)) return;
  isRunning = piece.isRunning;
  if (!isRunning) ended = piece.number;
  for (const button of document.querySelectorAll("button[data-task]")) button.disabled = isRunning;
  byID("progress").hidden = !isRunning;
  const who = piece.user ? `${piece.user}正在${piece.label}` : `正在${piece.label}`;
  byID("progress-text").textContent = `${who}${piece.phase ? `：${piece.phase}` : "…"}`;
  const bar = byID("progress-bar");
  if (piece.total > 1) {
    bar.max = piece.total;
    bar.value = piece.done;
  } else {
    bar.removeAttribute("value");
  }
  if (!isRunning && piece.number > shown) finish();
}

async function finish() {
  const piece = await ask("work");
  if (!piece || piece.isRunning || piece.number <= shown) return;
  shown = piece.number;
  const { task, result } = piece;
  if (task === "publish" || task === "rollback") {
    await load();
    showPublished(result);
  } else {
    byID("look").replaceChildren(...looks[task](result));
    if (shown === own) byID("look").focus();
  }
}

const looks = {
  check: (result) => (result.message ? [refusal(result)] : checked(result)),
  preview: (result) => (result.message ? [refusal(result)] : [...changes(result), ...checkedBriefly(result.check)]),
  inspect: (result) => (result.message ? [refusal(result)] : inspected(result)),
};

function refusal(result) {
  return make("p", { class: "message errors" }, result.message);
}

const open = (finding) => (location.href = editor(finding.path, finding.line));

function checked(check) {
  const looked = check.checked ? `，另有 ${check.checked} 条已经核对` : "";
  return [
    make("p", {}, `检查了 ${check.documents} 篇文件：${count(check)}${looked}（按 ${check.asOf} 计算）`),
    check.refusal ? refusal(check.refusal) : "",
    check.findings.length ? findingList(check.findings, open) : "",
  ];
}

function checkedBriefly(check) {
  const errors = check.findings.filter((finding) => finding.severity === "error");
  return errors.length ? [make("h3", {}, `${check.errors} 个错误`), findingList(errors, open)] : [];
}

function changes({ check, news, held, leftOut, unreviewed }) {
  if (check.refusal?.insist) offerToInsist(check.refusal);
  if (!news) return [make("p", { class: "message errors" }, `有 ${check.errors} 个错误，现在不能发布；改好，或者选“有错误的文件维持原状”再看`)];
  const parts = [];
  if (check.refusal) parts.push(refusal(check.refusal));
  if (!news.since) parts.push(make("p", {}, `第一次发布：${check.documents} 篇文件`));
  else if (!news.sections.length) parts.push(make("p", {}, `与网上的（${news.since}）相比，读者看不到变化`));
  else parts.push(make("p", {}, `与网上的（${news.since}）相比：`), ...news.sections.map(section));
  if (unreviewed.length) parts.push(files("审核通过以后有改动，或者退回了，还没有重审", unreviewed, "review"));
  if (held.length) parts.push(files(`有错误，仍是上次发布的内容`, held));
  if (leftOut.length) parts.push(files(`有错误，不会放上去`, leftOut));
  if (news.upcoming.count) parts.push(section(news.upcoming));
  return parts;
}

function section({ title, count, items }) {
  const rest = count - items.length;
  return make(
    "details",
    { open: count <= 20 },
    make("summary", {}, `${title} ${count} 件`),
    make(
      "ul",
      {},
      ...items.map((item) => make("li", {}, make("a", { href: item.path }, `${item.number ? `${item.number} ` : ""}${item.title}`))),
      rest > 0 ? make("li", {}, `另有 ${rest} 件`) : null,
    ),
  );
}

function files(title, paths, tab) {
  return make(
    "details",
    { open: true },
    make("summary", {}, `${title}：${paths.length} 篇`),
    make("ul", {}, ...paths.map((path) => make("li", {}, make("a", { href: editor(path) + (tab ? `&tab=${tab}` : "") }, path)))),
  );
}

function inspected(report) {
  const worst = ["failed", "near", "unmeasured", "passed"];
  const rows = [...report.indicators].sort((a, b) => worst.indexOf(a.state) - worst.indexOf(b.state));
  return [
    make("p", {}, report.line),
    make(
      "table",
      {},
      make(
        "thead",
        {},
        make("tr", {}, ...["指标", "结果", "测得", "要求", "在哪里"].map((name) => make("th", { scope: "col" }, name))),
      ),
      make(
        "tbody",
        {},
        ...rows.map((row) =>
          make(
            "tr",
            {},
            make("td", {}, row.name),
            make("td", { class: row.state === "failed" ? "errors" : row.state === "near" ? "warnings" : "" }, row.stateLabel),
            make("td", {}, row.measured),
            make("td", {}, row.threshold),
            make("td", {}, places(row.places)),
          ),
        ),
      ),
    ),
    due(report.due),
  ];
}

function places(all) {
  if (!all.length) return "";
  const most = 20;
  const link = ({ text, file }) => {
    const [, path, line] = /^(Content\/.*?)(?::(\d+))?$/.exec(file ?? "") ?? [];
    return path ? make("a", { href: editor(path, line) }, text) : text;
  };
  return make(
    "details",
    {},
    make("summary", {}, `${all.length} 处`),
    make(
      "ul",
      {},
      ...all.slice(0, most).map((place) => make("li", {}, link(place))),
      all.length > most ? make("li", {}, `另有 ${all.length - most} 处`) : null,
    ),
  );
}

function due(items) {
  const open = items.filter((item) => !item.doneOn);
  if (!open.length) return make("p", {}, "到期清单：没有要办的");
  return make(
    "details",
    {},
    make("summary", {}, `到期清单 ${open.length} 件`),
    make("ul", {}, ...open.slice(0, 100).map((item) => make("li", {}, `${item.due} ${item.subject}：${item.what}`))),
  );
}

function offerToInsist(refused) {
  day = refused.insist;
  byID("insist-label").hidden = false;
  byID("insist-text").textContent = "看过了，确实要撤下这些文件";
}

function showPublished(result) {
  if (result.insist) offerToInsist(result);
  else if (result.published) {
    byID("insist-label").hidden = true;
    byID("insist").checked = false;
  }
  const parts = [make("p", { class: result.published ? "message" : "message errors" }, result.message)];
  for (const remark of result.remarks ?? []) parts.push(make("p", { class: "message" }, remark));
  if (result.news?.sections.length) parts.push(make("h3", {}, "读者看到的变化"), ...result.news.sections.map(section));
  if (result.check && !result.published) parts.push(...checkedBriefly(result.check));
  byID("published").replaceChildren(...parts);
  if (shown === own) byID("published").focus();
}

/** What is out, what can come back, and who did it. */
async function load() {
  try {
    const [me, out] = await Promise.all([ask("me"), ask("releases")]);
    byID("objection").hidden = !me.objection;
    byID("objection").textContent = me.objection ?? "";
    byID("may-publish").hidden = Boolean(me.objection);
    const current = out.releases.find((release) => release.number === null);
    byID("place").textContent =
      (current ? `网上的网站：按 ${current.asOf ?? "?"} 计算，${current.written} 生成。` : "还没有发布过。") + `发布到：${me.output}`;
    // What somebody has ticked stays.
    const offer = JSON.stringify([out.rollback, out.releases, me.objection]);
    if (offer !== offered) byID("back").replaceChildren(...back(out, me));
    offered = offer;
    byID("log").replaceChildren(
      out.log.length
        ? make("ul", {}, ...out.log.map((entry) => make("li", {}, `${entry.time} ${entry.user ?? "（本机）"} ${deeds[entry.deed] ?? entry.deed}：${entry.note ?? ""}`)))
        : "还没有人从工作台发布过",
    );
  } catch (error) {
    say(error.message, true);
  }
}

const deeds = { published: "发布", rolledBack: "退回上一版" };

function back({ rollback, releases }, me) {
  if (!rollback) return [make("p", {}, releases.length ? "没有保留以前的网站，不能退回" : "还没有发布过")];
  const even = make("input", { type: "checkbox", id: "even-withdrawn" });
  return [
    make("p", {}, `上一版：按 ${rollback.asOf} 计算，${rollback.written} 生成。退回以后读者看到的变化：`),
    ...(rollback.sections.length ? rollback.sections.map(section) : [make("p", {}, "没有")]),
    make("p", {}, "退回只换网站，不改文件：夜里自动生成时，现在的文件又会发布，所以要先改好。"),
    rollback.returning
      ? make("label", {}, even, ` 看过了，已经撤下的 ${rollback.returning} 篇确实要重新公开`)
      : "",
    me.objection
      ? ""
      : make(
          "p",
          {},
          make(
            "button",
            {
              type: "button",
              "data-task": "rollback",
              disabled: isRunning,
              onclick: () => begin("rollback", { number: rollback.number, evenWithdrawn: even.checked }),
            },
            "退回上一版",
          ),
        ),
  ];
}

for (const button of buttons) {
  const { task } = button.dataset;
  button.addEventListener("click", () => {
    const insists = task === "publish" && byID("insist").checked && day;
    begin(task, insists ? { day } : {});
  });
}

greet();
// In this order: what comes to its end between the two is in what is loaded.
const piece = await ask("work");
await load();
// What was done before this page was opened is over.
if (piece && !piece.isRunning) shown = piece.number;
progress(piece);
follow({ failed: (message) => say(message, true), worked: progress });
