// @ts-check
/**
 * The script of every page, run when its HTML is there: the button of the reading settings, the date on printed pages, and
 * the correction of states that changed since the nightly build. Nothing here is needed to read or to browse.
 */

const html = document.documentElement;

/**
 * @param {string} label
 * @param {(button: HTMLButtonElement) => void} act
 * @returns {HTMLButtonElement}
 */
export function button(label, act) {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", () => act(element));
  return element;
}

/** Makes the link to the statement a button that opens the reading settings, which are loaded on the first click. */
function offerSettings() {
  const link = document.querySelector("[data-reading]");
  if (!(link instanceof HTMLAnchorElement)) return;
  const opener = button(link.textContent || "", () => {
    import("./reading.js").then(({ toggleSettings }) => toggleSettings(opener, link.href)).catch(() => location.assign(link.href));
  });
  opener.className = link.className;
  opener.setAttribute("aria-expanded", "false");
  link.replaceWith(opener);
}

/** Opens folded parts where there is room, for browsers that cannot show them by style alone. */
function unfold() {
  if (CSS.supports("selector(::details-content)") || "large" in html.dataset || !matchMedia("(min-width: 48em)").matches) return;
  for (const part of document.querySelectorAll("details.fold")) /** @type {HTMLDetailsElement} */ (part).open = true;
}

/** @returns {string} today in the site's time zone, YYYY-MM-DD */
export function today() {
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
    if (html.dataset.paperState) html.dataset.paperState = `${label}（${dateText(day)}）`;
    for (const part of document.querySelectorAll("[data-state-label]")) part.textContent = label;
    for (const part of box.querySelectorAll("[data-corrected]")) part.textContent = `，按今天（${dateText(day)}）更正`;
  }
}

/** Adds the date of printing, the QR code of the address, and a print button. */
function preparePrinting() {
  const line = document.querySelector(".printed");
  const { address } = html.dataset;
  /** @type {Promise<void> | undefined} */
  let drawn;
  const draw = () => {
    if (!line || !address || document.querySelector(".qr-code")) return Promise.resolve();
    return (drawn ||= import("./qr.js").then(({ qrCode }) => line.prepend(qrCode(address, "本页网址的二维码"))).catch(() => {}));
  };
  // Drawn before the second key of the shortcut, or before the pointer has reached the browser's menu.
  addEventListener("keydown", ({ key }) => void ((key === "Control" || key === "Meta") && draw()));
  html.addEventListener("mouseleave", draw);
  addEventListener("beforeprint", draw);
  for (const slot of document.querySelectorAll("[data-printed]")) {
    const stamp = () => (slot.textContent = `　打印日期：${dateText(today())}`);
    stamp();
    addEventListener("beforeprint", stamp);
  }
  for (const slot of document.querySelectorAll("[data-tools]")) {
    if (html.dataset.print !== "no") slot.append(button("打印", () => draw().then(() => print())));
    slot.append(button(html.dataset.share || "分享和下载", () => void import("./share.js").then(({ open }) => open())));
  }
}

/** Makes wide tables scrollable by keyboard, with a hint; others are not tab stops. */
function reachTables() {
  for (const [index, element] of [...document.querySelectorAll(".table-scroll")].entries()) {
    const box = /** @type {HTMLElement} */ (element);
    const hint = document.createElement("p");
    hint.className = "table-hint";
    hint.textContent = "表格较宽，可以左右滚动查看";
    hint.setAttribute("aria-hidden", "true");
    box.before(hint);
    const caption = box.querySelector("caption")?.textContent;
    const given = box.getAttribute("aria-label") || "";
    // Several tables of a text have the same name from the build: landmarks need names of their own.
    const isOnly = document.querySelectorAll(`[aria-label="${CSS.escape(given)}"]`).length < 2;
    const name = isOnly && given ? given : `${caption || "表格" + (index + 1)}（可左右滚动）`;
    const look = () => {
      const isWide = box.scrollWidth > box.clientWidth + 1;
      hint.hidden = !isWide;
      box.classList.toggle("fits", !isWide);
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

/** Suggests titles in the boxes that lead to the search page, once somebody comes to one. */
function suggestTitles() {
  for (const input of document.querySelectorAll(".site-search input[name=q]")) {
    input.addEventListener("focus", () => {
      if (input instanceof HTMLInputElement) import("./search/suggest.js").then(({ suggestIn }) => suggestIn(input)).catch(() => {});
    }, { once: true });
  }
}

/** Lets readers ask for the state and the text of a day. */
function offerDays() {
  const section = document.querySelector("[data-history]");
  if (section instanceof HTMLElement) import("./history.js").then(({ offerDays }) => offerDays(section)).catch(() => {});
}

function start() {
  offerSettings();
  unfold();
  correctStates();
  preparePrinting();
  reachTables();
  followContents();
  announceExternalLinks();
  markSearched();
  suggestTitles();
  offerDays();
}

start();
