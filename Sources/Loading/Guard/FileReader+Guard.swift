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
    var groups: [String: (first: Int, count: Int, edits: [Diagnostic.Edit])] = [:]
    for (index, sighting) in sightings.enumerated() where !(isMarked && sighting.rule == "secrecy-mark") {
      if sighting.isPersonal { hide(text.part(sighting.range).string) }
      guard sighting.isGrouped else {
        add(sighting.rule, sighting.severity, at: places[index], sighting.message, cures: sighting.cures)
        continue
      }
      var group = groups[sighting.rule] ?? (index, 0, [])
      group.count += 1
      edit(sighting, at: places[index], in: text).map { group.edits.append($0) }
      groups[sighting.rule] = group
    }
    for group in groups.values.sorted(by: { $0.first < $1.first }) {
      let first = sightings[group.first]
      add(
        Diagnostic(
          first.rule, first.severity, at: location(of: places[group.first]),
          group.count == 1 ? first.message : first.message + "，这样的共 \(group.count) 处", cures: first.cures,
          edits: group.edits))
    }
  }

  /// What `fix` writes for a sighting; nil if nothing, or if the text of the file does not stand there as the reader sees it.
  private func edit(_ sighting: Sighting, at place: Range<Int>, in text: Bytes) -> Diagnostic.Edit? {
    guard let replacement = sighting.replacement else { return nil }
    guard place.count == sighting.range.count else { return nil }
    let before = min(3, sighting.range.lowerBound, place.lowerBound)
    let after = min(3, text.count - sighting.range.upperBound, source.bytes.count - place.upperBound)
    let seen = text[sighting.range.lowerBound - before..<sighting.range.upperBound + after]
    let written = source.bytes[place.lowerBound - before..<place.upperBound + after]
    return seen.elementsEqual(written) ? Diagnostic.Edit(place, replacement) : nil
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
      secrets.reduce(text) { text, secret in
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
      rule, severity, at: hidden(location), hidden(message), cures: cures.map(hidden),
      related: related.map { Related(hidden($0.location), hidden($0.message)) }, edits: edits)
  }
}
