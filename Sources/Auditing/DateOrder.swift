import Base
import Documents
import Papers
import Resolution

/// The dates of a document must be in order (`date-order`, error): it is not published before it is signed, and not taken down before it
/// is published, validity and consultations do not end before they begin, nothing is repealed before it is made, and no outcome precedes the
/// opening of its consultation. The year of 发文字号 must be that of signing (`number-year`: an error in a series of this site, or if site.yml names none; a warning
/// for the numbers of others).
struct DateOrder: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let codes = context.corpus.site.agencyCodes
    return context.documents.flatMap { document in
      [
        order(document, .documentDate, document.documentDate, .publishedOn, document.publishedOn?.day),
        order(document, .effectiveOn, document.effectiveOn, .expiresOn, document.expiresOn),
        order(document, .publishedOn, document.publishedOn?.day, .withdrawn, document.withdrawn?.on),
        order(document, .publishedOn, document.publishedOn?.day, .publicUntil, document.publicUntil),
        order(document, .opensOn, document.opensOn, .closesOn, document.closesOn), numberYear(document, codes),
      ].compactMap(\.self)
    } + context.documents.flatMap(outsideActs) + context.pairs.compactMap(outcome)
  }

  /// Nothing repeals a document before it is made.
  private func outsideActs(on document: Document) -> [Diagnostic] {
    guard let made = document.documentDate else { return [] }
    return RelationKind.allCases.flatMap { kind in
      (document.outsideActs[kind] ?? []).compactMap { act in
        guard let on = act.on, on < made, let field = kind.outsideField else { return nil }
        return Diagnostic(
          "date-order", at: document.frontMatter.location(of: act.place),
          "\(field.label)的日期 \(on.iso) 早于成文日期 \(made.iso)", cures: ["核对两个日期"],
          related: [document.related(.documentDate)])
      }
    }
  }

  private func order(
    _ document: Document, _ first: CommonField, _ early: CalendarDate?, _ second: CommonField, _ late: CalendarDate?
  ) -> Diagnostic? {
    guard let early, let late, late < early else { return nil }
    return Diagnostic(
      "date-order", at: document.location(of: second),
      "\(second.label) \(late.iso) 早于\(first.label) \(early.iso)", cures: ["核对两个日期"],
      related: [document.related(first)])
  }

  private func numberYear(_ document: Document, _ codes: AgencyCodes) -> Diagnostic? {
    guard let made = document.documentDate, let number = document.documentNumber, let year = number.year,
      year != made.year
    else { return nil }
    return Diagnostic(
      "number-year", codes.isEmpty || codes.isStrict(number) ? .error : .warning,
      at: document.location(of: .documentNumber), "发文字号的年份 \(year) 与成文日期 \(made.iso) 不是同一年",
      cures: ["核对文号和成文日期，改正写错的一个"], related: [document.related(.documentDate)])
  }

  private func outcome(_ pair: DocumentPair) -> Diagnostic? {
    guard pair.relation.kind == .outcomeOf, let opensOn = pair.target.opensOn else { return nil }
    let field = pair.source.publishedOn == nil ? CommonField.documentDate : .publishedOn
    guard let day = pair.source.publishedOn?.day ?? pair.source.documentDate, day < opensOn else { return nil }
    return Diagnostic(
      "date-order", at: pair.source.location(of: field),
      "\(field.label) \(day.iso) 早于所反馈的征集的开始日期 \(opensOn.iso)", cures: ["核对两个日期"],
      related: [pair.target.related(.opensOn)])
  }
}
