// @ts-check
// The tab 要素: the facts of a document as a form made of its kind. Only what was changed is written.
import { control, shown } from "/desk/fields.js";
import { make } from "/desk/shared.js";
import { tables } from "/desk/tables.js";

const text = (value) => JSON.stringify(value ?? null);

/**
 * @param {HTMLElement} section
 * @param {import("/desk/edit.js").OpenFile} file
 */
export async function show(section, file) {
  const { path, ask } = file;
  let stamp = "";
  let kind = "";
  /** By key: the field, its control, what stands in the file. @type {Map<string, any>} */
  let fields = new Map();
  /** What people are asked about two versions. */
  let asked = "";
  /** Tabs of their own show these. */
  const elsewhere = ["attachments", "review"].filter((name) => document.getElementById(`tab-${name}`));

  const conflict = make("section", { class: "facts-conflict", hidden: true, "aria-label": "两个版本" });
  const form = make("div", { class: "facts" });
  section.append(conflict, form);

  const isChanged = (field) => text(field.control.value()) !== field.first;
  const changed = () => [...fields.values()].filter(isChanged);
  const sheets = () => [...fields.values()].map((field) => field.control).filter((each) => each.save);

  // MARK: the form

  function field(entry) {
    const one = { entry, base: text(entry.value), place: make("div", { class: "control" }), findings: make("ul", { class: "field-findings" }) };
    fields.set(entry.key, one);
    // Where words, days, lists and tables have a control of their own, nobody needs to be told how they are written.
    const isPlain = !entry.isMany && !entry.mapping && ["text", "markdown", "number", "period", "organization", "person"].includes(entry.type);
    const words = entry.choices.length || entry.type === "table" ? "" : entry.help;
    const help = [words, entry.example && isPlain && !entry.choices.length ? `如 ${entry.example}` : ""].filter(Boolean).join("；");
    one.help = help ? make("p", { class: "help", id: `help-${entry.key}` }, help) : null;
    one.findings.id = `findings-${entry.key}`;
    one.name = make("label", { class: "name", id: `name-${entry.key}` }, entry.label);
    if (entry.isRequired) one.name.append(make("span", { class: "must" }, "必填"));
    one.element = make("div", { class: "field", id: `field-${entry.key}` }, one.name, one.help, one.place, one.findings);
    fill(one, entry.value);
    mark(one, entry.findings);
    return one.element;
  }

  /** Makes the control of a field for a value. */
  function fill(one, value) {
    const { entry } = one;
    const context = { changed: file.mark, file, rename: (name) => addTable(one, name) };
    one.control = entry.type === "table" ? tables(entry, value, context) : control(entry, value, context);
    one.first = text(one.control.value());
    one.place.replaceChildren(one.control.element);
    const { target } = one.control;
    const about = [one.help?.id, one.findings.id].filter(Boolean).join(" ");
    if (target) {
      one.name.setAttribute("for", target.id);
      target.setAttribute("aria-describedby", about);
      if (entry.isRequired) target.setAttribute("aria-required", "true");
      one.place.removeAttribute("role");
    } else {
      one.name.removeAttribute("for");
      one.place.setAttribute("role", "group");
      one.place.setAttribute("aria-labelledby", one.name.id);
      one.place.setAttribute("aria-describedby", about);
    }
  }

  function mark(one, findings) {
    one.wrong = findings;
    one.findings.replaceChildren(
      ...findings.map((finding) =>
        make(
          "li",
          { class: finding.severity },
          make("span", { class: "severity" }, finding.severity === "error" ? "错误" : "警告"),
          `：${finding.message}`,
          ...finding.cures.map((cure) => make("p", { class: "cure" }, cure)),
        ),
      ),
    );
    const isWrong = findings.some((finding) => finding.severity === "error");
    one.element.classList.toggle("wrong", isWrong);
    if (one.control.target) one.control.target.setAttribute("aria-invalid", String(isWrong));
  }

  function build(facts) {
    ({ stamp, kind } = facts);
    fields = new Map();
    const entries = facts.entries.filter((entry) => {
      if (elsewhere.includes(entry.key)) return false;
      // What the form knows nothing of is shown if it is there.
      return entry.value !== null || !entry.mapping || entry.mapping.members.length;
    });
    const isFirst = (entry) => entry.isRequired || entry.isUsual || entry.value !== null || entry.findings.length;
    const rest = entries.filter((entry) => !isFirst(entry));
    form.replaceChildren(
      make("p", { class: "kind" }, kind ? `类型：${kind}` : "类型不明：在下面选类型，保存以后就有这个类型的要素"),
      ...entries.filter(isFirst).map(field),
      make(
        "details",
        { class: "rest", open: !kind },
        make("summary", {}, `其他要素（${rest.length} 项）`),
        ...rest.map(field),
      ),
    );
    file.mark();
  }

  // MARK: saving

  async function save() {
    const mine = changed();
    const values = Object.fromEntries(mine.map((one) => [one.entry.key, one.control.value()]));
    try {
      if (mine.length) {
        const sent = new Map(mine.map((one) => [one, text(values[one.entry.key])]));
        ({ stamp } = await ask("facts", {}, { path, stamp, values }));
        for (const [one, value] of sent) [one.base, one.first] = [value, value];
      }
      file.say("");
      for (const sheet of sheets()) await sheet.save();
    } catch (error) {
      file.say(error.message, true);
      if (error.status === 409 && take(error.value.values, error.value.stamp)) {
        file.say("别人改过别的要素，已经合在一起");
        return save();
      }
    }
    file.mark();
  }

  /** A new table is named in the document at once, so that it cannot be forgotten. */
  async function addTable(one, name) {
    const before = one.entry.value === null ? [] : [one.entry.value].flat();
    one.entry.value = before.length ? [...before, name] : name;
    fill(one, one.entry.value);
    one.first = one.base;
    await file.turn(save);
    // Whoever has gone on by now stays there.
    if (document.activeElement === document.body) one.place.querySelector("button")?.focus();
  }

  /** Takes in what others have written; of fields that both have changed, both are shown. Returns whether there were none. */
  function take(values, newStamp) {
    const both = [];
    for (const one of fields.values()) {
      const theirs = values[one.entry.key] ?? null;
      if (text(theirs) === one.base) continue;
      if (isChanged(one) && text(one.control.value()) !== text(theirs)) {
        both.push({ one, theirs });
      } else {
        one.base = text(theirs);
        one.entry.value = theirs;
        fill(one, theirs);
      }
    }
    if (both.length) settle(both, newStamp);
    else stamp = newStamp;
    return !both.length;
  }

  /** Lets choose between two values of each field. */
  function settle(both, newStamp) {
    // A question that stands there already is not put again: the focus would go to another answer while somebody presses Enter.
    const question = (all) => text([newStamp, ...[...all].map(({ one, theirs }) => [one.entry.key, theirs])]);
    if (!conflict.hidden && question(both) === asked) return;
    asked = question(both);
    const left = new Set(both);
    const rows = both.map((each) => {
      const { one, theirs } = each;
      const choose = (isMine) => {
        one.base = text(theirs);
        if (isMine) one.first = one.base;
        else {
          one.entry.value = theirs;
          fill(one, theirs);
        }
        left.delete(each);
        asked = question(left);
        row.remove();
        if (left.size) return conflict.querySelector("button")?.focus();
        stamp = newStamp;
        conflict.hidden = true;
        file.say("");
        file.mark();
        one.control.target?.focus();
        if (changed().length) file.turn(save);
      };
      const { label } = one.entry;
      const button = (words, isMine) =>
        make("button", { type: "button", class: isMine ? "main" : "", "aria-label": `${label}：${words}`, onclick: () => choose(isMine) }, words);
      const row = make(
        "li",
        {},
        make("strong", {}, label),
        make("p", {}, "磁盘上的（别人改过的）：", make("span", { class: "theirs" }, shown(theirs))),
        make("p", {}, "你写的：", make("span", { class: "mine" }, shown(one.control.value()))),
        button("用磁盘上的", false),
        " ",
        button("用我写的", true),
      );
      return row;
    });
    conflict.replaceChildren(make("p", {}, "下面几项别人也改了，选一个："), make("ul", {}, ...rows));
    conflict.hidden = false;
    conflict.querySelector("button")?.focus();
  }

  // MARK: following

  async function opened() {
    let facts;
    try {
      facts = await ask("facts", { path });
    } catch (error) {
      if (!changed().length) refuse(error);
      throw error;
    }
    if (!fields.size || (facts.kind !== kind && !changed().length)) return build(facts);
    const values = Object.fromEntries(facts.entries.map((entry) => [entry.key, entry.value]));
    if (facts.stamp !== stamp && !take(values, facts.stamp)) file.say("别人刚改过同样的要素，选一个", true);
    for (const entry of facts.entries) {
      const one = fields.get(entry.key);
      if (one) mark(one, entry.findings);
    }
    for (const sheet of sheets()) await sheet.refresh?.();
    file.mark();
  }

  /** The file cannot be shown as a form: the sentence says why, the text is one key away. */
  function refuse(error) {
    fields = new Map();
    form.replaceChildren(
      make("p", { class: "message errors" }, error.message),
      make("button", { type: "button", class: "main", onclick: () => file.go("text") }, "打开“正文”"),
    );
    file.mark();
  }

  function go({ key }) {
    const one = fields.get(key);
    if (!one) return;
    const rest = one.element.closest("details");
    if (rest) rest.open = true;
    (one.control.target ?? one.place.querySelector("input, select, textarea, button"))?.focus();
    one.element.scrollIntoView({ block: "center" });
  }

  /** Goes to the field that a finding is about; false if it is about none. */
  function leads(finding) {
    for (const one of fields.values()) {
      if (!one.wrong.some((each) => each.line === finding.line && each.message === finding.message)) continue;
      go({ key: one.entry.key });
      return true;
    }
    return false;
  }

  const quietly = () => file.turn(opened).catch((error) => file.say(error.message, true));
  await quietly();
  return {
    isChanged: () => changed().length > 0 || sheets().some((sheet) => sheet.isChanged()),
    save: () => file.turn(save),
    opened: () => file.turn(opened),
    go,
    leads,
    changed: () => (section.hidden ? undefined : quietly()),
    checked: () => (section.hidden ? undefined : quietly()),
  };
}
