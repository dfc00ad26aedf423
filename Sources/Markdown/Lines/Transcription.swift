import Base

/// A part of a body, written so that libcmark reads it as an official text is meant: a backslash before a sign that is
/// text, a blank line between paragraphs, no indentation. Knows where each byte comes from.
struct Transcription {
  /// Stands on the inner side of emphasis marks, where libcmark's rule wants something that is no punctuation.
  static let inner: UInt8 = 0x01
  /// Stands on the outer side of emphasis marks, where libcmark's rule wants something that counts as a blank.
  static let outer: UInt8 = 0x0C
  /// Begins the destination of a footnote's link.
  static let note: UInt8 = 0x02

  /// What libcmark parses.
  private(set) var text: [UInt8] = []
  /// Whether `text` contains ``inner`` or ``outer``, which libcmark's tree must lose again.
  private(set) var hasSentinels = false
  private var runs: [Run] = []

  /// Bytes copied from the source.
  private struct Run {
    let start: Int
    let source: Int
    var count: Int
    var end: Int { start + count }
  }

  /// Copies bytes of the source. Sentinels and NUL that stand in the source have no meaning for a reader and are left
  /// out.
  mutating func copy(_ range: Range<Int>, of source: Bytes) {
    var start = range.lowerBound
    for offset in range where source[offset] < 0x20 && Self.isReserved(source[offset]) {
      append(start..<offset, of: source)
      start = offset + 1
    }
    append(start..<range.upperBound, of: source)
  }

  private mutating func append(_ range: Range<Int>, of source: Bytes) {
    guard !range.isEmpty else { return }
    if let last = runs.last, last.end == text.count, last.source + last.count == range.lowerBound {
      runs[runs.count - 1].count += range.count
    } else {
      runs.append(Run(start: text.count, source: range.lowerBound, count: range.count))
    }
    text.append(contentsOf: source.part(range))
  }

  private static func isReserved(_ byte: UInt8) -> Bool { isSentinel(byte) || byte == note || byte == 0 }

  static func isSentinel(_ byte: UInt8) -> Bool { byte == inner || byte == outer }

  /// Adds a byte that is not in the source.
  mutating func insert(_ byte: UInt8) {
    if Self.isSentinel(byte) { hasSentinels = true }
    text.append(byte)
  }

  /// Adds bytes that are not in the source.
  mutating func insert(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { insert(byte) }
  }

  /// The bytes of the source that a range of ``text`` comes from.
  func place(_ range: Range<Int>) -> Range<Int> {
    guard !runs.isEmpty else { return 0..<0 }
    let first = runs[min(run(endingAfter: range.lowerBound), runs.count - 1)]
    let lower = first.source + min(max(range.lowerBound - first.start, 0), first.count)
    guard range.upperBound > range.lowerBound else { return lower..<lower }
    let index = run(endingAfter: range.upperBound - 1)
    guard index < runs.count, runs[index].start < range.upperBound else {
      let last = runs[max(index - 1, 0)]
      return lower..<max(lower, last.source + last.count)
    }
    return lower..<max(lower, runs[index].source + range.upperBound - runs[index].start)
  }

  /// The index of the first run that ends after an offset.
  private func run(endingAfter offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].end > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
