import Base
package import OfficeFiles

/// Reads Word files of today (.docx; ISO/IEC 29500-1, WordprocessingML) as Word shows them.
///
/// Whatever the bytes are, reading ends, in time that grows with them and with the limits of ``OfficePackage``.
package enum WordManuscript {
  /// What stands in the file.
  package static func read(_ bytes: [UInt8]) throws(OfficeFault) -> Manuscript {
    guard bytes.count <= OfficeReader.mostBytes else { throw .tooLarge }
    // An old file, or one with a password, or something else by this name.
    guard bytes.starts(with: "PK\u{3}\u{4}".utf8) else {
      _ = try OfficeReader().read(bytes, ending: "docx")
      throw .damaged
    }
    var file = try WordFile(bytes)
    return try file.manuscript()
  }
}
