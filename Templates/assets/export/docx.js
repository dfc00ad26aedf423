// @ts-check
/**
 * A document as a Word file (Office Open XML), set as GB/T 9704-2012 sets an official paper: A4, margins 37, 35, 28 and 26 mm, 22 lines of
 * 28 characters, title in 2号小标宋, text in 3号仿宋, 一、 in 黑体, （一） in 楷体, signature and day at the right. Made on a click, in the browser.
 */
import { fileName, origin, readPaper, save } from "./paper.js";
import { zip } from "./zip.js";

/**
 * @typedef {import("./paper.js").Paper} Paper
 * @typedef {import("./paper.js").Paragraph} Paragraph
 * @typedef {import("./paper.js").Run} Run
 * @typedef {import("./paper.js").Table} Table
 * @typedef {{id: string, name: string, bytes: Uint8Array, width: number, height: number}} Picture
 */

/** The width of the text, 156 mm, in twentieths of a point. */
const textWidth = 8844;
const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** @param {string} text @returns {string} */
const escaped = (text) =>
  text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** Fonts of the standard, and what stands in for them where they are not installed. */
const fonts = { song: ["方正小标宋简体", "宋体"], fang: ["仿宋_GB2312", "仿宋"], hei: ["黑体", "SimHei"], kai: ["楷体_GB2312", "楷体"] };

/** @param {keyof typeof fonts} font @returns {string} */
const face = (font) => `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${fonts[font][0]}" w:hint="eastAsia"/>`;

/** Indents are given in characters and in twips: Word takes the first, others the second. */
const indented = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
/** How each part of a paper stands on its line, and its type. @type {Record<string, {paragraph: string, font?: keyof typeof fonts, size?: number}>} */
const styles = {
  origin: { paragraph: '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="808080"/></w:pBdr><w:spacing w:line="300" w:lineRule="auto" w:after="240"/>', font: "kai", size: 21 },
  title: { paragraph: '<w:keepNext/><w:spacing w:line="700" w:lineRule="exact" w:before="240"/><w:jc w:val="center"/>', font: "song", size: 44 },
  number: { paragraph: '<w:spacing w:after="579"/><w:jc w:val="center"/>' },
  text: { paragraph: indented },
  addressee: { paragraph: "" },
  "title-1": { paragraph: "<w:keepNext/>" + indented, font: "hei" },
  "title-2": { paragraph: "<w:keepNext/>" + indented, font: "kai" },
  "title-chapter": { paragraph: '<w:keepNext/><w:spacing w:before="289" w:after="289"/><w:jc w:val="center"/>', font: "hei" },
  "attachment-note": { paragraph: '<w:ind w:leftChars="500" w:left="1600" w:hangingChars="300" w:hanging="960"/>' },
  "attachment-more": { paragraph: '<w:ind w:leftChars="500" w:left="1600"/>' },
  signature: { paragraph: '<w:keepNext/><w:ind w:rightChars="200" w:right="640"/><w:jc w:val="right"/>' },
  "signature-date": { paragraph: '<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>' },
  "annex-mark": { paragraph: '<w:pageBreakBefore/>', font: "hei" },
  "annex-title": { paragraph: '<w:keepNext/><w:spacing w:line="640" w:lineRule="exact" w:before="240" w:after="240"/><w:jc w:val="center"/>', font: "song", size: 44 },
  "article-note": { paragraph: '<w:keepNext/><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="808080"/></w:pBdr><w:spacing w:line="400" w:lineRule="exact"/>', font: "kai", size: 24 },
  centred: { paragraph: '<w:jc w:val="center"/>' },
  caption: { paragraph: '<w:keepNext/><w:jc w:val="center"/>' },
  cell: { paragraph: '<w:spacing w:line="240" w:lineRule="auto"/>', size: 24 },
};
const others = { "title-section": "title-chapter", letterhead: "title", "paper-title": "title", "paper-number": "centred", "title-note": "centred" };

/** Makes the parts of one file. */
class Writer {
  /** @type {[id: string, type: string, target: string, isExternal: boolean][]} */
  links = [];

  /** @param {Map<HTMLImageElement, Picture>} pictures */
  constructor(pictures) {
    this.pictures = pictures;
    for (const { id, name } of pictures.values()) this.links.push([id, "image", "media/" + name, false]);
  }

  /** @param {Run} run @param {{font?: keyof typeof fonts, size?: number}} style @returns {string} */
  run(run, style) {
    const picture = run.image && this.pictures.get(run.image);
    if (picture) return drawing(picture, run.text);
    const font = run.hei ? "hei" : run.kai ? "kai" : style.font;
    const marks =
      (font ? face(font) : "") + (run.bold ? "<w:b/>" : "") + (run.strike ? "<w:strike/>" : "") +
      (style.size ? `<w:sz w:val="${style.size}"/><w:szCs w:val="${style.size}"/>` : "") + (run.raised ? '<w:vertAlign w:val="superscript"/>' : "");
    const words = run.text.split("\n").map((part) => (part ? `<w:t xml:space="preserve">${escaped(part)}</w:t>` : "")).join("<w:br/>");
    const xml = `<w:r>${marks ? `<w:rPr>${marks}</w:rPr>` : ""}${words}</w:r>`;
    if (!run.href) return xml;
    let link = this.links.find(([, , target]) => target === run.href);
    if (!link) this.links.push((link = [`rId${this.links.length + 100}`, "hyperlink", run.href, true]));
    return `<w:hyperlink r:id="${link[0]}">${xml}</w:hyperlink>`;
  }

  /** @param {Run[]} runs @param {string} role @param {string} [more] @returns {string} */
  paragraph(runs, role, more = "") {
    const style = styles[others[/** @type {keyof typeof others} */ (role)] || role] || styles.text;
    // A picture does not fit into a line of exact height.
    const isOpen = runs.some((run) => run.image && this.pictures.has(run.image));
    const own = isOpen ? '<w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>' : style.paragraph + more;
    return `<w:p>${own ? `<w:pPr>${own}</w:pPr>` : ""}${runs.map((run) => this.run(run, style)).join("")}</w:p>`;
  }

  /** @param {Table} table @returns {string} */
  table({ caption, rows, heads }) {
    const count = Math.max(1, ...rows.map((row) => row.length));
    const widths = columnWidths(rows, count);
    const size = count > 10 ? 16 : count > 7 ? 18 : count > 5 ? 21 : 24;
    const xml = rows.map((row, y) => {
      let cells = "";
      for (let x = 0; x < row.length; ) {
        const above = row[x] ? undefined : spanning(rows, x, y);
        const cell = row[x] || (above && above.cell);
        const columns = cell ? cell.columns : 1;
        const width = widths.slice(x, x + columns).reduce((sum, one) => sum + one, 0);
        const span = (columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : "") + (above ? "<w:vMerge/>" : cell && cell.rows > 1 ? '<w:vMerge w:val="restart"/>' : "");
        const content = row[x] && cell ? cell.paragraphs : [{ runs: [], role: "text" }];
        const align = `<w:jc w:val="${(cell && cell.align) || "left"}"/>`;
        const font = cell && cell.isHead && y < heads ? { font: /** @type {const} */ ("hei"), size } : { size };
        const inner = content.map((one) => `<w:p><w:pPr>${styles.cell.paragraph}${align}</w:pPr>${one.runs.map((run) => this.run(run, font)).join("")}</w:p>`).join("");
        cells += `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}<w:vAlign w:val="center"/></w:tcPr>${inner}</w:tc>`;
        x += columns;
      }
      return `<w:tr><w:trPr><w:cantSplit/>${y < heads ? "<w:tblHeader/>" : ""}</w:trPr>${cells}</w:tr>`;
    });
    const edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join("");
    const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
    const head = caption ? this.paragraph([{ text: caption, hei: true }], "caption") : "";
    return (
      `${head}<w:tbl><w:tblPr><w:tblW w:w="${textWidth}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
      `<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${xml.join("")}</w:tbl><w:p/>`
    );
  }

  /** @param {Paper} paper @returns {string} the body of the document */
  body(paper) {
    const out = [this.paragraph([{ text: origin(paper) }], "origin"), this.paragraph([{ text: paper.titleParts.join("\n") }], "title")];
    out.push(paper.number ? this.paragraph([{ text: paper.number }], "number") : "<w:p/>");
    let before = "";
    for (const block of paper.blocks) {
      if ("table" in block) {
        // What the page's title says already is no caption.
        const caption = block.table.caption === paper.title ? "" : block.table.caption;
        out.push(this.table({ ...block.table, caption }));
        before = "table";
        continue;
      }
      const { role } = block;
      if (role === "attachment-note" && before !== role || role === "signature" && before !== role) out.push("<w:p/>");
      out.push(this.paragraph(block.runs, role === "attachment-note" && before === role ? "attachment-more" : role));
      before = role;
    }
    if (paper.files.length) {
      out.push("<w:p/>", this.paragraph([{ text: "附件下载：" }], "title-1"));
      paper.files.forEach((file, index) => {
        out.push(this.paragraph([{ text: `${index + 1}.` }, { text: file.title, href: file.url }, { text: file.kind ? `（${file.kind}）` : "" }], "text"));
      });
    }
    return out.join("");
  }
}

/** @param {Table["rows"]} rows @param {number} x @param {number} y @returns {{cell: import("./paper.js").Cell} | undefined} the cell above that covers a place of its column */
function spanning(rows, x, y) {
  for (let above = y - 1; above >= 0; above -= 1) {
    const cell = rows[above][x];
    if (cell) return above + cell.rows > y ? { cell } : undefined;
  }
  return undefined;
}

/** @param {Table["rows"]} rows @param {number} count @returns {number[]} widths by the longest content of each column */
function columnWidths(rows, count) {
  const lengths = new Array(count).fill(2);
  for (const row of rows) {
    row.forEach((cell, x) => {
      if (!cell || cell.columns > 1) return;
      const longest = Math.max(...cell.paragraphs.map((one) => [...one.runs.map((run) => run.text).join("")].reduce((sum, sign) => sum + (sign > "\u00ff" ? 1 : 0.55), 0)));
      lengths[x] = Math.max(lengths[x], Math.min(longest, 24));
    });
  }
  const total = lengths.reduce((sum, length) => sum + length + 1, 0);
  const widths = lengths.map((length) => Math.floor((textWidth * (length + 1)) / total));
  widths[count - 1] += textWidth - widths.reduce((sum, width) => sum + width, 0);
  return widths;
}

/** @param {Picture} picture @param {string} text its description @returns {string} */
function drawing({ id, width, height }, text) {
  // English metric units: 9,525 to a pixel; no wider than the text.
  const scale = Math.min(9525, (textWidth * 635) / width);
  const size = `cx="${Math.round(width * scale)}" cy="${Math.round(height * scale)}"`;
  const graphics = "http://schemas.openxmlformats.org/drawingml/2006/";
  const number = id.replace(/\D/g, "");
  return (
    `<w:r><w:drawing><wp:inline xmlns:wp="${graphics}wordprocessingDrawing"><wp:extent ${size}/><wp:docPr id="${number}" name="${id}" descr="${escaped(text)}"/>` +
    `<a:graphic xmlns:a="${graphics}main"><a:graphicData uri="${graphics}picture"><pic:pic xmlns:pic="${graphics}picture"><pic:nvPicPr><pic:cNvPr id="${number}" name="${id}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
  );
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * @param {Paper} paper
 * @param {Map<HTMLImageElement, Picture>} [pictures]
 * @returns {Uint8Array[]} the file
 */
export function docx(paper, pictures = new Map()) {
  const writer = new Writer(pictures);
  const body = writer.body(paper);
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
  const page =
    '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>' +
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>';
  const document = `${declaration}<w:document xmlns:w="${main}" xmlns:r="${relationships}"><w:body>${body}${page}</w:body></w:document>`;
  const defaults =
    `${declaration}<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>${face("fang")}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault><w:pPr><w:spacing w:line="579" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr></w:style></w:styles>';
  const table = Object.values(fonts).map(([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/></w:font>`).join("");
  const song = '<w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>';
  const footer =
    `${declaration}<w:ftr xmlns:w="${main}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>${song}<w:t xml:space="preserve">— </w:t></w:r>` +
    `<w:fldSimple w:instr=" PAGE "><w:r>${song}<w:t>1</w:t></w:r></w:fldSimple><w:r>${song}<w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`;
  const own = [["rId1", "styles", "styles.xml", false], ["rId2", "footer", "footer1.xml", false], ["rId3", "fontTable", "fontTable.xml", false], ...writer.links];
  const links = own.map(([id, kind, target, isExternal]) => `<Relationship Id="${id}" Type="${relationships}/${kind}" Target="${escaped(String(target))}"${isExternal ? ' TargetMode="External"' : ""}/>`).join("");
  const packages = "http://schemas.openxmlformats.org/package/2006/";
  const core =
    `${declaration}<cp:coreProperties xmlns:cp="${packages}metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(paper.title)}</dc:title>` +
    `<dc:identifier>${escaped(paper.number)}</dc:identifier><dc:source>${escaped(paper.url)}</dc:source><dc:language>zh-CN</dc:language></cp:coreProperties>`;
  return zip([
    ["[Content_Types].xml",
      `${declaration}<Types xmlns="${packages}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
      `<Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${type}document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${type}styles+xml"/>` +
      `<Override PartName="/word/fontTable.xml" ContentType="${type}fontTable+xml"/><Override PartName="/word/footer1.xml" ContentType="${type}footer+xml"/>` +
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'],
    ["_rels/.rels",
      `${declaration}<Relationships xmlns="${packages}relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/>` +
      `<Relationship Id="rId2" Type="${packages}relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`],
    ["word/document.xml", document],
    ["word/_rels/document.xml.rels", `${declaration}<Relationships xmlns="${packages}relationships">${links}</Relationships>`],
    ["word/styles.xml", defaults],
    ["word/fontTable.xml", `${declaration}<w:fonts xmlns:w="${main}">${table}</w:fonts>`],
    ["word/footer1.xml", footer],
    ["docProps/core.xml", core],
    ...[...pictures.values()].map(({ name, bytes }) => /** @type {[string, Uint8Array]} */ (["word/media/" + name, bytes])),
  ]);
}

/** @param {Paper} paper @returns {Promise<Map<HTMLImageElement, Picture>>} the pictures of the text as PNG, whatever they were */
async function picturesOf(paper) {
  /** @type {Map<HTMLImageElement, Picture>} */
  const pictures = new Map();
  for (const block of paper.blocks) {
    if (!("runs" in block)) continue;
    for (const { image } of block.runs) {
      if (!image || !image.naturalWidth) continue;
      const canvas = document.createElement("canvas");
      const scale = /\.svg$/.test(image.src) ? Math.max(1, 1600 / image.naturalWidth) : Math.min(1, 2000 / image.naturalWidth);
      canvas.width = Math.round(image.naturalWidth * scale);
      canvas.height = Math.round(image.naturalHeight * scale);
      const context = canvas.getContext("2d");
      if (!context) continue;
      context.fillStyle = "#fff";
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise((/** @type {(blob: Blob | null) => void} */ done) => canvas.toBlob(done, "image/png"));
      if (!blob) continue;
      const number = pictures.size + 1;
      pictures.set(image, {
        id: `rId${number + 10}`, name: `image${number}.png`, bytes: new Uint8Array(await blob.arrayBuffer()), width: image.naturalWidth, height: image.naturalHeight,
      });
    }
  }
  return pictures;
}

/** Saves the page's document. */
export async function download() {
  const paper = readPaper();
  const pieces = docx(paper, await picturesOf(paper));
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  save(new Blob(/** @type {BlobPart[]} */ (pieces), { type }), fileName(paper.title, ".docx"));
}
