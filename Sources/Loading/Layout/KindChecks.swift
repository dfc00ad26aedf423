import Base
import Documents

/// Checks that compare kinds with one another, and site.yml with the kinds.
struct KindChecks {
  private let loaded: [LoadedKind]
  private let site: Site
  /// Whether all kind files could be read: if not, what is not there may be in the others.
  private let isComplete: Bool

  init(_ loaded: [LoadedKind], site: Site, isComplete: Bool) {
    self.loaded = loaded
    self.site = site
    self.isComplete = isComplete
  }

  private var kinds: [Kind] { loaded.map(\.kind) }

  /// The findings, in any order.
  ///
  /// - Parameter ids: The ids of all kind files, replaced ones among them.
  func findings(known ids: [String]) -> [Diagnostic] {
    labels + (isComplete ? namedKinds(ids) + localDeadlines + site.quotas.flatMap(quota) : [])
  }

  /// Front matter may name a kind by id or label, so no word may mean two kinds.
  private var labels: [Diagnostic] {
    var findings: [Diagnostic] = []
    var taken: [String: LoadedKind] = [:]
    for kind in loaded {
      for word in kind.kind.id == kind.kind.label ? [kind.kind.id] : [kind.kind.id, kind.kind.label] {
        guard let earlier = taken[word] else {
          taken[word] = kind
          continue
        }
        findings.append(
          Diagnostic(
            "duplicate-kind", at: kind.labelLocation, "名称“\(word)”已由类型 \(earlier.kind.id) 使用", cures: ["换一个名称"],
            related: [Diagnostic.Related(earlier.labelLocation, "另一处")]))
      }
    }
    return findings
  }

  /// The program's kinds that the site's own replace by their label, under another id: a warning, as whoever names them by their id
  /// does so in vain.
  static func replaced(
    _ kinds: [String: LoadedKind], own: Set<String>
  ) -> (ids: [String], findings: [Diagnostic]) {
    let ids = kinds.keys.sorted()
    let named = Dictionary(
      ids.filter(own.contains).compactMap { id in kinds[id].map { ($0.kind.label, $0) } },
      uniquingKeysWith: { first, _ in first })
    let replaced = ids.filter { !own.contains($0) && kinds[$0].map { named[$0.kind.label] != nil } ?? false }
    let findings = replaced.compactMap { id -> Diagnostic? in
      guard let kind = kinds[id], let new = named[kind.kind.label] else { return nil }
      return Diagnostic(
        "duplicate-kind", .warning, at: new.labelLocation, "名称“\(kind.kind.label)”是程序的类型 \(id) 的，\(id) 不再起作用",
        cures: ["换一个名称；要改程序的类型的，文件改名为 \(id).yml，写上 extends: \(id)"],
        related: [Diagnostic.Related(kind.labelLocation, "程序的类型")])
    }
    return (replaced, findings)
  }

  /// The kinds named in parts must exist.
  private func namedKinds(_ ids: [String]) -> [Diagnostic] {
    loaded.flatMap(\.namedKinds).filter { !ids.contains($0.id) }.map { id, place in
      Diagnostic("unknown-kind", at: place, "类型“\(id)”没有定义", cures: NearMiss.cure(for: id, among: ids))
    }
  }

  /// site.yml changes only deadlines that there are and that no law fixes.
  private var localDeadlines: [Diagnostic] {
    let deadlines = kinds.flatMap(\.deadlines)
    let known = Set(deadlines.filter(\.isLocal).map(\.what)).sorted()
    return site.localDeadlines.filter { !known.contains($0.what) }.map { own in
      if let fixed = deadlines.first(where: { $0.what == own.what }) {
        return Diagnostic("fixed-field", at: own.location, "“\(own.what)”的期限由\(fixed.basis)规定，不能另设", cures: ["删去这一行"])
      }
      let all = known.isEmpty ? [] : ["可以写的有：" + known.joined(separator: "、")]
      return Diagnostic(
        "unknown-word", at: own.location, "“\(own.what)”不是类型里写的期限",
        cures: NearMiss.cure(for: own.what, among: known) + all
      )
    }
  }

  /// site.yml counts documents of kinds, and values of fields, that there are.
  private func quota(_ quota: Site.Quota) -> [Diagnostic] {
    guard let kind = kinds.first(where: { $0.id == quota.kind }) else {
      return [
        Diagnostic(
          "unknown-kind", at: quota.location, "年度次数“\(quota.label)”的类型“\(quota.kind)”没有定义",
          cures: NearMiss.cure(for: quota.kind, among: kinds.map(\.id)) + ["写类型的 id"])
      ]
    }
    let known = kind.ownFields.map(\.key) + CommonField.allCases.map(\.rawValue)
    return [quota.field, quota.each?.key].compactMap(\.self).filter { !known.contains($0) }.map { key in
      Diagnostic(
        "unknown-key", at: quota.location, "年度次数“\(quota.label)”的字段“\(key)”，\(kind.label)没有",
        cures: NearMiss.cure(for: key, among: known) + ["写字段的 key，见 gongkai kinds \(kind.id)"])
    }
  }
}
