// @ts-check
// The tab 正文: the file as text, with its page beside it, in step with what is typed. Nothing that was typed is ever thrown away silently.
import { acceptPaste } from "/desk/paste.js";
import { findingItems, make, newest } from "/desk/shared.js";

/** Milliseconds without a key before the page beside the text is made again. */
const pause = 250;

/**
 * @param {HTMLElement} section
 * @param {import("/desk/edit.js").OpenFile} file
 */
export async function show(section, file) {
  const { path, ask } = file;
  let stamp = "";
  let saved = "";
  /** How the lines of the file end; a text area only knows line feeds. */
  let lineEnd = "\n";

  const text = make("textarea", { id: "text", spellcheck: "false" });
  const preview = make("iframe", { id: "preview", title: "预览" });
  const theirs = make("textarea", { id: "theirs", readonly: true });
  const mine = make("textarea", { id: "mine", readonly: true });
  const takeTheirs = make("button", { type: "button" }, "用磁盘上的");
  const takeMine = make("button", { type: "button", class: "main" }, "用我写的");
  const conflict = make(
    "section",
    { class: "conflict", hidden: true, "aria-label": "两个版本" },
    make("label", {}, "磁盘上的（别人改过的）", theirs),
    make("label", {}, "你写的", mine),
    make("div", {}, takeTheirs, " ", takeMine),
  );
  const renew = make("button", { type: "button", hidden: true, onclick: () => file.turn(() => send(null)) }, "重新建立这个文件");
  const unsaved = make("ul", { class: "findings unsaved", "aria-live": "polite", "aria-label": "还没有保存的文字有这些问题" });
  const label = make("label", {}, make("span", { class: "visually-hidden" }, "文件的内容"), text);
  section.append(conflict, renew, unsaved, make("div", { class: "editor" }, label, preview));

  function take(state, written = state.text) {
    ({ stamp } = state);
    lineEnd = state.text.includes("\r\n") ? "\r\n" : "\n";
    // What the text area makes of it is what it has.
    text.value = state.text;
    saved = text.value;
    text.value = written;
    file.mark();
  }

  /** Writes the text where a state of the file was; without one, where there was none. */
  async function send(state) {
    const written = text.value;
    try {
      const body = { path, text: written.replaceAll("\n", lineEnd) };
      ({ stamp } = await ask("file", {}, state === null ? body : { ...body, stamp: state }));
      saved = written;
      renew.hidden = true;
      file.say("");
    } catch (error) {
      file.say(error.message, true);
      renew.hidden = error.status !== 404;
      if (error.status === 409) showConflict(error.value, written);
    }
    file.mark();
  }

  function showConflict(other, written) {
    conflict.hidden = false;
    theirs.value = other.text;
    mine.value = written;
    takeTheirs.onclick = () => settle(other, other.text);
    takeMine.onclick = () => settle(other, written);
    takeTheirs.focus();
  }

  function settle(other, written) {
    take(other, written);
    conflict.hidden = true;
    file.say("");
    text.focus();
    if (text.value !== saved) file.turn(() => send(stamp));
  }

  /** Puts the cursor at the beginning of a line. */
  function go({ line }) {
    const lines = text.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    text.focus();
    text.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    text.scrollTop = Math.max(0, (line - 5) * parseFloat(getComputedStyle(text).lineHeight));
  }

  function checked() {
    if (file.row && preview.getAttribute("src") !== file.row.url) preview.src = file.row.url;
    preview.hidden = !file.row;
  }

  async function changed() {
    if (text.value === saved) refresh();
    else showUnsaved();
    if (section.hidden && text.value === saved) return;
    await file.turn(opened);
  }

  /** Somebody else may have changed the file that is open here. */
  async function opened() {
    const state = await ask("file", { path });
    if (state.stamp === stamp) return;
    if (text.value === saved) take(state);
    else file.say("别人刚改过这个文件，保存时会让你选择", true);
  }

  // MARK: the page beside the text

  function refresh() {
    unsaved.replaceChildren();
    preview.contentWindow?.postMessage("gongkai-refresh", location.origin);
  }

  /** Shows the page as it would be, and what would be wrong with it; what is saved stays as it is. */
  const showUnsaved = newest(async () => {
    const written = text.value;
    if (written === saved) return;
    const { page, findings } = await ask("preview", {}, { path, text: written.replaceAll("\n", lineEnd) }).catch(() => ({ findings: [] }));
    if (text.value === saved) return;
    if (page) preview.contentWindow?.postMessage({ page }, location.origin);
    unsaved.replaceChildren(...findingItems(findings, go));
  });

  let timer = 0;
  function typed() {
    file.mark();
    clearTimeout(timer);
    timer = setTimeout(() => (text.value === saved ? refresh() : showUnsaved()), pause);
  }

  /** The page is as far down as the text. */
  function follow() {
    const page = preview.contentDocument?.scrollingElement;
    if (!page) return;
    const part = text.scrollTop / Math.max(1, text.scrollHeight - text.clientHeight);
    page.scrollTop = part * (page.scrollHeight - page.clientHeight);
  }

  text.addEventListener("input", typed);
  text.addEventListener("scroll", follow, { passive: true });
  acceptPaste(text, file);
  take(await ask("file", { path }));
  checked();
  return { isChanged: () => text.value !== saved, save: () => file.turn(() => send(stamp)), go, checked, changed, opened: () => file.turn(opened) };
}
