extension Int {
  /// Reads a whole number as somebody wrote it: at most ``writtenDigits`` half-width figures, with a minus sign in front or
  /// not; nil for anything else.
  ///
  /// Whatever stands in a file of an author is read by this and nothing else, so that no sum or difference of a few
  /// numbers can overflow. A test keeps other readings out of the targets that see such files.
  package init?(written text: some StringProtocol) {
    let figures = text.utf8.first == 0x2D ? text.utf8.dropFirst() : text.utf8[...]
    guard (1...Self.writtenDigits).contains(figures.count), figures.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    let value = figures.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    self = text.utf8.first == 0x2D ? -value : value
  }

  /// The figures of the longest whole number that an author may write: 999,999,999,999 is a trillion yuan.
  package static let writtenDigits = 12
}
