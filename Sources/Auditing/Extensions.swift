import Base
import Documents
import Resolution

/// An extension moves an end that there is (`extension-without-term`, warning), to a later day (`extension-shortens`,
/// error), and before that end has come (`late-extension`, warning: in between the document was not in force).
struct Extensions: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let extending = context.links.filter { link in
      link.relation.kind == .extends && link.source.id != link.target.id && link.relation.until != nil
        && context.lifecycle(of: link.target) == .validity
    }
    return Dictionary(grouping: extending, by: \.target.id).values.flatMap(findings)
  }

  /// The extensions of one document, each against the end that the ones before it gave.
  private func findings(_ links: [ActedOn]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var end = links.first.flatMap { link in link.target.expiresOn.map { ($0, link.target.related(.expiresOn)) } }
    for link in links.sorted(by: Self.sooner) {
      guard let until = link.relation.until else { continue }
      if let (day, place) = end {
        found += findings(link, until: until, after: day, place)
      } else {
        found.append(
          Diagnostic(
            "extension-without-term", .warning, at: link.location, "\(link.target.shortName)没有写有效期，无从延期",
            cures: ["在它的文件开头写上原来的 expiresOn（有效期至）"], related: [link.target.related(.title)]))
      }
      end = (until, link.related)
    }
    return found
  }

  private func findings(
    _ link: ActedOn, until: CalendarDate, after day: CalendarDate, _ place: Diagnostic.Related
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if until <= day {
      found.append(
        Diagnostic(
          "extension-shortens", at: link.location,
          "延至 \(until.iso) 不晚于\(link.target.shortName)原来的最后一天 \(day.iso)", cures: ["核对两个日期"], related: [place]))
    }
    if let start = link.relation.effectiveOn, start > day {
      found.append(
        Diagnostic(
          "late-extension", .warning, at: link.location,
          "延期自 \(start.iso) 起才生效，\(link.target.shortName)在 \(day.iso) 以后已经失效，中间一段不在有效期内",
          cures: ["核对日期；延期的效力早于发布的，读者仍只能从发布之日起看到"], related: [place]))
    }
    return found
  }

  private static func sooner(_ a: ActedOn, _ b: ActedOn) -> Bool {
    switch (a.relation.effectiveOn, b.relation.effectiveOn) {
    case (let first?, let second?) where first != second: first < second
    case (nil, .some): true
    case (.some, nil): false
    default: (a.source.id, a.relation.place.lowerBound) < (b.source.id, b.relation.place.lowerBound)
    }
  }
}
