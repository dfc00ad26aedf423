// @ts-check
/** 分享和下载: the page's link, a citation, a QR code for the phone, and the document as a file. Loaded when a reader asks for it. */
import { citation, readHead } from "./export/paper.js";

/** @type {HTMLDialogElement | undefined} */
let dialog;

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** @param {string} label @param {() => void} act @returns {HTMLButtonElement} */
function button(label, act) {
  const element = make("button", { type: "button" }, label);
  element.addEventListener("click", act);
  return element;
}

/** Shows the dialog. */
export async function open() {
  if (!dialog) {
    dialog = build();
    document.body.append(dialog);
    // The box is not drawn before its own stylesheet is there.
    const style = make("link", { rel: "stylesheet", href: new URL("share.css", import.meta.url).href });
    await new Promise((done) => {
      style.addEventListener("load", done);
      style.addEventListener("error", done);
      document.head.append(style);
    });
  }
  dialog.showModal();
}

/** @returns {HTMLDialogElement} */
function build() {
  const { title, url } = readHead();
  const box = make("dialog", { class: "share", "aria-labelledby": "share-title" });
  const said = make("p", { class: "share-said", role: "status" });
  /** @param {string} text */
  const say = (text) => (said.textContent = text);

  /** @param {string} label @param {string} id @param {string} text @param {string} action */
  const copied = (label, id, text, action) => {
    const field = make("textarea", { id, readonly: "", rows: "2" }, text);
    field.addEventListener("focus", () => field.select());
    const act = async () => {
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        // Without permission, or without HTTPS.
        field.select();
        if (!document.execCommand("copy")) return say("没有复制成功，请选中文字后自己复制。");
      }
      say(action + "完成，可以粘贴到别处。");
    };
    return make("div", { class: "share-field" }, make("label", { for: id }, label), field, button(action, act));
  };

  /** @param {string} label @param {string} module */
  const saved = (label, module) =>
    button(label, () => {
      say("正在生成文件……");
      import(module)
        .then(({ download }) => download())
        .then(() => say("文件已经生成，请在浏览器的下载中查看。"))
        .catch(() => say("没有生成成功，请刷新网页后再试。"));
    });

  const code = make("figure", { class: "share-code" });
  import("./qr.js")
    .then(({ qrCode }) => {
      const svg = qrCode(url, "本页网址的二维码");
      if (svg) code.append(svg, make("figcaption", {}, "用手机扫一扫，在手机上看"));
    })
    .catch(() => code.remove());

  const files = make("p", { class: "share-files" }, saved("下载Word文档", "./export/docx.js"), saved("下载纯文本", "./export/text.js"));
  if (typeof navigator.share === "function") {
    files.prepend(button("发给别人", () => void navigator.share({ title, url }).catch(() => {})));
  }
  box.append(
    make("h2", { id: "share-title" }, document.documentElement.dataset.share || "分享和下载"),
    make("div", { class: "share-columns" },
      make("div", {}, copied("本页网址", "share-link", url, "复制网址"), copied("引用格式", "share-citation", citation(), "复制引用"), files, said),
      code),
    make("p", { class: "share-close" }, button("关闭", () => box.close())),
  );
  // A click beside the box closes it.
  box.addEventListener("click", (event) => event.target === box && box.close());
  return box;
}
