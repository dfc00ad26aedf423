import Base
package import Documents

extension FrontMatterText {
  /// The bytes of the file with other values for some keys: only the lines of those keys differ.
  ///
  /// A key that was not there comes to its place in the form: to where it stands behind `#`, or below the key before it. Nil takes a
  /// key away with its lines. What was written is read again: every other key and the body are as they were.
  ///
  /// - Throws: ``Refusal`` where that cannot be.
  package func replacing(
    _ changes: [String: FrontMatterValue?], form: FrontMatterForm
  ) throws(Refusal) -> [UInt8] {
    var text = self
    for entry in form.entries {
      guard let value = changes[entry.key] else { continue }
      text = try text.replacing(entry, with: value, form)
    }
    return text.source.bytes
  }

  private func replacing(
    _ field: FormEntry, with value: FrontMatterValue?, _ form: FrontMatterForm
  ) throws(Refusal) -> FrontMatterText {
    let old = entries.first { $0.key == field.key }
    if old?.value == value { return self }
    // As people write it; or, where what follows would be read as part of it, between quotation marks.
    for isQuoted in [false, true] {
      var bytes = source.bytes
      if let old, let value {
        bytes.replaceSubrange(old.lines, with: lines(of: old, with: Written(value, isQuoted: isQuoted)))
      } else if let old {
        bytes.removeSubrange(old.lines)
      } else if let value {
        let (place, lines) = added(field, Written(value, isQuoted: isQuoted), form)
        bytes.replaceSubrange(place, with: lines)
      }
      let new = try? FrontMatterText(SourceText(path: source.path, bytes: bytes), form: form)
      if let new, new.holds(field.key, value), isSame(but: field.key, new) { return new }
    }
    throw Refusal(message: "“\(field.label)”不能在这里改：会连带改动别的项；请在“正文”里改")
  }

  /// Whether in another state of the file everything but one key is as it is here, and nothing more is wrong.
  private func isSame(but key: String, _ new: FrontMatterText) -> Bool {
    new.others(than: key) == others(than: key) && new.findings <= findings
      && new.source.bytes[new.found.bodyStart...] == source.bytes[found.bodyStart...]
      && new.source.markLength == source.markLength
  }

  private func holds(_ key: String, _ value: FrontMatterValue?) -> Bool {
    entries.first { $0.key == key }?.value == value
  }

  private func others(than key: String) -> [FrontMatterValue.Member] {
    entries.filter { $0.key != key }.map { .init($0.key, $0.value ?? .list([])) }
  }

  // MARK: - Lines

  /// The lines of a key with another value; its name, its remark and what else was on its lines stay.
  private func lines(of entry: Entry, with value: Written) -> [UInt8] {
    let bytes = source.bytes
    let line = bytes.line(at: entry.place.key.lowerBound)
    var head = Array(bytes[line.lowerBound..<entry.place.key.upperBound])
    let colon = bytes[entry.place.key.upperBound..<line.upperBound].firstIndex(of: UInt8(ascii: ":"))
    let afterColon = colon.map { $0 + 1 } ?? entry.place.key.upperBound
    head += Array(":".utf8)
    let isOnLine = entry.value != nil && entry.place.value.lowerBound < line.upperBound
    var gap = [UInt8(0x20)]
    if isOnLine, colon != nil {
      let written = bytes[afterColon..<entry.place.value.lowerBound]
      if !written.isEmpty, written.allSatisfy({ $0 == 0x20 }) { gap = Array(written) }
    }
    let keeps = !isOnLine || ends(entry, before: line.upperBound)
    let end = keeps ? (isOnLine ? entry.place.value.upperBound : afterColon) : line.upperBound
    let rest = bytes[end..<line.upperBound]
    // What follows a value that ends on its line are remarks.
    let hasTail = keeps && (isOnLine || entry.value == nil)
    let tail = hasTail ? bytes[bytes.nextLine(after: line.lowerBound)..<entry.lines.upperBound] : []
    return value.bytes(
      behind: head, gap: gap, remark: Remark(rest, after: bytes[line.lowerBound..<end]),
      lineEnd: lineEnd(of: line)) + tail
  }

  /// Whether a value begins and ends on one line: what is behind it there is a remark.
  private func ends(_ entry: Entry, before end: Int) -> Bool {
    let written = source.bytes[entry.place.value]
    guard entry.place.value.upperBound <= end, let first = written.first else { return false }
    if "\"'[{".utf8.contains(first) { return true }
    // Of a text on several lines only the first is in its place, and the header of a block is no text.
    guard case .scalar(let text)? = entry.value else { return false }
    return written.elementsEqual(text.utf8)
  }

  /// Where a new key goes, and its lines.
  private func added(
    _ field: FormEntry, _ value: Written, _ form: FrontMatterForm
  ) -> (Range<Int>, [UInt8]) {
    let bytes = source.bytes
    if let (line, word, colon) = hint(of: field) {
      let rest = bytes[colon + 1..<line.upperBound]
      let lines = value.bytes(
        behind: Array((word + ":").utf8), remark: Remark(rest, after: bytes[line.lowerBound...colon]),
        lineEnd: lineEnd(of: line))
      return (line.lowerBound..<bytes.nextLine(after: line.lowerBound), lines)
    }
    let order = form.entries.map(\.key)
    let before = order.prefix { $0 != field.key }.reversed()
    let above = before.lazy.compactMap { key in entries.first { $0.key == key } }.first
    let place = above?.lines.upperBound ?? found.yaml.lowerBound
    let line = bytes.line(at: max(place - 1, 0))
    let lines = value.bytes(behind: Array((word(for: field) + ":").utf8), remark: nil, lineEnd: lineEnd(of: line))
    return (place..<place, lines)
  }

  /// The line that shows a key behind `#`, as new documents do.
  private func hint(of field: FormEntry) -> (line: Range<Int>, word: String, colon: Int)? {
    let bytes = source.bytes
    var start = found.yaml.lowerBound
    while start < found.yaml.upperBound {
      let line = bytes.line(at: start)
      start = bytes.nextLine(after: start)
      guard bytes[line].first == UInt8(ascii: "#"), let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")),
        !entries.contains(where: { $0.lines.contains(line.lowerBound) })
      else { continue }
      let word = String(decoding: bytes[line.lowerBound + 1..<colon], as: UTF8.self).trimmed
      if word == field.key || word == field.label { return (line, word, colon) }
    }
    return nil
  }

  /// Its key, or its label where the file is written in Chinese.
  private func word(for field: FormEntry) -> String {
    let chinese = entries.count { source.bytes[$0.place.key].contains { $0 >= 0x80 } }
    return chinese * 2 > entries.count ? field.label : field.key
  }

  private func lineEnd(of line: Range<Int>) -> [UInt8] {
    let isWindows = line.upperBound < source.bytes.count && source.bytes[line.upperBound] == 0x0D
    return isWindows || source.bytes[line].last == 0x0D ? [0x0D, 0x0A] : [0x0A]
  }
}

/// A value in lines: what follows the colon, and the lines below it.
private struct Written {
  private let inline: Substring
  private let below: ArraySlice<Substring>

  init(_ value: FrontMatterValue, isQuoted: Bool) {
    // With an empty key, the first line is the colon and what follows it.
    let lines = YAMLWriter.entry("", value, isQuoted: isQuoted).split(separator: "\n", omittingEmptySubsequences: false)
    inline = (lines.first ?? "").dropFirst().drop { $0 == " " }
    below = lines.dropFirst()
  }

  /// The lines with the key and its colon before them.
  func bytes(behind head: [UInt8], gap: [UInt8] = [0x20], remark: Remark?, lineEnd: [UInt8]) -> [UInt8] {
    var first = head
    if !inline.isEmpty { first += gap + Array(inline.utf8) }
    if let remark { first += remark.bytes(behind: first) }
    return below.reduce(first + lineEnd) { $0 + Array($1.utf8) + lineEnd }
  }
}

/// A comment at the end of a line, and the column at which it stood.
private struct Remark {
  private let text: ArraySlice<UInt8>
  private let column: Int
  private let gap: Int

  /// - Parameters:
  ///   - rest: What follows the value.
  ///   - before: The line up to there.
  init?(_ rest: ArraySlice<UInt8>, after before: ArraySlice<UInt8>) {
    var index = rest.startIndex
    while let sign = rest[index...].firstIndex(of: UInt8(ascii: "#")) {
      if sign > rest.startIndex, rest[sign - 1] == 0x20 || rest[sign - 1] == 0x09 { break }
      index = sign + 1
    }
    guard let sign = rest[index...].firstIndex(of: UInt8(ascii: "#")) else { return nil }
    text = rest[sign...].last == 0x0D ? rest[sign...].dropLast() : rest[sign...]
    gap = rest[..<sign].reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
    column = String(decoding: before + rest[..<sign], as: UTF8.self).displayWidth
  }

  /// The same column again if there is room.
  func bytes(behind line: [UInt8]) -> [UInt8] {
    let width = String(decoding: line, as: UTF8.self).displayWidth
    let blanks = gap < 2 ? 1 : max(2, column - width)
    return [UInt8](repeating: 0x20, count: blanks) + text
  }
}
