import Base

/// The title lane: what every result shows and what the order depends on, of all documents, in columns. One small file, so
/// that titles, short names and articles are found without asking for anything else.
struct TitleFile {
  let bytes: [UInt8]

  /// - Parameters:
  ///   - entries: By number; nil where a document is gone.
  ///   - places: Pages besides the documents that a reader may name.
  init(_ entries: [SearchEntry?], places: [SearchPlace]) {
    var bytes = Array("{\"version\":\(SearchFile.version),\"titles\":".utf8)
    bytes.append(strings: entries.map { $0?.title ?? "" })
    var issuers = Numbering(), kinds = Numbering(), columns = Numbering()
    let issuer = entries.map { issuers.number(of: $0?.issuer ?? "") }
    let kind = entries.map { kinds.number(of: $0?.kind ?? "") }
    let column = entries.map { columns.number(of: $0?.column ?? "") }
    let states = Self.states(entries)
    for (name, values) in [("issuers", issuers.values), ("kinds", kinds.values), ("columns", columns.values)] {
      bytes += Array(",\"\(name)\":".utf8)
      bytes.append(strings: values)
    }
    bytes += Array(",\"states\":[".utf8)
    for (place, state) in states.enumerated() {
      bytes += Array(place == 0 ? "[".utf8 : ",[".utf8)
      bytes.appendJSON(state.code)
      bytes.append(UInt8(ascii: ","))
      bytes.appendJSON(state.label)
      bytes += Array(state.isEnded ? ",1]".utf8 : ",0]".utf8)
    }
    bytes += Array("],\"places\":[".utf8)
    for (index, place) in places.enumerated() {
      bytes += Array(index == 0 ? "".utf8 : ",".utf8)
      bytes.append(strings: [place.title, place.kind, place.url])
    }
    bytes.append(UInt8(ascii: "]"))
    let positions = Dictionary(states.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let days = entries.map { $0.map { Self.day($0.date) } ?? 0 }
    let integers = [
      ("issuer", issuer), ("kind", kind), ("column", column),
      ("state", entries.map { positions[$0?.state ?? ""] ?? -1 }),
      ("days", zip(days, [0] + days).map { $0 - $1 }),
      ("sizes", entries.map { Self.size(($0?.length ?? 0) / 1000) }),
      ("firsts", entries.map { ($0?.articles?.lowerBound ?? 1) - 1 }),
      ("lasts", entries.map { $0?.articles?.upperBound ?? 0 }),
    ]
    for (name, values) in integers {
      let list = values.map { String($0) }.joined(separator: ",")
      bytes += Array(",\"\(name)\":[\(list)]".utf8)
    }
    self.bytes = bytes + Array("}".utf8)
  }

  /// The number of binary digits of a length in thousands: a reader's browser estimates what a page costs.
  private static func size(_ thousands: Int) -> Int { Int.bitWidth - thousands.leadingZeroBitCount }

  /// Days since 1970-01-01; 0 for a document without a day.
  private static func day(_ text: String) -> Int { (try? CalendarDate.parse(text).get())?.daysSince1970 ?? 0 }

  /// The states of all documents, including upcoming ones, by code.
  private static func states(_ entries: [SearchEntry?]) -> [(code: String, label: String, isEnded: Bool)] {
    var known: [String: (label: String, isEnded: Bool)] = [:]
    for case let entry? in entries {
      if !entry.state.isEmpty { known[entry.state] = (entry.stateLabel, entry.isEnded) }
      for change in entry.changes { known[change.state] = (change.label, change.isEnded) }
    }
    return known.sorted { $0.key < $1.key }.map { ($0.key, $0.value.label, $0.value.isEnded) }
  }

  /// Values in the order of their first use.
  private struct Numbering {
    private(set) var values: [String] = []
    private var numbers: [String: Int] = [:]

    mutating func number(of value: String) -> Int {
      if let number = numbers[value] { return number }
      numbers[value] = values.count
      values.append(value)
      return values.count - 1
    }
  }
}

extension [UInt8] {
  /// Appends a JSON array of strings.
  mutating func append(strings: [String]) {
    append(UInt8(ascii: "["))
    for (place, text) in strings.enumerated() {
      if place > 0 { append(UInt8(ascii: ",")) }
      appendJSON(text)
    }
    append(UInt8(ascii: "]"))
  }
}
