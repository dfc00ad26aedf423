package import Base
import Disk
package import Documents
import OfficeFiles

/// A file that belongs to a document, as the desk shows it.
package struct DeskAttachment: Sendable, Hashable {
  package let name: String
  /// Below the root.
  package let path: String
  /// What readers call it, if the document lists it.
  package let title: String?
  package let byteCount: Int?
  package let use: Use
  /// What a check says of it.
  package let findings: [Diagnostic]

  /// Where the document names it.
  package enum Use: String, Sendable, Hashable { case listed, text, none, unreadable }

  /// Whether `gongkai fix` would take something out of it.
  package var isCleanable: Bool { findings.contains { Self.cleanable.contains($0.rule) } }

  private static let cleanable: Set = ["attachment-author", "attachment-position"]

  /// The file without the names of people and places that its properties have; nil if there are none, or nothing can be taken out of
  /// such a file.
  package static func cleaned(_ bytes: [UInt8]) -> [UInt8]? { OfficeCleaning.cleaned(bytes) }
}

extension LiveSite {
  /// The files that a document lists, and those in its own folder.
  ///
  /// - Parameter path: Of its file, below the root.
  package func attachments(of path: String) async throws -> [DeskAttachment] {
    let document = document(file: path)
    let findings = await findings().filter { $0.location.path == path }
    func about(_ name: String) -> [Diagnostic] { findings.filter { $0.message.contains("“\(name)”") } }
    var found = (document?.attachments ?? []).map { file in
      DeskAttachment(
        name: file.fileName, path: "Content/" + file.path, title: file.title, byteCount: file.byteCount, use: .listed,
        findings: about(file.fileName))
    }
    guard path.lastSegment == "index.md" else { return found }
    let listed = Set(found.map(\.path))
    let named = Set((document?.filesInText ?? []))
    for entry in try DiskTree(root: request.root, entrance: "Content").entries(under: path.parentPath) {
      let name = String(entry.path.dropFirst(path.parentPath.utf8.count + 1))
      if listed.contains(entry.path) || name.hasPrefix(".") || name.contains("/.") || name == "index.md" { continue }
      switch entry.kind {
      case .folder: continue
      case .file(let byteCount):
        found.append(
          DeskAttachment(
            name: name, path: entry.path, title: nil, byteCount: byteCount, use: named.contains(name) ? .text : .none,
            findings: about(name.lastSegment)))
      case .link, .other, .duplicate, .unreadable, .forbidden:
        found.append(
          DeskAttachment(name: name, path: entry.path, title: nil, byteCount: nil, use: .unreadable, findings: []))
      }
    }
    return found
  }
}

extension Document {
  /// Files beside it that its fields and its text name, as they are written there.
  package var filesInText: [String] {
    fields.values.flatMap(Self.files)
      + body.targets.map(\.destination).filter { LinkAddress($0) == .local && !$0.hasPrefix("/") && !$0.hasPrefix("#") }
      .map { $0.unescapingPercents ?? $0 }
  }

  private static func files(_ value: FieldValue) -> [String] {
    switch value {
    case .file(let attachment): [attachment.fileName]
    case .table(let table): [table.file.path.lastSegment]
    case .list(let values): values.flatMap(files)
    case .text, .date, .number, .boolean, .link, .reference: []
    }
  }
}
