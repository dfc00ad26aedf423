import Base

extension FileReader {
  /// The fingerprint of the text from an offset on, whatever this program makes of it.
  func fingerprint(from start: Int) -> Fingerprint {
    var fingerprint = Fingerprint()
    fingerprint.add(lines: source.bytes[start...])
    return fingerprint
  }
}
