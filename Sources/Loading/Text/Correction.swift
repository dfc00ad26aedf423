import Base

/// A part of a file that is read as another text, because it is a mistake whose meaning is certain. The mistake is
/// reported; reading on as if it were mended keeps it from having consequences that would be reported as well.
struct Correction {
  /// Its bytes in the file.
  let place: Range<Int>
  let text: String
}

/// The beginning of a file with corrections, and where its bytes come from.
struct CorrectedText {
  /// The bytes up to the end of the part, corrected.
  private(set) var bytes: [UInt8]
  /// Where a stretch begins, here and in the file; a correction counts as one place of the file.
  private var stretches: [(here: Int, file: Range<Int>)] = []

  /// Corrects the first `end` bytes; of corrections that overlap, the first is made.
  init(_ source: [UInt8], upTo end: Int, _ corrections: [Correction]) {
    let made = corrections.filter { $0.place.upperBound <= end }.sorted { $0.place.lowerBound < $1.place.lowerBound }
    bytes = []
    var done = 0
    for correction in made where correction.place.lowerBound >= done {
      append(source, done..<correction.place.lowerBound)
      stretches.append((bytes.count, correction.place))
      bytes += correction.text.utf8
      done = correction.place.upperBound
      stretches.append((bytes.count, done..<done))
    }
    if stretches.isEmpty { bytes = source[..<end] + [] } else { append(source, done..<end) }
  }

  private mutating func append(_ source: [UInt8], _ range: Range<Int>) { bytes += source[range] }

  var isUnchanged: Bool { stretches.isEmpty }

  /// The bytes of the file from which bytes of this text come.
  func place(_ range: Range<Int>) -> Range<Int> {
    if stretches.isEmpty { return range }
    let start = file(range.lowerBound)
    let last = range.isEmpty ? start : file(range.upperBound - 1)
    let end = range.isEmpty ? start.lowerBound : last.upperBound
    return start.lowerBound..<max(end, start.lowerBound)
  }

  /// The byte of the file, or the correction, from which a byte comes.
  private func file(_ offset: Int) -> Range<Int> {
    let next = stretches.partitionIndex { $0.here > offset }
    guard next > 0 else { return offset..<offset + 1 }
    let stretch = stretches[next - 1]
    if !stretch.file.isEmpty { return stretch.file }
    let start = stretch.file.lowerBound + offset - stretch.here
    return start..<start + 1
  }

  /// Where a byte of the file is in this text.
  func offset(of byte: Int) -> Int {
    let next = stretches.partitionIndex { $0.file.lowerBound > byte }
    guard next > 0 else { return byte }
    let stretch = stretches[next - 1]
    return byte < stretch.file.upperBound ? stretch.here : stretch.here + byte - stretch.file.upperBound
  }
}
