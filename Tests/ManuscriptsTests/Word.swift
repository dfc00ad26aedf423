import Manuscripts
import OfficeFiles
import TestSupport

/// Word files, written part by part.
enum Word {
  /// Reads a file with this body; other parts by their names in `word/`, without what is around their elements.
  static func read(_ body: String, _ parts: KeyValuePairs<String, String> = [:]) throws(OfficeFault) -> Manuscript {
    try WordManuscript.read(bytes(body, parts))
  }

  static func bytes(
    _ body: String, _ parts: KeyValuePairs<String, String> = [:], pictures: KeyValuePairs<String, [UInt8]> = [:]
  ) -> [UInt8] {
    var all: [(String, [UInt8])] = [("word/document.xml", whole("document", "<w:body>\(body)</w:body>"))]
    for (name, text) in parts {
      all.append(
        name == "rels"
          ? ("word/_rels/document.xml.rels", Array(relations(text).utf8))
          : ("word/\(name).xml", whole(roots[name] ?? name, text)))
    }
    for (name, bytes) in pictures { all.append(("word/\(name)", bytes)) }
    return Office.bytes(of: all)
  }

  /// A paragraph with properties and a text.
  static func p(_ text: String, _ properties: String = "", run: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr>\(r(text, run))</w:p>"
  }

  /// A run with properties.
  static func r(_ text: String, _ properties: String = "") -> String {
    "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
  }

  static func style(_ id: String, _ inside: String, type: String = "paragraph") -> String {
    "<w:style w:type=\"\(type)\" w:styleId=\"\(id)\">\(inside)</w:style>"
  }

  private static let roots = ["header1": "hdr", "header2": "hdr", "footer1": "ftr"]

  private static func whole(_ root: String, _ text: String) -> [UInt8] {
    Array("<w:\(root) \(names)>\(text)</w:\(root)>".utf8)
  }

  /// A line each: id, type, target, and `!` if it leads outside.
  private static func relations(_ lines: String) -> String {
    let list = lines.split(separator: "\n").map { line in
      let words = line.split(separator: " ")
      let mode = words.count > 3 ? " TargetMode=\"External\"" : ""
      return "<Relationship Id=\"\(words[0])\" Type=\"http://x/\(words[1])\" Target=\"\(words[2])\"\(mode)/>"
    }
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(list.joined())"
      + "</Relationships>"
  }

  private static let names =
    #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#
    + #"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" "#
    + #"xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" "#
    + #"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" "#
    + #"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#
    + #"xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" "#
    + #"xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" "#
    + #"xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" "#
    + #"xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" "#
    + #"xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office""#
}

extension Manuscript {
  /// The paragraphs of the text, with their labels in brackets, breaks as `/`, notes as their marks, pictures as names.
  var lines: [String] { blocks.compactMap(line) }

  func line(_ block: ManuscriptBlock) -> String? {
    guard case .paragraph(let paragraph) = block else { return nil }
    let text = paragraph.spans.map { span in
      switch span {
      case .text(let text): text
      case .link(let text, let target): "<\(text) \(target)>"
      case .lineBreak: "/"
      case .note(let index): "^\(notes[index].mark)"
      case .picture(let index): "!\(pictures[index].name)"
      }
    }
    return (paragraph.label.isEmpty ? "" : "[\(paragraph.label)]") + text.joined()
  }

  /// A table, a row a line: cells with their width if it is not 1, `^^` for the lower part of the cell above.
  func table(_ number: Int = 0) -> [String] {
    let tables = blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    guard tables.indices.contains(number) else { return [] }
    return Self.rows(of: tables[number])
  }

  static func rows(of table: ManuscriptTable) -> [String] {
    table.rows.map { row in
      let cells = row.cells.map { cell in
        (cell.continuesAbove ? "^^" : cell.text.replacing("\n", with: "/"))
          + (cell.columns > 1 ? "*\(cell.columns)" : "")
      }
      return (row.isHeader ? "# " : "") + cells.joined(separator: " | ")
    }
  }

  var paragraphs: [ManuscriptParagraph] {
    blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
  }

  var left: [String] { omissions.map { "\($0.kind) \($0.text) \($0.place?.text ?? "")" } }
  var stops: [String] { obstacles.map { "\($0.kind) \($0.text) \($0.author ?? "-") \($0.place?.text ?? "")" } }
  var doubtful: [String] { doubts.map { "\($0.kind) \($0.text)" } }
}
