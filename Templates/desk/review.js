// @ts-check
// The tab 送审: who wrote, who passed which step, and the next step as a button. What is allowed, the program decides.
import { make } from "/desk/shared.js";

const states = {
  open: "还没有",
  passed: "通过",
  unseen: "通过（写在文件里的，不是在工作台按的）",
  outdated: "要重审：通过以后文字、要素或者附件有改动",
  returned: "要重审：后来退回了",
};

/**
 * @param {HTMLElement} section
 * @param {import("/desk/edit.js").OpenFile} file
 */
export async function show(section, file) {
  const { path, ask } = file;
  const me = await ask("me");
  const steps = make("div", {});
  const name = make("input", { id: "reviewer", autocomplete: "name", maxlength: "40", value: localStorage.getItem("gongkai-name") ?? "" });
  const nameLine = me.isProxy ? make("p", {}, `你是：${me.name}`) : make("label", { class: "name" }, "你的姓名", name);
  const actions = make("div", { class: "tools", id: "review-actions" });
  const reason = make("textarea", { id: "reason", rows: "2", maxlength: "500" });
  const sendBack = make("button", { type: "button", onclick: () => act("return", { reason: reason.value }, "已退回") }, "退回");
  const history = make("div", {});
  const result = make("p", { class: "message", role: "status", hidden: true, id: "review-result", tabindex: "-1" });
  section.append(
    make("h2", {}, "审核"),
    result,
    steps,
    nameLine,
    actions,
    make("h2", {}, "退回"),
    make("label", { class: "reason" }, "理由，记在日志里，作者看得到", reason),
    make("p", {}, sendBack),
    make("h2", {}, "谁做过什么"),
    history,
  );

  function tell(text, isError = false) {
    result.hidden = !text;
    result.textContent = text;
    result.classList.toggle("errors", isError);
  }

  async function act(action, more, done) {
    localStorage.setItem("gongkai-name", name.value.trim());
    try {
      await file.turn(() => ask(action, {}, { path, name: name.value.trim(), ...more }));
      reason.value = "";
      await repaint();
      tell(done);
    } catch (error) {
      // Somebody else may have been quicker.
      if (error.status === 409) await repaint();
      tell(error.message, true);
    }
    result.focus();
  }

  /** What is shown; a button that somebody is about to press must not be exchanged for the same one. */
  let shown = "";

  async function paint() {
    const review = await ask("review", { path });
    if (JSON.stringify(review) === shown) return;
    shown = JSON.stringify(review);
    const held = actions.contains(document.activeElement) ? document.activeElement?.textContent : null;
    steps.replaceChildren(
      make(
        "table",
        { class: "review" },
        make("caption", { class: "visually-hidden" }, "审核的各步"),
        make("thead", {}, make("tr", {}, ...["步骤", "结果", "谁", "哪一天"].map((title) => make("th", { scope: "col" }, title)))),
        make(
          "tbody",
          {},
          ...review.steps.map((step) =>
            make(
              "tr",
              { "data-step": step.step, "data-state": step.state },
              make("th", { scope: "row" }, step.step),
              make("td", { class: ["outdated", "returned"].includes(step.state) ? "warnings" : "" }, states[step.state]),
              make("td", {}, step.by ?? ""),
              make("td", {}, step.on ?? ""),
            ),
          ),
        ),
      ),
      ...hints(review).map((hint) => make("p", {}, hint)),
    );
    actions.replaceChildren(
      ...review.next.map((step, index) =>
        make(
          "button",
          { type: "button", class: index === 0 ? "main" : "", onclick: () => act("pass", { step }, `${step}已通过`) },
          `${step}通过`,
        ),
      ),
      review.isDraft && (review.isComplete || !review.isAsked)
        ? make("button", { type: "button", onclick: () => act("settle", {}, "已定稿，不再是草稿") }, "定稿（不再是草稿）")
        : "",
    );
    if (held) [...actions.children].find((button) => button.textContent === held)?.focus();
    history.replaceChildren(
      review.log.length
        ? make(
            "ul",
            {},
            ...review.log.map((entry) =>
              make("li", {}, `${entry.time} ${entry.user ?? "（本机）"} ${entry.deed}${entry.note ? `：${entry.note}` : ""}`),
            ),
          )
        : make("p", {}, "工作台里还没有人改过这个文件"),
    );
  }

  function hints(review) {
    const all = [];
    if (review.returned) all.push(`${review.returned.user ?? ""} ${review.returned.time} 退回：${review.returned.note ?? ""}`);
    if (review.steps.some((step) => step.state === "outdated")) all.push("通过以后有改动的，从第一个要重审的步骤起再审一遍。");
    if (review.isComplete) all.push(review.isDraft ? "各步都已通过；还是草稿，读者看不到。" : "各步都已通过。");
    else if (review.isAsked && !review.isDraft) all.push("本站要求先审查、后公开：没有审完，检查时是错误，不能发布。");
    if (review.isPublic && review.published && review.published < review.day && !review.isComplete) {
      all.push(`这个文件 ${review.published} 已经公开：现在审核的结果只记在日志里，不写进文件。`);
    }
    return all;
  }

  const repaint = () => file.turn(paint);
  await repaint();
  return { opened: repaint, checked: () => (section.hidden ? undefined : repaint()) };
}
