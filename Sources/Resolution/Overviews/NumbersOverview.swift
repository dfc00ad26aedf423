import Documents
import Papers

/// 文号连续情况: the series of 发文字号 by agency code and year, with the serials that are not in the library.
struct NumbersOverview {
  let corpus: Corpus

  var table: OverviewTable {
    var serials: [Key: Set<Int>] = [:]
    for number in (corpus.entries.map(\.document) + corpus.catalogued).compactMap(\.documentNumber) {
      guard let year = number.year, let serial = number.serial else { continue }
      serials[Key(code: number.agencyCode, year: year), default: []].insert(serial)
    }
    let own = Set(corpus.site.organizations.flatMap(\.agencyCodes))
    let keys = serials.keys.filter { own.contains($0.code) }.sorted()
    return OverviewTable(
      id: "numbers", title: "文号连续情况",
      explanation: "每个机关代字每年的发文字号从1号编起。未见的文号可能是依申请公开、不予公开的文件，也可能尚未录入。",
      columns: [("机关代字", false), ("年份", false), ("已公开", true), ("最大序号", true), ("未见的序号", false)],
      rows: keys.map { key in
        let found = serials[key] ?? []
        let last = found.max() ?? 0
        return [
          .init(key.code), .init("\(key.year)年"), .init(found.count), .init(last),
          .init(Self.ranges((1...max(last, 1)).filter { !found.contains($0) })),
        ]
      })
  }

  private struct Key: Hashable, Comparable {
    let code: String
    let year: Int

    /// By code, then the newest year first.
    static func < (a: Key, b: Key) -> Bool {
      a.code == b.code ? a.year > b.year : a.code.utf8.lexicographicallyPrecedes(b.code.utf8)
    }
  }

  /// `1—3、5`.
  static func ranges(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)—\($0.upperBound)" }.joined(
      separator: "、")
  }
}
