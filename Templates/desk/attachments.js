// @ts-check
// The tab 附件: the files beside a document, what is wrong with them, and the way to new ones.
import { acceptFiles, editor, make, send, size } from "/desk/shared.js";

/** Where a sentence waits while the page is opened again at another address. */
const waiting = "gongkai-attachments";

/**
 * @param {HTMLElement} section
 * @param {import("/desk/edit.js").OpenFile} file
 */
export async function show(section, file) {
  const { path, ask } = file;
  let mostBytes = 0;
  const chooser = make("input", { type: "file", multiple: true, id: "attachment-files" });
  const zone = make(
    "div",
    { class: "drop-zone" },
    make("label", { for: "attachment-files" }, "把文件拖到这里，或者选择文件："),
    chooser,
  );
  const said = make("div", { class: "said", role: "status" });
  const list = make("ul", { class: "attachments" });
  section.append(zone, said, list);

  function say(lines) {
    said.replaceChildren(...lines.map((line) => make("p", line.isError ? { class: "errors" } : {}, line.text)));
  }

  let asked = 0;
  async function refresh() {
    const number = (asked += 1);
    const answer = await ask("attachments", { path });
    ({ mostBytes } = answer);
    // A later question has been answered already, or will be.
    if (number !== asked) return;
    list.replaceChildren(...answer.files.map(row));
    if (!answer.files.length) list.append(make("li", {}, "还没有附件"));
  }

  function row(each) {
    const state = {
      listed: each.title && each.title !== each.name.replace(/\.[^.]*$/, "") ? `名称：${each.title}` : "",
      text: "正文或者别的项目里用到",
      none: "没有列出，不会公开",
      unreadable: "不是普通文件（可能是链接），不会公开；请把文件本身放进来",
    }[each.use];
    const url = each.use === "unreadable" ? "" : (file.row?.url ?? "");
    const name = each.name.replace(/^.*\//, "");
    return make(
      "li",
      {},
      make(
        "p",
        {},
        url && each.use !== "none" ? make("a", { href: url + encodeURIComponent(name) }, each.name) : each.name,
        each.size === null ? "" : `　${size(each.size)}`,
        state ? `　${state}` : "",
      ),
      ...each.findings.map((finding) =>
        make(
          "div",
          { class: finding.severity },
          make(
            "p",
            {},
            make("span", { class: "severity" }, finding.severity === "error" ? "错误" : "警告"),
            ` ${finding.message}`,
          ),
          ...finding.cures.map((cure) => make("p", { class: "cure" }, cure)),
        ),
      ),
      make(
        "p",
        { class: "deeds" },
        each.isCleanable ? deed("去掉文件里的人名和地点", each, () => ask("clean", {}, { path, name: each.name })) : null,
        each.use === "none" ? deed("列为附件", each, () => ask("list", {}, { path, name: each.name })) : null,
        each.use === "listed" ? deed("从列表中去掉", each, () => ask("unlist", {}, { path, name: each.name })) : null,
      ),
    );
  }

  function deed(label, each, work) {
    return make(
      "button",
      {
        type: "button",
        "aria-label": `${label}：${each.name}`,
        onclick: async () => {
          try {
            await work();
            say([{ text: `${each.name}：已${label}` }]);
            await refresh();
          } catch (error) {
            say([{ text: error.message, isError: true }]);
          }
        },
      },
      label,
    );
  }

  /** One after the other, so that each is told. */
  async function take(files) {
    // Whoever is quicker than the list does not know yet how large a file may be.
    await loaded;
    const lines = [];
    let place = path;
    for (const [index, each] of files.entries()) {
      say([...lines, { text: `正在放入 ${index + 1}/${files.length}：${each.name}` }]);
      try {
        if (each.size > mostBytes) {
          throw new Error(`“${each.name}”太大（${size(each.size)}），没有放进来：附件最大 ${size(mostBytes)}；压缩其中的图片，或者分成几个文件`);
        }
        const kept = await send("attach", { path: place, name: each.name }, each);
        place = kept.path;
        lines.push({ text: kept.name === each.name ? `${each.name}：已放入` : `${each.name}：已放入，名为 ${kept.name}` });
        if (kept.note) lines.push({ text: kept.note, isError: true });
      } catch (error) {
        lines.push({ text: error.message.includes(each.name) ? error.message : `${each.name}：${error.message}`, isError: true });
      }
    }
    if (place !== path) {
      sessionStorage.setItem(waiting, JSON.stringify(lines));
      return location.replace(`${editor(place)}&tab=attachments`);
    }
    say(lines);
    await refresh();
  }

  const loaded = refresh();
  chooser.addEventListener("change", async () => {
    const files = [...chooser.files];
    chooser.value = "";
    await take(files);
  });
  acceptFiles(zone, take);
  await loaded;
  const before = sessionStorage.getItem(waiting);
  if (before) {
    sessionStorage.removeItem(waiting);
    say(JSON.parse(before));
  }
  return { opened: refresh, checked: () => (section.hidden ? undefined : refresh()) };
}
