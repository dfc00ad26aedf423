// @ts-check
/** The bar of reading settings, loaded when a reader opens it. It stays open on this page only: on the next it would stand
 * before everything that the reader came for. */

import { button } from "./site.js";

/** @typedef {{text: number, contrast: boolean, pointer: boolean, simple: boolean}} Reading */

const html = document.documentElement;
const steps = [100, 125, 150, 175, 200];
/** @type {Reading} */
const initial = { text: 100, contrast: false, pointer: false, simple: false };
/** @type {HTMLElement | undefined} */
let bar;

/**
 * Opens or closes the settings.
 * @param {HTMLButtonElement} opener
 * @param {string} statement the address of the statement on accessibility
 */
export function toggleSettings(opener, statement) {
  if (bar) bar.hidden = !bar.hidden;
  else {
    bar = build(statement);
    document.querySelector(".masthead")?.after(bar);
    opener.setAttribute("aria-controls", bar.id);
  }
  opener.setAttribute("aria-expanded", String(!bar.hidden));
}

/** @param {string} statement */
function build(statement) {
  const has = (/** @type {string} */ name) => html.classList.contains(name);
  let reading = { text: Number(html.dataset.text ?? 100), contrast: has("contrast"), pointer: has("pointer"), simple: has("simple") };
  const element = document.createElement("div");
  const row = document.createElement("div");
  const size = document.createElement("output");
  element.className = "reading-bar";
  element.id = "reading-bar";
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", "阅读设置");
  row.className = "wrap";

  /** @type {[HTMLButtonElement, "contrast" | "pointer" | "simple"][]} */
  const switches = [];
  const smaller = button("字小一些", () => step(-1));
  const larger = button("字大一些", () => step(1));

  /** @param {Partial<Reading>} changes applied by settings.js, and stored */
  function change(changes) {
    reading = { ...reading, ...changes };
    dispatchEvent(new CustomEvent("reading", { detail: reading }));
    try {
      localStorage.setItem("gongkai.reading", JSON.stringify(reading));
    } catch {
      // Storage is blocked: the settings last as long as the page.
    }
    show();
  }
  /** @param {number} by */
  function step(by) {
    change({ text: steps[steps.indexOf(reading.text) + by] ?? reading.text });
  }
  function show() {
    size.textContent = reading.text + "%";
    smaller.setAttribute("aria-disabled", String(reading.text === steps[0]));
    larger.setAttribute("aria-disabled", String(reading.text === steps[steps.length - 1]));
    for (const [other, name] of switches) other.setAttribute("aria-pressed", String(reading[name]));
  }
  /**
   * @param {string} label
   * @param {"contrast" | "pointer" | "simple"} name
   */
  function toggle(label, name) {
    const other = button(label, () => change({ [name]: !reading[name] }));
    other.className = name + "-switch";
    switches.push([other, name]);
    return other;
  }

  row.append(smaller, size, larger, toggle("高对比度", "contrast"), toggle("大鼠标", "pointer"));
  const link = document.createElement("a");
  link.href = statement;
  link.textContent = "无障碍说明";
  row.append(buildSpeaker(), toggle("简洁版", "simple"), button("恢复默认", () => change(initial)), link);
  element.append(row);
  show();
  return element;
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
