// The bar below every page of the preview: what is wrong with this document and the site, its state, the day.
import { ask, count, editor, findingList, follow, make, newest } from "/desk/shared.js";

const isFrame = window.top !== window;
/** The state of the site that a page shows. */
const revision = (page) => page.querySelector("script[data-revision]")?.dataset.revision;
/** What is above its main part, and its stylesheets. */
const head = (page) =>
  [page.querySelector("script[data-head]")?.dataset.head, ...[...page.querySelectorAll("link[rel=stylesheet]")].map((link) => link.getAttribute("href"))].join();

const host = make("gongkai-desk-bar");
const shadow = host.attachShadow({ mode: "open" });
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { position: fixed; inset: auto 0 0; z-index: 2147483647; font: 15px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; }
  div.bar { display: flex; flex-wrap: wrap; gap: 4px 18px; align-items: center; padding: 6px 16px; background: #1f2933; color: #fff; }
  a, button { color: inherit; font: inherit; }
  button { background: none; border: 1px solid #7b8794; border-radius: 4px; padding: 2px 10px; cursor: pointer; }
  a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid #ffd54f; outline-offset: 2px; }
  input { font: inherit; padding: 1px 4px; }
  .errors { background: #b71c1c; border-color: #ff8a80; }
  .warnings { background: #6d4c00; border-color: #ffd54f; }
  .hidden { background: #ffd54f; color: #1f2933; padding: 1px 8px; border-radius: 4px; }
  .panel { max-height: 45vh; overflow: auto; background: #fff; color: #1f2933; padding: 10px 16px; border-top: 3px solid #1f2933; }
  ul { margin: 0; padding: 0; list-style: none; }
  li { padding: 6px 0; border-bottom: 1px solid #d9e2ec; }
  li button { border: 0; padding: 0; text-align: start; text-decoration: underline; text-underline-offset: 3px; }
  .severity { font-weight: bold; }
  .error .severity { color: #b71c1c; }
  .cure { margin: 2px 0 0 3em; white-space: pre-wrap; }
  @media print { :host { display: none; } }
`);
shadow.adoptedStyleSheets = [sheet];

let isOpen = false;
let last;

function paint(page) {
  last = page;
  const { document: file, findings = [], counts, day, today } = page;
  const own = file?.counts ?? { errors: 0, warnings: 0 };
  const tone = own.errors ? "errors" : own.warnings ? "warnings" : "";
  const bar = make(
    "div",
    { class: "bar", role: "region", "aria-label": "工作台" },
    file
      ? make(
          "button",
          { type: "button", class: tone, "aria-expanded": String(isOpen), onclick: toggle },
          `本文件：${count(own)}`,
        )
      : null,
    make("a", { href: "/desk/?tab=findings" }, `全站：${count(counts)}`),
    file?.state ? make("span", {}, file.state) : null,
    file && file.standing !== "已公开" ? make("span", { class: "hidden" }, `${file.standing}：读者看不到`) : null,
    make(
      "label",
      {},
      "按哪一天看 ",
      make("input", { type: "date", value: day, onchange: (event) => setDay(event.target.value, today) }),
    ),
    day === today ? null : make("button", { type: "button", onclick: () => setDay(today, today) }, "回到今天"),
    file ? make("a", { href: editor(file.file) }, "编辑") : null,
    make("a", { href: "/desk/" }, "工作台"),
  );
  const panel =
    isOpen && file
      ? make(
          "div",
          { class: "panel" },
          findings.length
            ? findingList(findings, (finding) => (location.href = editor(finding.path, finding.line)))
            : "没有问题",
        )
      : null;
  shadow.replaceChildren(...[panel, bar].filter(Boolean));
  document.documentElement.style.setProperty("scroll-padding-bottom", "4rem");
}

function toggle() {
  isOpen = !isOpen;
  paint(last);
  shadow.querySelector("button")?.focus();
}

function setDay(day, today) {
  const gone = day && day !== today ? "" : "; max-age=0";
  document.cookie = `gongkai-day=${day}; path=/; SameSite=Strict${gone}`;
  location.reload();
}

async function refreshBar() {
  if (isFrame) return;
  try {
    paint(await ask("page", { path: decodeURIComponent(location.pathname) }));
  } catch (error) {
    shadow.replaceChildren(make("div", { class: "bar errors" }, error.message));
  }
}

/** Puts the new text in the place of the old one without loading the page again, where nothing else has changed. */
async function refreshPage() {
  const response = await fetch(location.href, { cache: "no-store" });
  const next = new DOMParser().parseFromString(await response.text(), "text/html");
  if (isPlain(next) && head(document) === head(next)) put(next);
  else location.reload();
}

/** Whether its text can be put in place: scripts and forms only work on a page that was loaded. */
function isPlain(next) {
  const [mine, theirs] = [document.querySelector("main"), next.querySelector("main")];
  return mine && theirs && !theirs.querySelector("script, form") && !mine.querySelector("form:not([data-history] form)");
}

function put(next) {
  const [mine, theirs] = [document.querySelector("main"), next.querySelector("main")];
  if (!mine || !theirs) return;
  document.title = next.title;
  const state = revision(next);
  if (state) document.querySelector("script[data-revision]").dataset.revision = state;
  if (mine.innerHTML !== theirs.innerHTML) mine.replaceWith(document.adoptNode(theirs));
  const [below, newer] = [document.querySelector("body > footer"), next.querySelector("body > footer")];
  if (below && newer && below.innerHTML !== newer.innerHTML) below.replaceWith(document.adoptNode(newer));
  document.documentElement.dataset.gongkaiRefreshed = String(Date.now());
}

const renewPage = newest(refreshPage);
document.body.append(host);
// In the editor's frame, whoever holds the frame says when.
window.addEventListener("message", (event) => {
  if (event.origin !== location.origin) return;
  if (event.data === "gongkai-refresh") renewPage();
  // A text that is not saved yet.
  else if (event.data?.page) put(new DOMParser().parseFromString(event.data.page, "text/html"));
});
if (!isFrame) {
  const renewBar = newest(refreshBar);
  renewBar();
  follow({
    since: () => revision(document),
    changed: renewPage,
    checked: renewBar,
    failed: (message) => shadow.replaceChildren(make("div", { class: "bar errors" }, message)),
  });
}
