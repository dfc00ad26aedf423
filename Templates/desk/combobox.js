// @ts-check
// A text with proposals that follow what is typed: the combobox of the ARIA practices, list autocomplete with manual selection.
import { make } from "/desk/shared.js";

let count = 0;
const most = 12;

/**
 * @param {object} options
 * @param {HTMLInputElement} options.input
 * @param {(words: string) => {value: string, title: string, note: string}[]} options.find what fits the words, the best first
 * @param {(value: string) => void} options.chosen
 * @returns {HTMLElement} the input with its list
 */
export function combobox({ input, find, chosen }) {
  count += 1;
  const list = make("ul", { role: "listbox", id: `proposals-${count}`, class: "proposals", hidden: true, "aria-label": "可以选的文件" });
  const status = make("span", { class: "visually-hidden", role: "status" });
  let found = [];
  let active = -1;

  for (const [name, value] of Object.entries({
    role: "combobox",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  })) {
    input.setAttribute(name, value);
  }

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function open() {
    found = find(input.value.trim()).slice(0, most);
    active = -1;
    list.replaceChildren(
      ...found.map((each, index) =>
        make(
          "li",
          {
            role: "option",
            id: `${list.id}-${index}`,
            "aria-selected": "false",
            // The input keeps the focus.
            onmousedown: (event) => event.preventDefault(),
            onclick: () => take(index),
          },
          make("span", {}, each.title),
          make("span", { class: "note" }, each.note),
        ),
      ),
    );
    status.textContent = found.length ? `有 ${found.length} 个可以选` : input.value.trim() ? "没有找到" : "";
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
  }

  function move(step) {
    if (list.hidden) open();
    if (!found.length) return;
    active = (active + step + found.length + (active < 0 && step < 0 ? 1 : 0)) % found.length;
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === active)));
    input.setAttribute("aria-activedescendant", `${list.id}-${active}`);
    list.children[active].scrollIntoView({ block: "nearest" });
  }

  function take(index) {
    input.value = found[index].value;
    close();
    status.textContent = `选了 ${found[index].title}`;
    chosen(input.value);
  }

  input.addEventListener("input", open);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      take(active);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  return make("div", { class: "combobox" }, input, list, status);
}
