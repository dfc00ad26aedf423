import Base

// Characters that are not what they look like. In YAML, one finding for each fault on a line; elsewhere one for each
// fault in the file, with a count, because a text pasted from a PDF has hundreds.
extension FileReader {
  /// Reports suspect characters, except where they belong.
  mutating func report(_ sightings: [TextScan.Sighting]) {
    guard !sightings.isEmpty else { return }
    let dataEnd = yamlEnd
    var groups: [CharacterGroup] = []
    var places: [CharacterGroup.Key: Int] = [:]
    for (line, found) in lines(of: sightings) {
      let faulty =
        isGarbled(line, found) ? [found.first { $0.fault == .garbled }].compactMap(\.self) : misplaced(found, in: line)
      for sighting in faulty {
        let home = sighting.place.lowerBound < dataEnd ? line.lowerBound : nil
        let key = CharacterGroup.Key(rule: sighting.fault.rule, home: home)
        if let index = places[key] {
          groups[index].sightings.append(sighting)
        } else {
          places[key] = groups.count
          groups.append(CharacterGroup(fault: sighting.fault, home: home, sightings: [sighting]))
        }
        if home != nil { correct(sighting) }
        if home != nil
          ? [.garbled, .privateUse].contains(sighting.fault) : severity(of: sighting.fault, inYAML: false) == .error
        {
          explain(line)
        }
      }
    }
    for group in groups { add(finding(group, severity(of: group.fault, inYAML: group.home != nil))) }
  }

  /// The end of the YAML at the start of the file: the whole file, front matter, or nothing.
  private var yamlEnd: Int {
    switch source.path.fileExtension {
    case "md": FrontMatter.find(in: source)?.bodyStart ?? 0
    case "csv": 0
    default: source.bytes.count
    }
  }

  /// In front matter a strange character makes a key, a number or a date unreadable; in a text it may only look odd. A
  /// rare name in a table may have no other spelling.
  private func severity(of fault: CharacterFault, inYAML: Bool) -> Severity {
    if inYAML { return .error }
    return switch fault {
    case .control, .lineBreak, .direction, .garbled: .error
    case .directionMark, .invisible, .joiner: source.path.fileExtension == "csv" ? .error : .warning
    case .privateUse, .lookalike: .warning
    }
  }

  /// The sightings on each line that has any.
  private func lines(of sightings: [TextScan.Sighting]) -> [(line: Range<Int>, sightings: [TextScan.Sighting])] {
    var lines: [(line: Range<Int>, sightings: [TextScan.Sighting])] = []
    for sighting in sightings {
      if let last = lines.last, last.line.contains(sighting.place.lowerBound) {
        lines[lines.count - 1].sightings.append(sighting)
      } else {
        lines.append((source.bytes.line(at: sighting.place.lowerBound), [sighting]))
      }
    }
    return lines
  }

  private func isGarbled(_ line: Range<Int>, _ sightings: [TextScan.Sighting]) -> Bool {
    let telling = sightings.filter { $0.fault == .garbled }
    if telling.isEmpty { return false }
    return telling.contains { $0.scalar == 0xFFFD }
      || MisreadText.holds(String(decoding: source.bytes[line], as: UTF8.self))
  }

  /// Those that do not belong where they stand.
  private func misplaced(_ sightings: [TextScan.Sighting], in line: Range<Int>) -> [TextScan.Sighting] {
    lazy var isRightToLeft = ScriptContext.isRightToLeft(source.bytes[line])
    return sightings.filter { sighting in
      switch sighting.fault {
      case .garbled: false
      case .joiner: !ScriptContext.joins(sighting.place, in: source.bytes)
      case .directionMark: !isRightToLeft
      // What turns the text around for a stretch is never needed: browsers find the direction of a word by themselves.
      case .control, .lineBreak, .direction, .invisible, .privateUse, .lookalike: true
      }
    }
  }

  private mutating func finding(_ group: CharacterGroup, _ severity: Severity) -> Diagnostic {
    var scalars: [UInt32] = []
    for sighting in group.sightings where !scalars.contains(sighting.scalar) { scalars.append(sighting.scalar) }
    let (message, cures) = group.fault.wording(scalars)
    let places = group.sightings.map { location(of: $0.place) }
    return Diagnostic(
      group.fault.rule, severity, at: places[0], message + CharacterGroup.count(places), cures: cures,
      edits: group.sightings.compactMap { sighting in plain(sighting).map { edit(sighting.place, $0) } })
  }

  /// Reads the YAML as if the character had not been there, or had been the plain one.
  private mutating func correct(_ sighting: TextScan.Sighting) {
    plain(sighting).map { corrections.append(Correction(place: sighting.place, text: $0)) }
  }

  /// What was meant by a character; nil if only its author knows.
  private func plain(_ sighting: TextScan.Sighting) -> String? {
    switch sighting.fault {
    case .garbled, .privateUse: nil
    case .lookalike: PlainIdeographs.plain(sighting.scalar).map { String($0) } ?? ""
    case .lineBreak: " "
    case .control, .direction, .directionMark, .invisible, .joiner: ""
    }
  }
}

/// Characters of one fault that make one finding.
private struct CharacterGroup {
  let fault: CharacterFault
  /// The start of their line in YAML; nil elsewhere.
  let home: Int?
  var sightings: [TextScan.Sighting]

  /// What makes them one finding.
  struct Key: Hashable {
    let rule: String
    let home: Int?
  }

  /// `，共 37 处：第 8、12、15 行等`.
  static func count(_ places: [Diagnostic.Location]) -> String {
    var lines: [Int] = []
    for place in places where lines.last != place.start.line { lines.append(place.start.line) }
    if places.count == 1 { return "" }
    if lines.count == 1 { return "，这一行有 \(places.count) 处" }
    let shown = lines.prefix(8).map(String.init).joined(separator: "、")
    return "，共 \(places.count) 处：第 \(shown) 行\(lines.count > 8 ? "等" : "")"
  }
}

extension [UInt8] {
  /// The line that contains a byte, without its line break.
  func line(at offset: Int) -> Range<Int> {
    let start = self[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = self[offset...].firstIndex(of: 0x0A) ?? count
    return start..<(end > start && self[end - 1] == 0x0D ? end - 1 : end)
  }
}
