// @ts-check
/**
 * 自助机: what leads out of the copy becomes a code for the visitor's own phone, and after some idle minutes the next visitor finds the
 * home page, without a trace of the one before. The minutes and the home page stand on <html>.
 */

const html = document.documentElement;
const signs = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "scroll"];
/** @type {ReturnType<typeof setTimeout> | undefined} */
let idle;

/** @param {string} address */
async function show(address) {
  const { qrCode } = await import("../qr.js");
  const box = document.createElement("dialog");
  const heading = document.createElement("h2");
  const text = document.createElement("p");
  const close = document.createElement("button");
  box.className = "outside-box";
  heading.id = "outside-heading";
  heading.textContent = "请用手机扫码查看";
  box.setAttribute("aria-labelledby", heading.id);
  text.textContent = address;
  close.type = "button";
  close.textContent = "关闭";
  close.addEventListener("click", () => box.close());
  box.addEventListener("close", () => box.remove());
  box.append(heading, qrCode(address, "网址的二维码") ?? "", text, close);
  document.body.append(box);
  box.showModal();
}

/** @param {Element} element @returns {string | undefined} the address outside the copy to which it leads */
function outside(element) {
  if (element instanceof HTMLElement && element.dataset.outside) return element.dataset.outside;
  return element instanceof HTMLAnchorElement && /^https?:$/.test(element.protocol) ? element.href : undefined;
}

function leave() {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith("gongkai.")) localStorage.removeItem(key);
  } catch {
    // Storage is blocked: nothing was kept.
  }
  location.replace(new URL(html.dataset.home || "", location.href));
}

function wait() {
  clearTimeout(idle);
  idle = setTimeout(leave, Number(html.dataset.idle) * 60_000);
}

document.addEventListener("click", (event) => {
  const element = event.target instanceof Element ? event.target.closest("[data-outside], a[href]") : null;
  const address = element && outside(element);
  if (!address) return;
  event.preventDefault();
  event.stopPropagation();
  void show(address);
}, true);
for (const sign of signs) addEventListener(sign, wait, { capture: true, passive: true });
wait();
