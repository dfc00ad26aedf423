// @ts-check
// The controls of the form: each shows the value of one field as its kind describes it, and gives it back as the file has it.
import { references } from "/desk/references.js";
import { make } from "/desk/shared.js";

/**
 * @typedef {null | string | Value[] | {[key: string]: Value}} Value as in the file; null: nothing
 * @typedef {object} Control
 * @property {HTMLElement} element
 * @property {HTMLElement | null} [target] what a label belongs to; without one the control is a group
 * @property {() => Value} value
 */

let count = 0;
const id = () => `value-${(count += 1)}`;
const mostBoxes = 40;

/**
 * @param {object} entry a field of the form
 * @param {Value} value
 * @param {object} context
 * @param {() => void} context.changed
 * @param {import("/desk/edit.js").OpenFile} context.file
 * @returns {Control}
 */
export function control(entry, value, context) {
  if (entry.mapping) {
    if (!entry.mapping.members.length) return unknown(value, context);
    return entry.isMany ? many(entry, value, context) : one(entry, value, context);
  }
  if (isComposed(value, entry.isMany)) return unknown(value, context);
  if (entry.choices.length && entry.isMany) return boxes(entry, value, context);
  return entry.isMany ? many(entry, value, context) : plain(entry, value, context);
}

/** What the form cannot show: an object, or a list where one value is meant. */
function isComposed(value, isMany) {
  if (Array.isArray(value)) return !isMany || value.some((each) => each !== null && typeof each === "object");
  return value !== null && typeof value === "object";
}

/** Only to be seen; it is written as text. */
function unknown(value, { file }) {
  const element = make(
    "div",
    { class: "unknown" },
    make("pre", { tabindex: "0" }, shown(value)),
    make("button", { type: "button", onclick: () => file.go("text") }, "在“正文”里改"),
  );
  return { element, value: () => value };
}

/** A value in words. */
export function shown(value) {
  if (value === null || value === undefined || value === "") return "（没有）";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(shown).join("、");
  return Object.entries(value)
    .map(([key, each]) => `${key}：${shown(each)}`)
    .join("；");
}

/** One text, day, number, word or yes and no. */
function plain(entry, value, { changed, file }) {
  const text = value ?? "";
  const attributes = { id: id(), onchange: changed, oninput: changed };
  if (entry.words?.length || entry.choices.length || entry.type === "boolean") {
    const words = entry.words ?? (entry.type === "boolean" ? ["是", "否"] : entry.choices);
    const same = { true: "是", false: "否" };
    const known = entry.type === "boolean" ? (same[text] ?? text) : text;
    const select = make(
      "select",
      attributes,
      make("option", { value: "" }, "（不写）"),
      ...words.map((word) => make("option", { value: word }, word)),
      known && !words.includes(known) ? make("option", { value: known }, `${known}（不在可以选的里面）`) : null,
    );
    select.value = known;
    return { element: select, target: select, value: () => (select.value === known ? value : select.value || null) };
  }
  const isLong = entry.isLong || text.includes("\n");
  const name = isLong ? "textarea" : "input";
  const input = make(name, isLong ? { ...attributes, rows: String(Math.min(8, text.split("\n").length + 1)) } : attributes);
  if (!isLong) {
    if (entry.type === "date") input.type = "date";
    if (entry.type === "number") input.inputMode = "decimal";
    if (entry.type === "link") input.inputMode = "url";
  }
  input.value = text;
  // A date input drops what it does not understand: 2026年3月, a time, a day that does not exist.
  if (input.type === "date" && input.value !== text) {
    input.type = "text";
    input.value = text;
  }
  // What a text area makes of the text is what it has.
  const first = input.value;
  const get = () => (input.value === first ? value : input.value.trim() ? input.value : null);
  if (entry.type === "reference") return { element: references(input, file, changed), target: input, value: get };
  if (!entry.suggestions?.length) return { element: input, target: input, value: get };
  const list = make("datalist", { id: id() }, ...entry.suggestions.map((word) => make("option", { value: word })));
  input.setAttribute("list", list.id);
  return { element: make("div", {}, input, list), target: input, value: get };
}

/** Some of a list of words. */
function boxes(entry, value, { changed }) {
  const given = value === null ? [] : [value].flat();
  const words = [...entry.choices, ...given.filter((word) => !entry.choices.includes(word))];
  const inputs = words.map((word) => {
    const input = make("input", { type: "checkbox", value: word, onchange: changed });
    input.checked = given.includes(word);
    return input;
  });
  const labels = inputs.map((input) =>
    make("label", {}, input, entry.choices.includes(input.value) ? input.value : `${input.value}（不在可以选的里面）`),
  );
  const get = () => {
    const now = inputs.filter((input) => input.checked).map((input) => input.value);
    // Those that were there stay in their order.
    return listed([...given.filter((word) => now.includes(word)), ...now.filter((word) => !given.includes(word))], value);
  };
  const list = make("div", { class: words.length > mostBoxes ? "boxes many" : "boxes" }, ...labels);
  return { element: list, value: get };
}

/** A list as the file has it: what was one text stays one. */
function listed(values, before) {
  if (!values.length) return null;
  return values.length === 1 && !Array.isArray(before) ? values[0] : values;
}

/** Several values, each on a line of its own. */
function many(entry, value, context) {
  const list = make("ol", { class: "values" });
  const status = make("span", { class: "visually-hidden", role: "status" });
  const single = { ...entry, isMany: false };
  const given = value === null ? [] : [value].flat();
  let rows = given.map(row);

  function row(each) {
    const inner = entry.mapping ? one(single, each, context) : plain(single, each, context);
    return { ...inner, isEmpty: () => inner.value() === null };
  }

  function paint() {
    list.replaceChildren(
      ...rows.map((each, index) => {
        const name = `${entry.label} 第 ${index + 1} 项`;
        if (each.target) each.target.setAttribute("aria-label", name);
        const button = (text, label, work, disabled = false) =>
          make("button", { type: "button", class: "small", "aria-label": `${label}${name}`, disabled, onclick: work }, text);
        return make(
          "li",
          {},
          each.element,
          make(
            "span",
            { class: "row-tools" },
            rows.length > 1 ? button("上移", "上移", () => move(index, index - 1), index === 0) : null,
            rows.length > 1 ? button("下移", "下移", () => move(index, index + 1), index === rows.length - 1) : null,
            button("删去", "删去", () => remove(index)),
          ),
        );
      }),
    );
  }

  function move(from, to) {
    rows.splice(to, 0, ...rows.splice(from, 1));
    paint();
    rows[to].target?.focus();
    status.textContent = `移到了第 ${to + 1} 项`;
    context.changed();
  }

  function remove(index) {
    rows.splice(index, 1);
    paint();
    (rows[Math.min(index, rows.length - 1)]?.target ?? more).focus();
    status.textContent = `删去了第 ${index + 1} 项`;
    context.changed();
  }

  const more = make(
    "button",
    {
      type: "button",
      class: "small",
      "aria-label": `加一项${entry.label}`,
      onclick: () => {
        rows.push(row(null));
        paint();
        rows[rows.length - 1].target?.focus();
      },
    },
    "加一项",
  );
  paint();
  const get = () => {
    const now = rows.filter((each) => !each.isEmpty()).map((each) => each.value());
    return JSON.stringify(now) === JSON.stringify(given) ? value : listed(now, value);
  };
  return { element: make("div", {}, list, more, status), value: get };
}

/** A value that may be a text or say more: {document, articles, on …}. */
function one(entry, value, context) {
  const { plain: main, members } = entry.mapping;
  const isObject = value !== null && typeof value === "object";
  const own = (member) => {
    if (!isObject) return member.key === main ? value : null;
    return value[member.key] ?? value[member.label] ?? null;
  };
  const parts = members.map((member) => {
    const given = own(member);
    const isText = given === null || typeof given === "string";
    const words = Array.isArray(given) ? given.join("、") : given;
    const inner =
      isText || Array.isArray(given)
        ? plain({ ...member, choices: [], suggestions: [], label: member.label }, words, context)
        : unknown(given, context);
    const get = () => {
      const now = inner.value();
      if (now === words) return given;
      const items = member.isMany && now ? now.split(/[、，,]/).map((each) => each.trim()).filter(Boolean) : [];
      return items.length > 1 || (items.length && Array.isArray(given)) ? items : now;
    };
    return { member, ...inner, value: get };
  });
  const first = parts.find((part) => part.member.key === main) ?? parts[0];
  const others = parts.filter((part) => part !== first);
  const field = (part) => make("label", {}, part.member.label, part.element);
  const isOpen = !main || others.some((part) => part.value() !== null);
  const details = make("details", { open: isOpen }, make("summary", {}, entry.isRelation ? "条款、日期、说明，或者不在本站的文件" : "更多"), make("div", { class: "members" }, ...others.map(field)));
  const get = () => {
    const now = parts.filter((part) => part.value() !== null);
    if (!now.length) return null;
    const known = new Set(members.flatMap((member) => [member.key, member.label]));
    const rest = isObject ? Object.entries(value).filter(([key]) => !known.has(key)) : [];
    if (now.length === 1 && now[0] === first && main && !isObject) return first.value();
    // Words stay in the language and the order in which they are written.
    const names = new Map(isObject ? Object.keys(value).map((key) => [key, key]) : []);
    const name = (member) => names.get(member.label) ?? member.key;
    const order = isObject ? Object.keys(value) : [];
    const pairs = now.map((part) => [name(part.member), part.value()]);
    const rank = ([key]) => (order.includes(key) ? order.indexOf(key) : order.length);
    return Object.fromEntries([...pairs, ...rest].sort((a, b) => rank(a) - rank(b)));
  };
  const head = main ? first.element : field(first);
  return {
    element: make("div", { class: "mapping" }, head, others.length ? details : null),
    target: first.target,
    value: get,
  };
}
