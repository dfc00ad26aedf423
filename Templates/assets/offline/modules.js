// @ts-check
/**
 * What `import` and `fetch` are in a copy without a server, where browsers refuse both: modules and files come as scripts that hand
 * over what they hold. Each is known by the address of the script that is running.
 */
(() => {
  /** @type {Map<string, Promise<any>>} what modules export, by address */
  const modules = new Map();
  /** @type {WeakMap<HTMLScriptElement, string>} */
  const texts = new WeakMap();

  const running = () => /** @type {HTMLScriptElement} */ (document.currentScript);

  /** @param {string} address @returns {Promise<HTMLScriptElement>} the script, when it has run */
  function run(address) {
    return new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = address;
      script.addEventListener("load", () => done(script));
      script.addEventListener("error", () => fail(new Error(address)));
      document.head.append(script);
    });
  }

  /** @param {string} address */
  function load(address) {
    const known = modules.get(address);
    if (known) return known;
    const loaded = run(address).then(() => {
      const made = modules.get(address);
      if (made === loaded) throw new Error(address);
      return made;
    });
    modules.set(address, loaded);
    loaded.catch(() => modules.delete(address));
    return loaded;
  }

  /**
   * Called by the script of a module.
   * @param {string[]} names of the modules that it imports
   * @param {(exports: object, imports: object[], load: (name: string) => Promise<any>, address: string) => void} body
   */
  function module(names, body) {
    const address = running().src;
    const loadFrom = (/** @type {string} */ name) => load(new URL(name, address).href);
    modules.set(address, Promise.all(names.map(loadFrom)).then((imports) => {
      const exports = {};
      body(exports, imports, loadFrom, address);
      return exports;
    }));
  }

  /** Called by the script of a file. @param {string} text */
  function file(text) {
    texts.set(running(), text);
  }

  /** @param {URL} address @returns {Promise<string>} */
  async function textOf(address) {
    const script = await run(`${address.href}.js`);
    script.remove();
    const text = texts.get(script);
    if (text === undefined) throw new Error(address.href);
    return text;
  }

  Object.assign(globalThis, { gongkai: Object.freeze({ module, file, textOf }) });
})();
