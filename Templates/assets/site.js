// @ts-check
/**
 * The script of every page: reading settings for older readers, reading aloud, the date on printed pages, and the
 * correction of states that changed since the nightly build. Nothing here is needed to read or to browse.
 */

const html = document.documentElement;

/** @typedef {{text: number, contrast: boolean, pointer: boolean, simple: boolean, open: boolean}} Reading */

const steps = [100, 125, 150, 175, 200];
const key = "gongkai.reading";

/** @returns {Reading} */
function initial() {
  return { text: 100, contrast: false, pointer: false, simple: false, open: false };
}

/** @returns {Reading} the stored settings; the initial ones when storage is blocked or damaged */
function remembered() {
  const reading = initial();
  try {
    const stored = JSON.parse(localStorage.getItem(key) || "{}");
    if (steps.includes(stored.text)) reading.text = stored.text;
    for (const name of /** @type {const} */ (["contrast", "pointer", "simple", "open"])) {
      reading[name] = stored[name] === true;
    }
  } catch {
    // Storage is blocked: the settings last as long as the page.
  }
  return reading;
}

let reading = remembered();

/** Applies the settings to the page. */
function apply() {
  if (reading.text === 100) delete html.dataset.text;
  else html.dataset.text = String(reading.text);
  for (const name of /** @type {const} */ (["contrast", "pointer", "simple"])) {
    html.classList.toggle(name, reading[name]);
  }
}

/** Applies and stores the settings. */
function keep() {
  apply();
  try {
    localStorage.setItem(key, JSON.stringify(reading));
  } catch {
    // As above.
  }
}

/**
 * @param {string} label
 * @param {(button: HTMLButtonElement) => void} act
 * @returns {HTMLButtonElement}
 */
function button(label, act) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", () => act(element));
  return element;
}

/** Adds the settings to the top of the page, and a button that opens them in place of the link to the statement. */
function buildReadingBar() {
  const link = document.querySelector("[data-reading]");
  const head = document.querySelector(".masthead");
  if (!link || !head) return;
  const bar = document.createElement("div");
  const row = document.createElement("div");
  const size = document.createElement("output");
  bar.className = "reading-bar";
  bar.id = "reading-bar";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "阅读设置");
  row.className = "wrap";

  /** @type {[HTMLButtonElement, "contrast" | "pointer" | "simple"][]} */
  const switches = [];
  const smaller = button("字小一些", () => step(-1));
  const larger = button("字大一些", () => step(1));
  const opener = button("无障碍", () => {
    reading.open = !reading.open;
    keep();
    show();
  });
  opener.setAttribute("aria-controls", bar.id);

  /** @param {number} by */
  function step(by) {
    const next = steps[steps.indexOf(reading.text) + by];
    if (next) reading.text = next;
    keep();
    show();
  }
  function show() {
    bar.hidden = !reading.open;
    opener.setAttribute("aria-expanded", String(reading.open));
    size.textContent = reading.text + "%";
    smaller.setAttribute("aria-disabled", String(reading.text === steps[0]));
    larger.setAttribute("aria-disabled", String(reading.text === steps[steps.length - 1]));
    for (const [element, name] of switches) element.setAttribute("aria-pressed", String(reading[name]));
  }
  /**
   * @param {string} label
   * @param {"contrast" | "pointer" | "simple"} name
   */
  function toggle(label, name) {
    const element = button(label, () => {
      reading[name] = !reading[name];
      keep();
      show();
    });
    switches.push([element, name]);
    return element;
  }

  row.append(smaller, size, larger, toggle("高对比度", "contrast"), toggle("大鼠标", "pointer"));
  row.append(
    buildSpeaker(),
    toggle("简洁版", "simple"),
    button("恢复默认", () => {
      reading = { ...initial(), open: true };
      keep();
      show();
    }),
  );
  const statement = document.createElement("a");
  statement.href = /** @type {HTMLAnchorElement} */ (link).href;
  statement.textContent = "无障碍说明";
  row.append(statement);
  bar.append(row);
  link.replaceWith(opener);
  head.after(bar);
  show();
}

/** @returns {HTMLButtonElement} a button that reads the page aloud; what it takes is loaded when it is first used */
function buildSpeaker() {
  return button("朗读", (speaker) => {
    if (!("speechSynthesis" in window)) {
      speaker.textContent = "这个浏览器不能朗读";
      return;
    }
    import("./speech.js").then(({ speak }) => speak(speaker)).catch(() => (speaker.textContent = "朗读没有载入，请再试"));
  });
}

/** @returns {string} today in the site's time zone, YYYY-MM-DD */
function today() {
  const zone = html.dataset.timeZone || "Asia/Shanghai";
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(new Date());
}

/** @param {string} day YYYY-MM-DD @returns {string} the day as people write it */
function dateText(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

/**
 * The last upcoming state that has begun by the reader's day; undefined when none has.
 * @param {string} upcoming `2026-12-01 expired ended 已失效;…`
 * @returns {{since: string, state: string, tone: string, label: string} | undefined}
 */
export function stateToday(upcoming) {
  const day = today();
  const steps = upcoming.split(";").map((step) => step.split(" ")).filter(([first, , , label]) => label && first <= day);
  const [since, state, tone, label] = steps.pop() || [];
  return label ? { since, state, tone, label } : undefined;
}

/**
 * Corrects the page between two nightly builds: each badge gets its state on the reader's day, and of texts given for
 * several days (the sentence beside the badge, notices, notes on articles) the one for that day is shown.
 */
function correctStates() {
  const day = today();
  for (const left of document.querySelectorAll("[data-countdown]")) {
    const days = (Date.parse(/** @type {HTMLElement} */ (left).dataset.countdown || "") - Date.parse(day)) / 864e5;
    const text = left.querySelector("dd");
    if (!(days >= 0)) left.remove();
    else if (text) text.textContent = days ? `还有${days}天` : "今天截止";
  }
  for (const part of document.querySelectorAll("[data-from], [data-until]")) {
    const { from = "", until = "" } = /** @type {HTMLElement} */ (part).dataset;
    /** @type {HTMLElement} */ (part).hidden = day < from || (until !== "" && day >= until);
  }
  for (const part of document.querySelectorAll("[data-then]")) {
    const { then = "", thenFrom = "" } = /** @type {HTMLElement} */ (part).dataset;
    if (thenFrom <= day) part.className = then;
  }
  for (const element of document.querySelectorAll("[data-upcoming]")) {
    const badge = /** @type {HTMLElement} */ (element);
    const step = stateToday(badge.dataset.upcoming || "");
    if (!step) continue;
    const { since, state, tone, label } = step;
    badge.textContent = label;
    badge.className = "status " + tone;
    badge.dataset.state = state;
    const beside = badge.nextElementSibling;
    const isDated = (html.dataset.dated || "").split(" ").includes(tone);
    if (beside && beside.matches("[data-since]")) beside.textContent = isDated ? since + "起" : "";
    const box = badge.closest(".validity");
    if (!box || badge.closest(".notices")) continue;
    box.className = "validity " + tone;
    const page = badge.closest("main");
    if (page) page.dataset.state = state;
    for (const part of document.querySelectorAll("[data-state-label]")) part.textContent = label;
    for (const part of box.querySelectorAll("[data-corrected]")) part.textContent = `，按今天（${dateText(day)}）更正`;
  }
}

/** Adds the date of printing, and a print button. */
function preparePrinting() {
  for (const slot of document.querySelectorAll("[data-printed]")) {
    const stamp = () => (slot.textContent = `　打印日期：${dateText(today())}`);
    stamp();
    addEventListener("beforeprint", stamp);
  }
  for (const slot of document.querySelectorAll("[data-tools]")) {
    slot.append(button("打印", () => print()), button("分享和下载", () => void import("./share.js").then(({ open }) => open())));
  }
}

/** Makes wide tables scrollable by keyboard, with a hint; others are not tab stops. */
function reachTables() {
  for (const element of document.querySelectorAll(".table-scroll")) {
    const box = /** @type {HTMLElement} */ (element);
    const hint = document.createElement("p");
    hint.className = "table-hint";
    hint.textContent = "表格较宽，可以左右滚动查看";
    hint.setAttribute("aria-hidden", "true");
    box.before(hint);
    const caption = box.querySelector("caption");
    const name = (caption && caption.textContent) || "表格，可以左右滚动";
    const look = () => {
      const isWide = box.scrollWidth > box.clientWidth + 1;
      hint.hidden = !isWide;
      for (const [attribute, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", name]]) {
        if (isWide) box.setAttribute(attribute, value);
        else box.removeAttribute(attribute);
      }
    };
    look();
    if ("ResizeObserver" in window) new ResizeObserver(look).observe(box);
  }
}

/** Marks the reader's position in the contents list. */
function followContents() {
  const links = new Map();
  for (const link of document.querySelectorAll(".contents a")) {
    const target = document.getElementById(decodeURIComponent(link.getAttribute("href")?.slice(1) || ""));
    if (target) links.set(target, link);
  }
  if (!links.size || !("IntersectionObserver" in window)) return;
  const near = new Set();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) near[isIntersecting ? "add" : "delete"](target);
      if (!near.size) return;
      let passed = false;
      for (const [target, link] of links) {
        const here = !passed && near.has(target);
        if (here) {
          const list = link.closest("ol");
          link.setAttribute("aria-current", "true");
          list.scrollTop = link.offsetTop - list.offsetTop - list.clientHeight / 2;
        } else link.removeAttribute("aria-current");
        passed = passed || here;
      }
    },
    { rootMargin: "-40px 0px -75% 0px" },
  );
  for (const target of links.keys()) observer.observe(target);
}

/** Asks before following a link to a site that is not a government's. */
function announceExternalLinks() {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a.external") : null;
    if (!(link instanceof HTMLAnchorElement) || /(^|\.)gov\.cn$/.test(link.hostname)) return;
    if (!confirm(`您将离开本站，打开${link.hostname}。该网站的内容不由本站负责。`)) event.preventDefault();
  });
}

/** Highlights the search words on a document that was opened from the search page. */
function markSearched() {
  const body = document.querySelector("[data-body]");
  if (!(body instanceof HTMLElement) || !document.referrer) return;
  const { origin, pathname, searchParams } = new URL(document.referrer);
  const query = searchParams.get("q");
  if (!query || origin !== location.origin || !pathname.endsWith("/search/")) return;
  import("./search/highlight.js").then(({ highlight }) => highlight(body, query)).catch(() => {});
}

function start() {
  buildReadingBar();
  correctStates();
  preparePrinting();
  reachTables();
  followContents();
  announceExternalLinks();
  markSearched();
}

apply();
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
