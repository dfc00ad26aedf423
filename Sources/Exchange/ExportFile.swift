/// A file of an export: pieces that follow one another, each made when it is asked for, any number at the same time.
package struct ExportFile: Sendable {
  /// Below the export's folder.
  package let path: String
  package let pieceCount: Int
  package let piece: @Sendable (Int) -> [UInt8]

  /// Memberwise.
  package init(_ path: String, pieces pieceCount: Int, piece: @escaping @Sendable (Int) -> [UInt8]) {
    (self.path, self.pieceCount, self.piece) = (path, pieceCount, piece)
  }

  /// A file in one piece.
  package init(_ path: String, _ bytes: [UInt8]) { self.init(path, pieces: 1) { _ in bytes } }
}

/// What can be exported.
package enum ExportFormat: String, Sendable, Hashable, CaseIterable {
  case jsonl, changes, opensearch, postgres
}

/// What an export comes to.
package struct Export: Sendable {
  package var files: [ExportFile]
  /// Members of `export.json` that only this format has.
  package var facts: [(name: String, count: Int)] = []
}
