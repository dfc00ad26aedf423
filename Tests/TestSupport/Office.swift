import Base

/// Office files, written part by part: ZIP archives of XML.
package enum Office {
  /// A Word file with this body: paragraphs of WordprocessingML.
  package static func word(_ body: String, _ others: KeyValuePairs<String, String> = [:]) -> [UInt8] {
    bytes(
      of: [("word/document.xml", "<w:document \(names)><w:body>\(body)</w:body></w:document>")]
        + others.map { ($0.key, $0.value) })
  }

  /// A paragraph of a Word file.
  package static func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

  /// `docProps/core.xml` with these people.
  package static func properties(creator: String, changedBy: String = "") -> String {
    "<cp:coreProperties \(names)><dc:title>题目</dc:title><dc:creator>\(creator)</dc:creator>"
      + "<cp:lastModifiedBy>\(changedBy)</cp:lastModifiedBy></cp:coreProperties>"
  }

  /// A workbook of sheets: name, state, the XML inside `worksheet`.
  package static func workbook(
    _ sheets: [(name: String, state: String, xml: String)], _ others: KeyValuePairs<String, String> = [:]
  ) -> [UInt8] {
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\" r:id=\"r\(index + 1)\"/>"
    }
    let targets = sheets.indices.map { ("r\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
    let parts =
      [
        ("xl/workbook.xml", "<workbook \(names)><sheets>\(list.joined())</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", relations(targets)),
      ]
      + sheets.enumerated().map { index, sheet in
        ("xl/worksheets/sheet\(index + 1).xml", "<worksheet \(names)>\(sheet.xml)</worksheet>")
      } + others.map { ($0.key, $0.value) }
    return bytes(of: parts)
  }

  /// A row with texts from column A on.
  package static func row(_ number: Int, _ cells: [String], _ attributes: String = "") -> String {
    let texts = cells.enumerated().map { index, text in
      let letter = Character(UnicodeScalar(UInt8(0x41 + index)))
      return "<c r=\"\(letter)\(number)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    return "<row r=\"\(number)\" \(attributes)>\(texts.joined())</row>"
  }

  /// A part with relations: id, type, target.
  package static func relations(_ all: [(String, String, String)]) -> String {
    let list = all.map { "<Relationship Id=\"\($0)\" Type=\"http://x/relationships/\($1)\" Target=\"\($2)\"/>" }
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(list.joined())"
      + "</Relationships>"
  }

  /// An archive of these parts, in this order.
  package static func bytes(of parts: [(String, String)]) -> [UInt8] { bytes(of: parts.map { ($0, Array($1.utf8)) }) }

  /// An archive of these parts, in this order.
  package static func bytes(of parts: [(String, [UInt8])]) -> [UInt8] {
    var archive = ZIPArchive()
    var bytes: [UInt8] = []
    for (name, body) in parts {
      var sum = CRC32()
      body.withUnsafeBytes { sum.add($0) }
      bytes += (archive.header(of: name, byteCount: body.count, checksum: sum.value) ?? []) + body
    }
    return bytes + archive.finished()
  }

  /// The namespaces; the one of sheets is the default.
  package static let names =
    #"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" "#
    + #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#
    + #"xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" "#
    + #"xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" "#
    + #"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" "#
    + #"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#
    + #"xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" "#
    + #"xmlns:dc="http://purl.org/dc/elements/1.1/""#
}
