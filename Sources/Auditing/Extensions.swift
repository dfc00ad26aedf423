import Base
import Documents
import Resolution

/// An extension must move an existing last day (`extension-without-term`, warning) to a later day
/// (`extension-shortens`, error), and take effect before it has passed (`late-extension`, warning: the document is not
/// in force in between).
struct Extensions: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let extending = context.pairs.filter { pair in
      pair.relation.kind == .extends && pair.source.id != pair.target.id && pair.relation.until != nil
        && context.lifecycle(of: pair.target) == .validity
    }
    return Dictionary(grouping: extending, by: \.target.id).values.flatMap(findings)
  }

  /// Checks the extensions of one document, each against the last day given by the previous one.
  private func findings(_ pairs: [DocumentPair]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var end = pairs.first.flatMap { pair in pair.target.expiresOn.map { ($0, pair.target.related(.expiresOn)) } }
    for pair in pairs.sorted(by: Self.sooner) {
      guard let until = pair.relation.until else { continue }
      if let (day, place) = end {
        found += findings(pair, until: until, after: day, place)
      } else {
        found.append(
          Diagnostic(
            "extension-without-term", .warning, at: pair.location, "\(pair.target.shortName)没有写有效期，无从延期",
            cures: ["在它的文件开头写上原来的 expiresOn（有效期至）"], related: [pair.target.related(.title)]))
      }
      end = (until, pair.related)
    }
    return found
  }

  private func findings(
    _ pair: DocumentPair, until: CalendarDate, after day: CalendarDate, _ place: Diagnostic.Related
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if until <= day {
      found.append(
        Diagnostic(
          "extension-shortens", at: pair.location,
          "延至 \(until.iso) 不晚于\(pair.target.shortName)原来的最后一天 \(day.iso)", cures: ["核对两个日期"], related: [place]))
    }
    if let start = pair.relation.effectiveOn, start > day {
      found.append(
        Diagnostic(
          "late-extension", .warning, at: pair.location,
          "延期自 \(start.iso) 起才生效，\(pair.target.shortName)在 \(day.iso) 以后已经失效，中间一段不在有效期内",
          cures: ["核对日期；延期的效力早于发布的，读者仍只能从发布之日起看到"], related: [place]))
    }
    return found
  }

  private static func sooner(_ a: DocumentPair, _ b: DocumentPair) -> Bool {
    switch (a.relation.effectiveOn, b.relation.effectiveOn) {
    case (let first?, let second?) where first != second: first < second
    case (nil, .some): true
    case (.some, nil): false
    default: (a.source.id, a.relation.place.lowerBound) < (b.source.id, b.relation.place.lowerBound)
    }
  }
}
