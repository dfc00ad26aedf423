import Disk

/// One file of a release.
package struct FileRecord: Sendable, Hashable {
  /// Relative to Output, with `/`.
  package let path: String
  package let byteCount: Int
  /// 64 lower-case hexadecimal digits.
  package let sha256: String

  /// Memberwise.
  package init(path: String, byteCount: Int, sha256: String) {
    self.path = path
    self.byteCount = byteCount
    self.sha256 = sha256
  }

  /// In the order of their paths.
  package var mediaType: String { MediaType.of(path: path) }

  /// Whether a path stays below its base folder: no empty component, no `.` or `..`, no NUL.
  package static func isPlain(_ path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8) && !part.contains(0)
    }
  }
}

/// A release's metadata; all of it derives from the input, so that equal input gives equal bytes.
package struct ReleaseInformation: Sendable, Hashable {
  /// The ISO date for which the states hold.
  package let asOf: String
  /// `gongkai 0.1.0`.
  package let generator: String
  package let documents: Int
  /// The documents of other sites that it shows; nil for a site that names none.
  package let regional: Int?
  package let pages: Int

  /// Memberwise.
  package init(asOf: String, generator: String, documents: Int, regional: Int? = nil, pages: Int) {
    self.asOf = asOf
    self.generator = generator
    self.documents = documents
    self.regional = regional
    self.pages = pages
  }
}

/// `manifest.json`: every other file of a release with its size and checksum.
package struct Manifest: Sendable, Hashable {
  /// Name of the file in Output; it does not list itself.
  package static let fileName = "manifest.json"
  /// Raised when the file's format changes.
  package static let schema = "gongkai-manifest/1"

  package let information: ReleaseInformation
  /// Sorted by the bytes of the path, each path once.
  package let files: [FileRecord]
  /// SHA-256 over `path NUL bytes NUL sha256 LF` of each file in order: one value for the whole release.
  package let treeHash: String

  /// Sorts the files and computes the tree hash.
  package init(_ information: ReleaseInformation, files: [FileRecord]) {
    self.information = information
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var bytes: [UInt8] = []
    for file in self.files {
      bytes.append(contentsOf: file.path.utf8)
      bytes.append(0)
      bytes.append(contentsOf: String(file.byteCount).utf8)
      bytes.append(0)
      bytes.append(contentsOf: file.sha256.utf8)
      bytes.append(0x0A)
    }
    treeHash = checksum(of: bytes)
  }

  /// Total bytes of all files, excluding the manifest itself.
  package var byteCount: Int { files.reduce(0) { $0 + $1.byteCount } }
}
