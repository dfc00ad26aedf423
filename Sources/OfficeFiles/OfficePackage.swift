package import Archives
import Base

/// An office file of today: a ZIP archive of XML parts (ISO/IEC 29500-2, GB/T 33190).
package struct OfficePackage {
  package var archive: ZIPReader
  var content = OfficeContent()
  /// The part that the file is about; nil if it does not say.
  package private(set) var mainPart: String?

  package init(_ bytes: [UInt8]) throws(OfficeFault) {
    do throws(ZIPReader.Fault) { archive = try ZIPReader(bytes) } catch { throw OfficeFault(error) }
    mainPart = try? relations(of: "").targets("officeDocument").first
  }

  /// What it is, by the names of its parts.
  package enum Sort { case word, sheets, slides, ofd }

  package var sort: Sort? {
    let names = archive.entries.lazy.map(\.name)
    if archive.entry("OFD.xml") != nil { return .ofd }
    if names.contains(where: { $0.hasPrefix("word/") }) { return .word }
    if names.contains(where: { $0.hasPrefix("xl/") }) { return .sheets }
    return names.contains { $0.hasPrefix("ppt/") } ? .slides : nil
  }

  /// The parts whose names are `prefix`, a number or nothing, and `.xml`; by number.
  package func parts(_ prefix: String) -> [String] {
    archive.entries.compactMap { entry -> (String, Int)? in
      guard entry.name.hasPrefix(prefix), entry.name.hasSuffix(".xml") else { return nil }
      let middle = entry.name.dropFirst(prefix.count).dropLast(4)
      return middle.isEmpty ? (entry.name, 0) : Int(written: middle).map { (entry.name, $0) }
    }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  package mutating func bytes(_ name: String) throws(OfficeFault) -> [UInt8] {
    do throws(ZIPReader.Fault) { return try archive.read(name) } catch { throw OfficeFault(error) }
  }

  package func parse(_ bytes: [UInt8], root: String? = nil, into handler: inout some XMLHandler) throws(OfficeFault) {
    do throws(XMLReader.Fault) { try XMLReader.read(bytes, root: root, into: &handler) } catch { throw .damaged }
  }

  /// Reads a part that has to be there.
  package mutating func read(
    _ name: String, root: String? = nil, into handler: inout some XMLHandler
  ) throws(OfficeFault) {
    try parse(bytes(name), root: root, into: &handler)
  }

  /// Has a reader add to what was found so far. Only one of us holds it at a time, so that nothing is copied.
  mutating func read(
    _ name: String, root: String? = nil, by reader: inout some OfficePartReader
  ) throws(OfficeFault) {
    swap(&content, &reader.content)
    defer { swap(&content, &reader.content) }
    try read(name, root: root, into: &reader)
  }

  /// The same if the part is there.
  mutating func readIfAny(_ name: String, by reader: inout some OfficePartReader) throws(OfficeFault) {
    if archive.entry(name) != nil { try read(name, by: &reader) }
  }

  /// Reads a part if it is there.
  package mutating func readIfAny(_ name: String, into handler: inout some XMLHandler) throws(OfficeFault) {
    if archive.entry(name) != nil { try read(name, into: &handler) }
  }

  /// What a part names by id: of `""`, the file as a whole.
  package mutating func relations(of part: String) throws(OfficeFault) -> [String: OfficeRelation] {
    let folder = part.parentPath.isEmpty ? "" : part.parentPath + "/"
    var reader = OfficeRelations(folder: part.parentPath)
    try readIfAny(folder + "_rels/" + part.lastSegment + ".rels", into: &reader)
    return reader.relations
  }
}

/// A reader of a part that adds to what was found in the file.
protocol OfficePartReader: XMLHandler {
  var content: OfficeContent { get set }
}

extension [String: OfficeRelation] {
  /// Where the relations of a type lead, in a fixed order.
  package func targets(_ type: String) -> [String] { values.filter { $0.type == type }.map(\.target).sorted() }
}

/// Where a part leads.
package struct OfficeRelation: Hashable {
  /// The last part of its type's address: `worksheet`.
  package let type: String
  /// The name of a part, or an address outside.
  package let target: String
}

private struct OfficeRelations: XMLHandler {
  let folder: String
  var relations: [String: OfficeRelation] = [:]

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    guard name == "rel:Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
    let isOutside = attributes["TargetMode"] == "External"
    relations[id] = OfficeRelation(
      type: (attributes["Type"] ?? "").lastSegment,
      target: isOutside ? target : target.resolvedPath(in: folder) ?? target)
  }

  mutating func end(_ name: String) {}
  mutating func text(_ text: Bytes) {}
}
