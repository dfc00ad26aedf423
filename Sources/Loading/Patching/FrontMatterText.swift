package import Base
package import Documents

/// The front matter of a file, key by key: what is written there, and on which lines.
package struct FrontMatterText {
  package let source: SourceText
  /// In the order of the file.
  package let entries: [Entry]
  let found: FrontMatter
  /// What the reader has to say of it.
  let findings: Int

  /// A key with its value.
  package struct Entry {
    /// Canonical; as it is written where the form does not know it.
    package let key: String
    /// Nil where nothing stands behind the colon.
    package let value: FrontMatterValue?
    /// Its lines in the file, with the comments between them.
    package let lines: Range<Int>
    /// The bytes of the key, and of the value.
    let place: (key: Range<Int>, value: Range<Int>)
  }

  /// Why the form cannot show or write a file: a sentence for a clerk, with what to do.
  package struct Refusal: Error, Sendable, Hashable {
    package let message: String
  }

  /// Reads the front matter of a file.
  ///
  /// - Throws: ``Refusal`` where it is not a plain list of keys with values.
  package init(_ source: SourceText, form: FrontMatterForm) throws(Refusal) {
    self.source = source
    guard String(validating: source.bytes, as: UTF8.self) != nil else {
      throw Refusal(message: "文件的编码不是 UTF-8，先运行 gongkai fix --rule encoding")
    }
    guard let found = FrontMatter.find(in: source), found.faults.isEmpty else {
      throw Refusal(message: "文件开头的“---”不完整，先在“正文”里照下面的问题改好")
    }
    var file = FileReader(source: source)
    guard let root = file.readYAML(found.yaml), let written = root.entries else {
      let reason = file.findings.first.map { "第 \($0.location.start.line) 行\($0.message)" } ?? "文件开头不是“键: 值”"
      throw Refusal(message: reason + "；先在“正文”里改好")
    }
    let keys = form.keys
    self.found = found
    findings = file.findings.count
    entries = try Self.entries(written.sorted { $0.place.lowerBound < $1.place.lowerBound }, source, found) { keys[$0] }
    let known = entries.map(\.key).filter { keys[$0] != nil }
    if let twice = Set(known).first(where: { key in known.count { $0 == key } > 1 }) {
      throw Refusal(message: "“\(twice)”用两个名字写了两次；先在“正文”里删去一处")
    }
  }

  /// The lines of an entry as an editor counts them.
  package func lineNumbers(of entry: Entry) -> ClosedRange<Int> {
    let first = source.location(of: entry.lines).start.line
    return first...source.location(of: max(entry.lines.upperBound - 1, 0)..<entry.lines.upperBound).start.line
  }

  private static func entries(
    _ written: [YAMLEntry], _ source: SourceText, _ found: FrontMatter, key: (String) -> String?
  ) throws(Refusal) -> [Entry] {
    let bytes = source.bytes
    let starts = written.map { bytes.line(at: $0.place.lowerBound).lowerBound }
    var entries: [Entry] = []
    for (start, entry) in zip(starts, written) {
      guard bytes[start..<entry.place.lowerBound].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else {
        throw Refusal(message: "第 \(source.location(of: entry.place).start.line) 行不是单独一行“键: 值”；请在“正文”里改")
      }
    }
    for (index, entry) in written.enumerated() {
      guard entry.value.place.lowerBound >= entry.place.upperBound else {
        throw Refusal(message: "第 \(source.location(of: entry.place).start.line) 行引用了别处的内容；先在“正文”里改成内容本身")
      }
      let limit = index + 1 < written.count ? starts[index + 1] : found.yaml.upperBound
      let end = Self.end(of: entry, in: bytes, before: limit)
      entries.append(
        Entry(
          key: key(entry.key) ?? entry.key, value: FrontMatterValue(entry.value), lines: starts[index]..<end,
          place: (entry.place, entry.value.place)))
    }
    return entries
  }

  /// Where the lines of a value end: comments at the margin are no part of it, and empty lines only of a text that keeps them (`|+`).
  private static func end(of entry: YAMLEntry, in bytes: [UInt8], before limit: Int) -> Int {
    let last = max(entry.place.upperBound, entry.value.place.upperBound - 1)
    let first = min(bytes.nextLine(after: last), limit)
    let header = bytes[entry.value.place.lowerBound...].prefix(3)
    let isKeeping = [0x7C, 0x3E].contains(header.first) && header.contains(UInt8(ascii: "+"))
    var (end, next) = (first, first)
    while next < limit {
      let line = bytes.line(at: next)
      next = min(bytes.nextLine(after: next), limit)
      let isBlank = bytes[line].allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
      if isKeeping || !isBlank, bytes[line.lowerBound] != UInt8(ascii: "#") { end = next }
    }
    return end
  }
}

extension FrontMatterForm {
  /// The canonical key of each word that front matter may use.
  var keys: [String: String] {
    Dictionary(entries.flatMap { [($0.key, $0.key), ($0.label, $0.key)] }, uniquingKeysWith: { first, _ in first })
  }
}

extension FrontMatterValue {
  /// Nil for no value.
  init?(_ value: YAMLValue) {
    switch value.content {
    case .empty: return nil
    case .text(let text): self = .scalar(text)
    case .list(let values): self = .list(values.map { FrontMatterValue($0) ?? .scalar("") })
    case .mapping(let entries):
      self = .map(entries.map { Member($0.key, FrontMatterValue($0.value) ?? .scalar("")) })
    }
  }
}

extension [UInt8] {
  /// The first byte of the line after the one of a byte.
  func nextLine(after offset: Int) -> Int {
    guard offset < count else { return count }
    return self[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? count
  }
}
