import Base
import Documents
import Resolution

/// What a policy gives must have an end that somebody knows (`open-benefit`, warning), and ends with the policy (`ended-benefit`, warning).
struct BenefitDays: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let corpus = context.corpus
    return corpus.entries.filter { !$0.document.benefits.isEmpty }.flatMap { entry in
      entry.document.benefits.compactMap { finding(about: $0, of: entry, in: corpus) }
    }
  }

  private func finding(about benefit: Benefit, of entry: CorpusEntry, in corpus: Corpus) -> Diagnostic? {
    let place = entry.document.frontMatter.location(of: benefit.place)
    if let state = entry.status?.state, state == .unstated || state.isEnded,
      benefit.until.map({ $0 >= corpus.asOf }) ?? (state == .unstated)
    {
      let until = benefit.until.map { "写到 \($0.iso)，" } ?? ""
      return Diagnostic(
        "ended-benefit", .warning, at: place, "“\(benefit.what)”\(until)文件\(state.label)，“找政策”里没有它",
        cures: state == .unstated ? ["写上 effectiveOn（施行日期）"] : ["由新文件继续的，写在新文件里；不再有的，删去这一项"])
    }
    let ends = benefit.until != nil || entry.document.publicUntil != nil || entry.ending(after: corpus.asOf) != nil
    guard !ends, entry.status?.state.isEnded != true else { return nil }
    return Diagnostic(
      "open-benefit", .warning, at: place, "“\(benefit.what)”没有截止日期，文件也没有有效期，会一直列在“找政策”里",
      cures: ["写上 until（截止日期）"])
  }
}
