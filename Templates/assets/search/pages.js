// @ts-check
/** Texts of documents, read from the same pages that a reader opens. */

/** @import {PageText} from "./types" */
import { textOf } from "../files.js";
import { foldWithPlaces } from "./folding.js";

const blocks = new Set(["P", "DIV", "LI", "TR", "TD", "TH", "H1", "H2", "H3", "H4", "H5", "H6", "BR", "BLOCKQUOTE", "PRE",
  "SECTION", "TABLE", "FIGCAPTION", "DT", "DD", "CAPTION"]);
/** What the index has of a page: the text, and the tables beside it. */
const indexed = "[data-body], [data-text]";
/** What pages say besides: notes of the site, and the words of a joined cell repeated for phones. */
const added = "[data-note], .again";
/** Where a page says whether it is in force, since when, and by what it is replaced. */
const standings = ".validity-state [data-statement]:not([hidden]), .validity .notices:not([hidden]) p";
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
    const isOuter = (/** @type {Element} */ part) => !part.parentElement?.closest(indexed);
    const parts = [...page.querySelectorAll(indexed)].filter(isOuter);
    if (parts.length === 0) throw new Error(`${url}: no text`);
    const text = page.createElement("div");
    text.append(...parts);
    // The nodes are of a page that nobody sees: kept, they would keep all of it.
    const { nodes: _, ...rest } = textNodesOf(text);
    const standing = [...page.querySelectorAll(standings)].map((part) => part.textContent?.replace(/\s+/gu, " ").trim()).filter(Boolean).join(" ");
    // Of a long table, the page has its first rows.
    return { ...rest, standing, isAnswer: page.querySelector("section.answer") !== null, isWhole: !text.querySelector('[data-text="part"]') };
  }
}

/**
 * The text of a body, with each text node and its offset.
 * @param {Element} body
 * @returns {Omit<PageText, "isWhole" | "standing" | "isAnswer"> & {nodes: {node: Text, start: number}[]}}
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
    if (!(node instanceof Element) || silent.has(node.tagName) || node.matches(added)) return;
    if (blocks.has(node.tagName) && raw !== "" && !raw.endsWith("\n")) raw += "\n";
    // What a picture says is indexed where it stands.
    if (node.tagName === "IMG") raw += node.getAttribute("alt") ?? "";
    if (node.id && node !== body) anchors.push({ place: raw.length, id: node.id });
    for (const child of node.childNodes) walk(child);
    if (blocks.has(node.tagName) && !raw.endsWith("\n")) raw += "\n";
  };
  walk(body);
  return { raw, ...foldWithPlaces(raw), anchors, nodes };
}
