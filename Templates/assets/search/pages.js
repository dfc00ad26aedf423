// @ts-check
/** Texts of documents, read from the same pages that a reader opens. */

/** @import {PageText} from "./types" */
import { textOf } from "../files.js";
import { foldWithPlaces } from "./folding.js";

const blocks = new Set(["P", "DIV", "LI", "TR", "TD", "TH", "H1", "H2", "H3", "H4", "H5", "H6", "BR", "BLOCKQUOTE", "PRE",
  "SECTION", "TABLE", "FIGCAPTION", "DT", "DD", "CAPTION"]);
const silent = new Set(["SCRIPT", "STYLE", "TEMPLATE", "NOSCRIPT"]);

export class Pages {
  /** @param {URL} root the site's root */
  constructor(root) {
    this.root = root;
    /** @type {Map<string, Promise<PageText>>} */
    this.texts = new Map();
  }

  /**
   * @param {string} url site-relative
   */
  text(url) {
    let text = this.texts.get(url);
    if (!text) {
      text = this.read(url).catch((error) => {
        this.texts.delete(url);
        throw error;
      });
      this.texts.set(url, text);
    }
    return text;
  }

  /** @param {string} url */
  async read(url) {
    const page = new DOMParser().parseFromString(await textOf(new URL(url, this.root)), "text/html");
    const body = page.querySelector("article[data-body], [data-body]");
    if (!body) throw new Error(`${url}: no body`);
    return textNodesOf(body);
  }
}

/**
 * The text of a body, with each text node and its offset.
 * @param {Element} body
 * @returns {PageText & {nodes: {node: Text, start: number}[]}}
 */
export function textNodesOf(body) {
  let raw = "";
  /** @type {{node: Text, start: number}[]} */
  const nodes = [];
  /** @type {{place: number, id: string}[]} */
  const anchors = [];
  /** @param {Node} node */
  const walk = (node) => {
    if (node instanceof Text) {
      nodes.push({ node, start: raw.length });
      raw += node.data;
    }
    if (!(node instanceof Element) || silent.has(node.tagName) || node.hasAttribute("data-note")) return;
    if (blocks.has(node.tagName) && raw !== "" && !raw.endsWith("\n")) raw += "\n";
    if (node.id && node !== body) anchors.push({ place: raw.length, id: node.id });
    for (const child of node.childNodes) walk(child);
    if (blocks.has(node.tagName) && !raw.endsWith("\n")) raw += "\n";
  };
  walk(body);
  return { raw, ...foldWithPlaces(raw), anchors, nodes };
}
