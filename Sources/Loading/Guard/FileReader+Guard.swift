import Base
import Guard

// What the guard sees in a file becomes findings.
extension FileReader {
  /// Turns what was seen in a text into findings, those that come in numbers into one for each rule.
  ///
  /// - Parameter places: The bytes of the file that each of them comes from.
  mutating func report(_ sightings: [Sighting], at places: [Range<Int>], in text: Bytes) {
    // What the recogniser of the paper has said already.
    let isMarked = findings.contains { $0.rule == "secrecy-mark" }
    var groups: [String: [Int]] = [:]
    for (index, sighting) in sightings.enumerated()
    where !(isMarked && sighting.rule == "secrecy-mark") && !isExplained(places[index]) {
      if sighting.isPersonal { hide(text.part(sighting.range).string) }
      if sighting.isGrouped {
        groups[sighting.rule, default: []].append(index)
      } else {
        add(sighting.rule, sighting.severity, at: places[index], sighting.message, cures: sighting.cures)
      }
    }
    let edits = edits(sightings, at: places, in: text)
    for group in groups.values.sorted(by: { $0[0] < $1[0] }) {
      let first = sightings[group[0]]
      add(
        Diagnostic(
          first.rule, first.severity, at: location(of: places[group[0]]),
          group.count == 1 ? first.message : first.message + "，这样的共 \(group.count) 处", cures: first.cures,
          edits: group.compactMap { edits[$0] }))
    }
  }

  /// What `fix` writes for the sightings, by index; brackets only in pairs.
  private func edits(
    _ sightings: [Sighting], at places: [Range<Int>], in text: Bytes
  ) -> [Int: Diagnostic.Edit] {
    var edits: [Int: Diagnostic.Edit] = [:]
    var mended: Set<Int> = []
    for (index, sighting) in sightings.enumerated() {
      guard let edit = edit(sighting, at: places[index], in: text) else { continue }
      edits[index] = edit
      mended.insert(sighting.range.lowerBound)
    }
    return edits.filter { index, _ in sightings[index].partner.map(mended.contains) ?? true }
  }

  /// What `fix` writes for a sighting; nil if nothing, or if the text of the file does not stand there as the reader sees it.
  private func edit(_ sighting: Sighting, at place: Range<Int>, in text: Bytes) -> Diagnostic.Edit? {
    guard let replacement = sighting.replacement, place.count == sighting.range.count,
      text[sighting.range].elementsEqual(source.bytes[place])
    else { return nil }
    // The characters beside it, as far as they are in the same line or cell: markup in between is not ours to judge.
    let before = (1...3).prefix { sighting.range.lowerBound >= $0 && text[sighting.range.lowerBound - $0] != 0x0A }
      .count
    let after = (0..<3).prefix {
      sighting.range.upperBound + $0 < text.count && text[sighting.range.upperBound + $0] != 0x0A
    }
    .count
    guard place.lowerBound >= before, place.upperBound + after <= source.bytes.count else { return nil }
    let seen = text[sighting.range.lowerBound - before..<sighting.range.upperBound + after]
    let written = source.bytes[place.lowerBound - before..<place.upperBound + after]
    return seen.elementsEqual(written) ? edit(place, replacement) : nil
  }

  /// Looks at a value, whose place is given as a whole: the words are found in it if they stand there as they are.
  mutating func watch(_ value: String, at place: Range<Int>, by textGuard: TextGuard, made: CalendarDate?) {
    var value = value
    value.withUTF8 { text in
      report(textGuard.sightings(in: text, .value, made: made), in: text, at: place)
    }
  }

  /// Turns what was seen in a value into findings.
  mutating func report(_ sightings: [Sighting], in text: Bytes, at place: Range<Int>) {
    guard !sightings.isEmpty, place.upperBound <= source.bytes.count else { return }
    // Where the value stands as it is read, all of its words have their places.
    if let whole = source.bytes[place].firstRange(of: text) {
      report(sightings, at: sightings.map { $0.range.shifted(by: whole.lowerBound) }, in: text)
    } else {
      report(sightings, at: sightings.map { find(text.part($0.range), in: place) }, in: text)
    }
  }

  private func find(_ words: Bytes, in place: Range<Int>) -> Range<Int> {
    source.bytes[place].firstRange(of: words) ?? place
  }
}

extension Diagnostic {
  /// With every secret replaced by as many asterisks: a report is mailed and printed.
  func hiding(_ secrets: Set<String>) -> Diagnostic {
    func hidden(_ text: String) -> String {
      if secrets.count > Self.fewSecrets { return Self.withoutNumbers(text) }
      return secrets.reduce(text) { text, secret in
        text.contains(secret)
          ? text.replacing(secret, with: String(repeating: "*", count: secret.count)) : text
      }
    }
    func hidden(_ place: Location) -> Location {
      Location(
        path: place.path, start: place.start, length: place.length, sourceLine: hidden(place.sourceLine), cut: place.cut
      )
    }
    return Diagnostic(
      rule, severity, at: hidden(location), hidden(message), cures: cures,
      related: related.map {
        Related(hidden($0.location), hidden($0.message))
      }, edits: edits, isRecoded: isRecoded)
  }

  /// A file with more of them is a list of people: no long number of it is quoted.
  private static let fewSecrets = 20

  /// With asterisks for the figures of every number of seven or more.
  private static func withoutNumbers(_ text: String) -> String {
    var characters = Array(text)
    var start = 0
    for index in 0...characters.count {
      if index < characters.count, characters[index].isNumber || characters[index] == "X" || characters[index] == "x" {
        continue
      }
      if index - start >= 7 { for place in start..<index { characters[place] = "*" } }
      start = index + 1
    }
    return String(characters)
  }
}
