// @ts-check
// What somebody copies from Word, WPS, Excel or a page comes into a text as clean Markdown; what was left behind is said.
import { acceptFiles, ask, lineList, make, send } from "/desk/shared.js";

/** More is not sent: the server does not take it. */
const mostCharacters = 11_000_000;
/** Longer texts come in at once: browsers take seconds to type them, so undoing them is a button. */
const mostTyped = 20_000;

/**
 * Pastes into a text area as clean Markdown. Ctrl+Shift+V pastes as it is.
 *
 * @param {HTMLTextAreaElement} text
 * @param {{path: string}} [file] the document, beside which pictures are put; without it there are none
 */
export function acceptPaste(text, file) {
  const note = make("div", { class: "paste-note", role: "status" });
  (text.closest(".editor") ?? text).after(note);
  let isPlain = false;

  text.addEventListener("keydown", (event) => {
    isPlain = (event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === "v";
  });
  text.addEventListener("keyup", () => (isPlain = false));
  text.addEventListener("paste", (event) => {
    const data = event.clipboardData;
    if (!data || isPlain || text.readOnly) return;
    const [html, plain, rtf] = ["text/html", "text/plain", "text/rtf"].map((type) => data.getData(type));
    const pictures = [...data.files].filter((each) => each.type.startsWith("image/"));
    if (pictures.length && !plain.trim()) {
      event.preventDefault();
      return guarded(() => paste(pictures));
    }
    if (isInHead(text) || (!html && !rtf && !/[\n\t]/.test(plain.trim()))) return;
    event.preventDefault();
    guarded(() => clean(html ? { html, text: plain } : rtf ? { rtf, text: plain } : { text: plain }));
  });
  if (file) {
    acceptFiles(text, (files) =>
      guarded(() => {
        const pictures = files.filter((each) => each.type.startsWith("image/"));
        if (pictures.length < files.length) throw new Error("这里只放图片；别的文件放到“附件”里");
        return paste(pictures);
      }),
    );
  }

  /** Nobody types while the place of what comes in is held. */
  async function guarded(work) {
    text.readOnly = true;
    text.setAttribute("aria-busy", "true");
    say("正在整理…");
    try {
      await work();
    } catch (error) {
      say(error.message);
    } finally {
      text.readOnly = false;
      text.removeAttribute("aria-busy");
      text.focus();
    }
  }

  async function clean(clipboard) {
    if ((clipboard.html ?? clipboard.rtf ?? "").length + clipboard.text.length > mostCharacters) {
      throw new Error("内容太多，没有粘贴；分几次复制，或者用“导入”");
    }
    const { markdown, isBlock, omitted, doubts } = await ask("paste", {}, clipboard);
    const undo = insert(isBlock ? apart(markdown) : markdown);
    say(
      "已粘贴。",
      omitted.length ? make("p", {}, "没有带进来：") : null,
      omitted.length ? lineList(omitted) : null,
      doubts.length ? make("p", {}, "请与原件核对：") : null,
      doubts.length ? lineList(doubts) : null,
      undo,
    );
  }

  async function paste(pictures) {
    if (!file) throw new Error("图片不能放在这里");
    const names = [];
    for (const picture of pictures) {
      const name = picture.name || `image.${picture.type.replace("image/", "").replace("jpeg", "jpg")}`;
      names.push((await send("attach", { path: file.path, name, use: "text" }, picture)).name);
    }
    const start = text.selectionStart;
    const marks = names.map((name) => `![](${encodeURI(name).replaceAll("(", "%28").replaceAll(")", "%29")})`);
    insert(marks.join("\n\n"));
    text.setSelectionRange(start + 2, start + 2);
    say(`图片放在文件旁边了：${names.join("、")}。请在方括号里写图片的说明。`);
  }

  /** A block with an empty line before it and after it. */
  function apart(markdown) {
    const before = text.value.slice(0, text.selectionStart);
    const after = text.value.slice(text.selectionEnd);
    const front = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    const end = markdown.endsWith("\n") ? markdown : `${markdown}\n`;
    return front + end + (after === "" || after.startsWith("\n") ? "" : "\n");
  }

  /** Puts a text in the place of the selection; returns the button that undoes it where the browser does not. */
  function insert(written) {
    const [start, end] = [text.selectionStart, text.selectionEnd];
    text.readOnly = false;
    text.focus();
    if (written.length <= mostTyped && document.execCommand("insertText", false, written)) return null;
    const [whole, replaced] = [text.value, text.value.slice(start, end)];
    text.setRangeText(written, start, end, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
    const undo = make("button", { type: "button" }, "撤销粘贴");
    undo.addEventListener("click", () => {
      if (text.value.slice(start, start + written.length) !== written) return say("粘贴的内容已经改过，不能整个撤销");
      text.setRangeText(replaced, start, start + written.length, "end");
      text.dispatchEvent(new Event("input", { bubbles: true }));
      say(text.value === whole ? "已撤销。" : "粘贴的内容已去掉。");
      text.focus();
    });
    return undo;
  }

  function say(...parts) {
    note.replaceChildren(...parts.filter((part) => part !== null));
  }
}

/** Whether the cursor is among the facts at the beginning of a document, where there is no Markdown. */
function isInHead(text) {
  if (!text.value.startsWith("---\n")) return false;
  const end = text.value.indexOf("\n---", 3);
  return end < 0 || text.selectionStart <= end + 4;
}
