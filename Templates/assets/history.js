// @ts-check
/**
 * 各个时期 on a document's page: a day that a reader chooses, or that the address names (`?on=2023-05-01`), shown in the table
 * that is there anyway, and in a sentence that can be cited.
 */

/** @param {string} day YYYY-MM-DD */
const written = (day) => day.split("-").map(Number).map((part, index) => `${part}${"年月日"[index]}`).join("");

/** @param {HTMLElement} section */
export function offerDays(section) {
  const rows = [...section.querySelectorAll("tbody tr")].map((row) => /** @type {HTMLElement} */ (row));
  const form = document.createElement("form");
  const label = document.createElement("label");
  const input = document.createElement("input");
  const go = document.createElement("button");
  const answer = document.createElement("p");
  input.type = "date";
  input.required = true;
  label.append("查看这一天：", input);
  go.textContent = "查看";
  answer.setAttribute("role", "status");
  form.append(label, go, answer);
  section.querySelector("h2")?.after(form);

  /** @param {string} day */
  function show(day) {
    const row = rows.filter((each) => (each.dataset.day ?? "") <= day).pop() ?? rows[0];
    for (const each of rows) each.classList.toggle("chosen", each === row);
    const state = row.querySelector(".status")?.textContent;
    const text = row.querySelector("td:nth-child(3) a[href]")?.cloneNode(true);
    answer.replaceChildren(`${written(day)}：${state ? `本文件${state}` : ""}`, ...(text ? ["，", text] : []), "。");
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = new URL(location.href);
    address.searchParams.set("on", input.value);
    address.hash = "history";
    history.replaceState(null, "", address);
    show(input.value);
  });
  const asked = new URLSearchParams(location.search).get("on") ?? "";
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asked) || Number.isNaN(Date.parse(asked))) return;
  input.value = asked;
  show(asked);
  section.scrollIntoView();
}
