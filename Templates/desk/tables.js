// @ts-check
// Fields that name CSV files: each opens as a grid below its name, and is saved with the form.
import { grid } from "/desk/grid.js";
import { make } from "/desk/shared.js";

/**
 * @param {object} entry
 * @param {import("/desk/fields.js").Value} value the names of the files
 * @param {{changed: () => void, file: import("/desk/edit.js").OpenFile, rename: (name: string) => Promise<void>}} context
 */
export function tables(entry, value, { changed, file, rename }) {
  const names = value === null ? [] : [value].flat();
  const opened = names.map((name) => table(entry, name, changed, file));
  const fresh = make("button", { type: "button", class: "small", onclick: add }, "新建表格");
  const element = make("div", {}, ...opened.map((each) => each.element), names.length && !entry.isMany ? null : fresh);

  async function add() {
    try {
      const { name } = await file.ask("new-table", {}, { path: file.path, key: entry.key });
      await rename(name);
    } catch (error) {
      file.say(error.message, true);
    }
  }

  return {
    element,
    value: () => value,
    isChanged: () => opened.some((each) => each.isChanged()),
    save: async () => {
      for (const each of opened) await each.save();
    },
    refresh: async () => {
      for (const each of opened) await each.refresh();
    },
  };
}

function table(entry, name, changed, file) {
  const label = `${entry.label} ${name}`;
  let state = null;
  let sheet = null;
  let first = "";
  const place = make("div", { class: "table-place", hidden: true });
  const open = make("button", { type: "button", "aria-expanded": "false", onclick: toggle }, `打开表格 ${name}`);
  const element = make("div", { class: "table-field" }, open, place);
  const text = () => JSON.stringify(sheet.value().map((row) => row.cells));
  const isChanged = () => sheet !== null && text() !== first;

  async function toggle() {
    try {
      if (!sheet) await load();
      place.hidden = !place.hidden;
      open.setAttribute("aria-expanded", String(!place.hidden));
      open.textContent = `${place.hidden ? "打开" : "收起"}表格 ${name}`;
      if (!place.hidden) sheet.focus(0, 0);
    } catch (error) {
      file.say(error.message, true);
    }
  }

  const asked = () => file.ask("table", { path: file.path, key: entry.key, name });

  async function load(given) {
    state = given ?? (await asked());
    const rows = state.rows.map((cells, origin) => ({ origin, cells: state.columns.map((_, index) => cells[index] ?? "") }));
    sheet = grid({ label, columns: state.columns, rows, changed });
    first = text();
    place.replaceChildren(sheet.element, found());
    sheet.mark(state.findings);
  }

  function found() {
    return make(
      "ul",
      { class: "field-findings" },
      ...state.findings.map((finding) => {
        const words = `${finding.row === undefined ? "" : `第 ${finding.row + 1} 行：`}${finding.message}`;
        const go = () => sheet.focus(finding.row ?? 0, finding.column ?? 0);
        return make(
          "li",
          { class: finding.severity },
          make("button", { type: "button", class: "link", onclick: go }, words),
          ...finding.cures.map((cure) => make("p", { class: "cure" }, cure)),
        );
      }),
    );
  }

  async function save(rows = sheet?.value()) {
    if (!isChanged()) return;
    try {
      const sent = text();
      const { stamp } = await file.ask("table", {}, { file: state.file, stamp: state.stamp, rows });
      // Of the rows as they are now, each is where it stands.
      const news = await asked();
      if (news.stamp === stamp && text() === sent) await load(news);
      else state = { ...state, stamp };
    } catch (error) {
      file.say(error.message, true);
      if (error.status === 409) conflict(error.value);
    }
  }

  /** Shows both; the one that is taken is saved, the other is kept among the copies or was never written. */
  function conflict(theirs) {
    const mine = sheet.value();
    const lines = (rows) => rows.map((row) => row.cells.join("，")).join("\n");
    const take = async (isMine) => {
      const before = place.contains(panel);
      if (before) panel.remove();
      file.say("");
      if (isMine) {
        state = { ...state, stamp: theirs.stamp };
        await save(mine.map((row) => ({ ...row, origin: null })));
      } else await load();
      changed();
      sheet.focus(0, 0);
    };
    const choice = (isMine) => () => file.turn(() => take(isMine));
    const area = (text) => {
      const area = make("textarea", { readonly: true, rows: "8" });
      area.value = text;
      return area;
    };
    const choose = make("button", { type: "button", onclick: choice(false) }, "用磁盘上的");
    const panel = make(
      "section",
      { class: "conflict", "aria-label": `${label} 的两个版本` },
      make("label", {}, "磁盘上的（别人改过的）", area(theirs.text)),
      make("label", {}, "你写的", area(lines(mine))),
      make("div", {}, choose, " ", make("button", { type: "button", class: "main", onclick: choice(true) }, "用我写的")),
    );
    place.hidden = false;
    place.prepend(panel);
    choose.focus();
  }

  /** Follows what others write, as long as nothing is written here. */
  async function refresh() {
    if (!sheet) return;
    const news = await asked();
    if (news.stamp === state.stamp) {
      state = { ...state, findings: news.findings };
      place.querySelector(".field-findings")?.replaceWith(found());
      sheet.mark(state.findings);
    } else if (!isChanged()) {
      await load(news);
    }
  }

  return { element, isChanged, save: () => save(), refresh };
}
