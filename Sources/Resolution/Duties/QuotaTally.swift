package import Documents

/// How often something was done in each year, against a number in site.yml.
package struct QuotaTally: Sendable {
  private let quota: Site.Quota
  private let counts: [Int: Int]
  /// By year and name; only where everybody has to reach it.
  private let byName: [Int: [String: Int]]

  /// Counts those of some entries that the quota asks for.
  package init(_ quota: Site.Quota, in entries: [CorpusEntry], of corpus: Corpus) {
    let counted = entries.filter { entry in
      entry.document.kind == quota.kind && quota.field.map { entry.document.places[$0] != nil } ?? true
    }
    let each = quota.each.map { Classification(Criterion(key: $0.key), in: corpus) }
    var counts: [Int: Int] = [:]
    var byName: [Int: [String: Int]] = [:]
    for entry in counted {
      guard let year = entry.document.year else { continue }
      counts[year, default: 0] += 1
      for name in each?.names(of: entry) ?? [] { byName[year, default: [:]][name, default: 0] += 1 }
    }
    (self.quota, self.counts, self.byName) = (quota, counts, byName)
  }

  /// Years with any, newest first.
  package var years: [Int] { counts.keys.sorted(by: >) }

  /// Whether anybody was counted in an earlier year: what has only begun was not missed before.
  package func begins(before year: Int) -> Bool {
    if quota.each == nil { return years.contains { $0 < year } }
    let names = Set(quota.each?.names ?? [])
    return byName.contains { $0.key < year && !names.isDisjoint(with: $0.value.keys) }
  }

  /// How many there are of a year.
  package func count(in year: Int) -> Int { counts[year] ?? 0 }

  /// Whether nothing is left to do for a year.
  package func isReached(in year: Int) -> Bool {
    quota.each == nil ? count(in: year) >= quota.perYear : lacking(in: year).isEmpty
  }

  /// Those who have not reached it in a year, in the order of site.yml: 甲（0次）.
  package func lacking(in year: Int) -> [String] {
    (quota.each?.names ?? []).compactMap { name in
      let count = byName[year]?[name] ?? 0
      if count >= quota.perYear { return nil }
      return quota.perYear == 1 ? name : "\(name)（\(count)次）"
    }
  }
}
