// What all pages of the desk share: asking the server, and being told of changes.

/** Asks for JSON; throws an Error with the server's sentence. */
export async function ask(name, parameters = {}, body) {
  const options = body ? { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json" } } : {};
  return answer(name, parameters, options);
}

/** Sends a file as it is; throws as `ask` does. */
export async function send(name, parameters, file) {
  try {
    // A folder, or a file that has been moved or locked since it was chosen.
    await file.slice(0, 1).arrayBuffer();
  } catch {
    throw new Error(`读不到“${file.name}”：可能是文件夹，或者正在被别的程序使用，或者已经移走`);
  }
  return answer(name, parameters, { method: "POST", body: file, headers: { "Content-Type": "application/octet-stream" } });
}

async function answer(name, parameters, options) {
  const address = new URL(`/desk/api/${name}`, location.origin);
  for (const [key, value] of Object.entries(parameters)) address.searchParams.set(key, value);
  let response;
  try {
    response = await fetch(address, options);
  } catch {
    throw Object.assign(new Error("工作台没有回应：程序可能已经结束"), { status: 0 });
  }
  const type = response.headers.get("Content-Type") ?? "";
  const value = type.includes("json") ? await response.json() : { message: await response.text() };
  if (!response.ok) throw Object.assign(new Error(value.message), { status: response.status, value });
  return value;
}

/**
 * Calls back when files have changed, and when they have been checked; also for what happened before the page could listen.
 *
 * `since` is the state that the page shows, if it knows it.
 */
export function follow({ since, changed, checked, failed, worked }) {
  const source = new EventSource("/desk/events");
  source.addEventListener("hello", (event) => {
    // What came to its end before the page could listen.
    if (worked) ask("work").then(worked, () => {});
    if (since?.() === event.data) return;
    changed?.();
    checked?.();
  });
  source.addEventListener("changed", () => changed?.());
  source.addEventListener("checked", () => checked?.());
  source.addEventListener("failed", (event) => failed?.(event.data));
  source.addEventListener("work", (event) => worked?.(JSON.parse(event.data)));
  return source;
}

/**
 * Lets pieces of work begin only when those before them have ended, so that no answer comes after a later one and takes back
 * what it brought. Work must not wait for a turn of the same kind.
 */
export function inTurn() {
  let last = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };
}

/** Work that reads what is newest: one at a time, and one more after it however often it is called meanwhile. */
export function newest(work) {
  const turn = inTurn();
  let waiting = null;
  return () =>
    (waiting ??= turn(() => {
      waiting = null;
      return work();
    }));
}

/** Puts who is there, and the way to publish, into the head of a page of the desk; returns what the server says of them. */
export async function greet() {
  const me = await ask("me").catch(() => null);
  const header = document.querySelector("header");
  if (!location.pathname.endsWith("/publish.html")) header?.append(make("a", { href: "/desk/publish.html" }, "发布"));
  if (me?.name) header?.append(make("span", { class: "me" }, me.name));
  return me;
}

/** An element with attributes and children; text is text. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Puts something new into an element. Whoever had the focus on a button in it still has it if the button is there again. */
export function repaint(element, ...children) {
  const words = element.contains(document.activeElement) ? document.activeElement.textContent : null;
  element.replaceChildren(...children);
  if (words !== null) [...element.querySelectorAll("button")].find((button) => button.textContent === words)?.focus();
}

/** Files may be dropped on an element; what is dropped beside it does not take the page away. */
export function acceptFiles(element, take) {
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  for (const target of [document, element]) {
    target.addEventListener("dragover", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (target === element) event.stopPropagation();
      event.dataTransfer.dropEffect = target === element ? "copy" : "none";
      element.classList.toggle("dropping", target === element);
    });
    target.addEventListener("drop", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      element.classList.remove("dropping");
      if (target !== element) return;
      event.stopPropagation();
      take([...event.dataTransfer.files]);
    });
  }
  element.addEventListener("dragleave", () => element.classList.remove("dropping"));
}

/** 12.3 MB, for people. */
export function size(bytes) {
  if (bytes < 1024) return `${bytes} 字节`;
  return bytes < 1 << 20 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / (1 << 20)).toFixed(1)} MB`;
}

/** Lines with their places, the first of many. */
export function lineList(lines, most = 30) {
  const rest = lines.length - most;
  return make(
    "ul",
    {},
    ...lines.slice(0, most).map((line) => make("li", {}, line.place ? `${line.text}（${line.place}）` : line.text)),
    rest > 0 ? make("li", {}, `…… 还有 ${rest} 处`) : null,
  );
}

/** 2个错误、3条警告, or 没有问题. */
export function count({ errors, warnings }) {
  const parts = [errors ? `${errors} 个错误` : "", warnings ? `${warnings} 条警告` : ""].filter(Boolean);
  return parts.length ? parts.join("、") : "没有问题";
}

/** Findings as a list; `show` is called with one that was chosen. */
export function findingList(findings, show) {
  return make("ul", { class: "findings" }, ...findingItems(findings, show));
}

/** The items of such a list. */
export function findingItems(findings, show) {
  return findings.map((finding) =>
    make(
      "li",
      { class: finding.severity },
      make(
        "button",
        { type: "button", onclick: () => show(finding) },
        make("span", { class: "severity" }, finding.severity === "error" ? "错误" : "警告"),
        ` ${finding.path.replace(/^.*\//, "")} 第 ${finding.line} 行：${finding.message}`,
      ),
      ...finding.cures.map((cure) => make("p", { class: "cure" }, cure)),
    ),
  );
}

/** The address of the editor for a file, at a line. */
export function editor(path, line) {
  return `/desk/edit.html?path=${encodeURIComponent(path)}${line ? `&line=${line}` : ""}`;
}
