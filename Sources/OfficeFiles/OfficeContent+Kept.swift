import Base

// What was read of a file, as bytes that are kept until the next build: two lines with version and checksum, then JSON.
extension OfficeContent {
  private static let mark = "gongkai-reading/\(OfficeReader.edition)"

  /// The bytes to keep.
  package var kept: [UInt8] {
    let content = JSONValue.object([
      "pages": pageCount.map(JSONValue.integer) ?? .null, "cut": .boolean(isCut),
      "traces": .array(traces.map(\.json)), "pieces": .array(pieces.flatMap { [$0.place.json, .string($0.text)] }),
      "unshown": .array(pieces.indices.filter { !pieces[$0].isShown }.map(JSONValue.integer)),
    ]).compact
    return Array("\(Self.mark)\n\(Self.checksum(content[...]))\n".utf8) + content
  }

  /// Reads what was kept; nil if it is damaged or from another version.
  package init?(kept bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
    guard lines.count == 3, lines[0].elementsEqual(Self.mark.utf8),
      lines[1].elementsEqual(Self.checksum(lines[2]).utf8), let json = JSONValue(json: Array(lines[2])),
      case .array(let traces)? = json["traces"], case .array(let pieces)? = json["pieces"], pieces.count % 2 == 0,
      case .array(let unshown)? = json["unshown"]
    else { return nil }
    let hidden = Set(unshown.compactMap(\.number))
    self.init()
    for value in traces {
      guard let trace = OfficeTrace(json: value) else { return nil }
      note(trace)
    }
    for index in stride(from: 0, to: pieces.count, by: 2) {
      guard let place = OfficePlace(json: pieces[index]), let text = pieces[index + 1].text else { return nil }
      add(text, at: place, isShown: !hidden.contains(index / 2))
    }
    pageCount = json["pages"]?.number
    if json["cut"] == .boolean(true) { cut() }
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> String {
    var sum = CRC32()
    bytes.withUnsafeBytes { sum.add($0) }
    return String(sum.value)
  }
}

extension OfficeTrace {
  fileprivate var json: JSONValue {
    .array([.integer(kind.rawValue), place.map(\.json) ?? .null, .integer(count), .strings(names)])
  }

  fileprivate init?(json: JSONValue) {
    guard case .array(let values) = json, values.count == 4, let kind = values[0].number.flatMap(Kind.init),
      let count = values[2].number, case .array(let names) = values[3]
    else { return nil }
    self.init(kind: kind, place: OfficePlace(json: values[1]), count: count, names: names.compactMap(\.text))
  }
}

extension OfficePlace {
  /// A letter, the name of the sheet if there is one, numbers.
  fileprivate var json: JSONValue {
    func list(_ letter: String, _ sheet: String? = nil, _ numbers: Int...) -> JSONValue {
      .array([.string(letter)] + (sheet.map { [.string($0)] } ?? []) + numbers.map(JSONValue.integer))
    }
    return switch self {
    case .paragraph(let number): list("p", nil, number)
    case .tableCell(let table, let row, let column): list("t", nil, table, row, column)
    case .note: list("n")
    case .margin: list("m")
    case .comment: list("c")
    case .sheet(let name): list("s", name)
    case .cell(let sheet, let row, let column): list("x", sheet, row, column)
    case .row(let sheet, let row): list("r", sheet, row)
    case .column(let sheet, let column): list("k", sheet, column)
    case .slide(let number): list("f", nil, number)
    case .speakerNotes(let number): list("b", nil, number)
    case .page(let number): list("g", nil, number)
    case .line(let number): list("l", nil, number)
    }
  }

  fileprivate init?(json: JSONValue) {
    guard case .array(let values) = json, let letter = values.first?.text else { return nil }
    let (numbers, sheet) = (values.compactMap(\.number), values.dropFirst().first?.text)
    switch (letter, numbers.count, sheet) {
    case ("p", 1, nil): self = .paragraph(numbers[0])
    case ("t", 3, nil): self = .tableCell(table: numbers[0], row: numbers[1], column: numbers[2])
    case ("n", 0, nil): self = .note
    case ("m", 0, nil): self = .margin
    case ("c", 0, nil): self = .comment
    case ("s", 0, let sheet?): self = .sheet(sheet)
    case ("x", 2, let sheet?): self = .cell(sheet: sheet, row: numbers[0], column: numbers[1])
    case ("r", 1, let sheet?): self = .row(sheet: sheet, numbers[0])
    case ("k", 1, let sheet?): self = .column(sheet: sheet, numbers[0])
    case ("f", 1, nil): self = .slide(numbers[0])
    case ("b", 1, nil): self = .speakerNotes(numbers[0])
    case ("g", 1, nil): self = .page(numbers[0])
    case ("l", 1, nil): self = .line(numbers[0])
    default: return nil
    }
  }
}
