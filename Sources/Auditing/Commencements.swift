import Base
import Documents
import Resolution

/// Provisions that come into force later must be in the text (`unknown-article`, warning), on a day after the document's own
/// 施行日期, and on one day only (`commences-order`, error).
struct Commencements: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.documents.filter { !$0.commencements.isEmpty }.flatMap { document in
      days(of: document) + twice(in: document) + unknown(in: document)
    }
  }

  private func days(of document: Document) -> [Diagnostic] {
    document.commencements.compactMap { commencement in
      let place = document.frontMatter.location(of: commencement.place)
      guard let effectiveOn = document.effectiveOn else {
        return Diagnostic(
          "commences-order", at: place, "写了分期施行，没有写其余条款从哪一天起施行", cures: ["写上 effectiveOn（施行日期）"])
      }
      guard commencement.on <= effectiveOn else { return nil }
      return Diagnostic(
        "commences-order", at: place,
        "\(commencement.provisions)的施行日期 \(commencement.on.iso) 不晚于全文的施行日期 \(effectiveOn.iso)",
        cures: ["核对两个日期；与全文同时施行的，删去这一项"], related: [document.related(.effectiveOn)])
    }
  }

  private func twice(in document: Document) -> [Diagnostic] {
    var taken: [String: Commencement] = [:]
    return document.commencements.flatMap { commencement in
      commencement.articles.compactMap { article in
        guard let earlier = taken.updateValue(commencement, forKey: article) else { return nil }
        return Diagnostic(
          "commences-order", at: document.location(of: article, in: commencement.place), "“\(article)”写了两次施行日期",
          cures: ["只保留一处"],
          related: [Diagnostic.Related(document.location(of: article, in: earlier.place), "第一处")])
      }
    }
  }

  private func unknown(in document: Document) -> [Diagnostic] {
    document.commencements.flatMap { commencement in
      commencement.articles.compactMap { article in
        guard let known = document.body.numbers(lacking: article) else { return nil }
        return Diagnostic(
          "unknown-article", .warning, at: document.location(of: article, in: commencement.place),
          "本文件的正文没有“\(article)”", cures: NearMiss.cure(for: article, among: known) + ["核对条款的编号"])
      }
    }
  }
}
