// @ts-check
// The tab 以前的: what the file was before each change that was made at the desk, to look at and to bring back.
import { make } from "/desk/shared.js";

/** What the log calls a deed, in a clerk's words: the copy is what stood there before it. */
const words = { saved: "保存以前", restored: "恢复以前", removed: "删除以前" };

/**
 * @param {HTMLElement} section
 * @param {import("/desk/edit.js").OpenFile} file
 */
export async function show(section, file) {
  const { path, ask } = file;

  async function paint() {
    const copies = await ask("copies", { path });
    section.replaceChildren(
      copies.length
        ? make("ul", { class: "copies" }, ...copies.map(row))
        : make("p", {}, "还没有改过：在工作台里每改一次，改以前的就在这里留一份"),
    );
  }

  function row(copy) {
    const when = `${copy.time.replace("T", " ")} ${copy.user ? `${copy.user} ` : ""}${words[copy.deed] ?? ""}`;
    const text = make("pre", { hidden: true, tabindex: "0", "aria-label": when });
    const look = make("button", { type: "button", "aria-expanded": "false", "aria-label": `看${when}的` }, "看");
    look.addEventListener("click", async () => {
      if (text.hidden) text.textContent = (await ask("copy", { path, stamp: copy.before })).text;
      text.hidden = !text.hidden;
      look.setAttribute("aria-expanded", String(!text.hidden));
    });
    const back = make("button", { type: "button", "aria-label": `恢复${when}的`, onclick: () => restore(copy) }, "恢复");
    return make("li", {}, make("span", {}, when), " ", look, " ", back, text);
  }

  async function restore(copy) {
    try {
      const now = await ask("file", { path }).catch((error) => {
        if (error.status !== 404) throw error;
        return { stamp: null };
      });
      await ask("restore", {}, { path, copy: copy.before, ...(now.stamp ? { stamp: now.stamp } : {}) });
      file.say(`已经恢复成 ${copy.time.replace("T", " ")} 以前的；刚才的也留了一份`);
      await repaint();
      section.querySelector("button")?.focus();
    } catch (error) {
      file.say(error.message, true);
    }
  }

  const repaint = () => file.turn(paint);
  await repaint();
  return { opened: repaint, changed: () => (section.hidden ? undefined : repaint()) };
}
