import Base
import Documents
import Resolution

/// The numbers of a periodical must have no gaps (`series-gap`, warning; below 1, error) and no duplicates (`series-double`, error):
/// all issues of a gazette belong in the library (国办发〔2018〕22号). The kind's file names the number fields.
struct SeriesOrder: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let byKind = Dictionary(grouping: context.documents.filter { !$0.isDraft }, by: \.kind)
    return context.corpus.kinds.values.sorted { $0.id < $1.id }.flatMap { kind in
      kind.series.flatMap { series in findings(kind, series, byKind[kind.id] ?? []) }
    }
  }

  private func findings(_ kind: Kind, _ series: Series, _ documents: [Document]) -> [Diagnostic] {
    let label = kind.fields.first { $0.key == series.key }?.label ?? series.key
    let groups = Dictionary(grouping: documents) { document in series.within.flatMap { document.number(in: $0) } }
    return groups.sorted { ($0.key ?? 0) < ($1.key ?? 0) }.flatMap { group, members -> [Diagnostic] in
      let numbered = members.compactMap { member in member.number(in: series.key).map { (number: $0, document: member) }
      }
      .sorted { ($0.number, $0.document.id) < ($1.number, $1.document.id) }
      var found = members.compactMap { member -> Diagnostic? in
        guard let number = member.exactNumber(in: series.key), number.count == nil else { return nil }
        return notInSeries(member, label, series.key, number.text)
      }
      var last = 0
      var before: Document?
      for (number, document) in numbered {
        if number < 1 {
          found.append(notInSeries(document, label, series.key, String(number)))
          continue
        }
        if let before, number == last {
          found.append(duplicate(document, before, label, series.key, number))
        } else if number != last + 1 {
          found.append(gap(document, label, series.key, (last + 1)...(number - 1), group))
        }
        (last, before) = (number, document)
      }
      return found
    }
  }

  private func notInSeries(_ document: Document, _ label: String, _ key: String, _ number: String) -> Diagnostic {
    Diagnostic(
      "series-gap", at: document.location(of: key), "\(label)应是从 1 开始的整数，不能是 \(number)", cures: ["核对\(label)"])
  }

  private func duplicate(
    _ document: Document, _ other: Document, _ label: String, _ key: String, _ number: Int
  ) -> Diagnostic {
    Diagnostic(
      "series-double", at: document.location(of: key), "\(label) \(number) 已经用过", cures: ["核对后改正写错的一个"],
      related: [Diagnostic.Related(other.location(of: key), "另一处")])
  }

  private func gap(
    _ document: Document, _ label: String, _ key: String, _ missing: ClosedRange<Int>, _ group: Int?
  ) -> Diagnostic {
    let numbers = missing.count == 1 ? "\(missing.lowerBound)" : "\(missing.lowerBound) 至 \(missing.upperBound)"
    let year = group.map { "\($0)年" } ?? ""
    return Diagnostic(
      "series-gap", .warning, at: document.location(of: key), "\(label)不连续：缺\(year)\(numbers)",
      cures: ["补录缺少的一期，或者核对\(label)"])
  }
}
