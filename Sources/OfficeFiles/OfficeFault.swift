import Archives

/// Why a file is not read.
package enum OfficeFault: Error, Sendable, Hashable {
  /// Not what it should be, cut off, or contradicting itself.
  case damaged
  /// It asks for a password.
  case encrypted
  /// More than a program may take in of a file that somebody sent.
  case tooLarge
  /// An office file of before 2007, or of another program, whose text we do not read.
  case otherForm
  /// It forbids to copy its text.
  case restricted
  /// No page has text: it is scanned.
  case noText
  /// No program that reads PDF is installed.
  case noReader
  /// That program did not come to an end in time, or failed.
  case readerFailed

  /// Of an archive.
  init(_ fault: ZIPReader.Fault) {
    self =
      switch fault {
      case .damaged, .missing: .damaged
      case .tooLarge, .zip64, .method: .tooLarge
      case .encrypted: .encrypted
      }
  }
}
