import Base
import Guard

// What the guard sees in a file becomes findings.
extension FileReader {
  /// Looks at a text of this file.
  ///
  /// - Parameters:
  ///   - text: As a reader sees it.
  ///   - place: The bytes of the file that bytes of the text come from.
  mutating func watch(
    _ text: Bytes, _ sort: TextSort, by textGuard: TextGuard, made: CalendarDate?,
    place: (Range<Int>) -> Range<Int>
  ) {
    // What the recogniser of the paper has said already.
    let isMarked = findings.contains { $0.rule == "secrecy-mark" }
    for sighting in textGuard.sightings(in: text, sort, made: made) {
      if isMarked, sighting.rule == "secrecy-mark" { continue }
      if sighting.isPersonal { hide(text.part(sighting.range).string) }
      // Places cost a walk through the text; findings beyond the limit are only counted.
      add(
        sighting.rule, sighting.severity, at: isFull ? nil : place(sighting.range), sighting.message,
        cures: sighting.cures)
    }
  }

  /// Looks at a value, whose place is given as a whole: the words are found in it if they stand there as they are.
  mutating func watch(_ value: String, at place: Range<Int>, by textGuard: TextGuard, made: CalendarDate?) {
    var value = value
    let bytes = source.bytes
    value.withUTF8 { text in
      watch(text, .value, by: textGuard, made: made) { range in
        let wanted = text.part(range)
        guard place.upperBound <= bytes.count,
          let found = bytes[place].firstRange(of: wanted)
        else { return place }
        return found
      }
    }
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
      related: related.map { Related(hidden($0.location), hidden($0.message)) })
  }
}
