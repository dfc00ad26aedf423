import Base
import Documents
import Papers
import Resolution

/// The dates of a document must be in order (`date-order`, error): it is not published before it is signed, and not taken down before it
/// is published, validity and consultations do not end before they begin, nothing is repealed before it is made, and no outcome precedes the
/// opening of its consultation (a warning: the end of it, or the day of the hearing). What a policy gives does not end before the policy
/// is in force (a warning). Fields of a kind are in the order that it asks for
/// (`notBefore`; numbers: `atMost`, `number-order`, error). The year of 发文字号 must be that of signing (`number-year`: an error in a series of this site, or if site.yml names none; a warning
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
    } + context.documents.flatMap(outsideActs) + context.documents.flatMap(benefits)
      + context.pairs.compactMap { outcome($0, context) }
      + context.documents.flatMap { fields(of: $0, context.corpus.kind(of: $0)) }
  }

  /// The order of the days and numbers that a kind compares.
  private func fields(of document: Document, _ kind: Kind?) -> [Diagnostic] {
    (kind?.fields ?? []).compactMap { field in
      if let first = field.notBefore, let early = document.date(under: first),
        let late = document.date(under: field.key), late < early
      {
        let name = Self.name(first, in: kind)
        return Diagnostic(
          "date-order", at: document.location(of: field.key),
          "\(Self.name(field.key, in: kind)) \(late.iso) 早于\(name) \(early.iso)", cures: ["核对两个日期"],
          related: [Diagnostic.Related(document.location(of: first), name)])
      }
      if let limit = field.atMost, let most = document.exactNumber(in: limit),
        let count = document.exactNumber(in: field.key), count > most
      {
        let name = Self.name(limit, in: kind)
        return Diagnostic(
          "number-order", at: document.location(of: field.key), "\(field.label) \(count.text) 多于\(name) \(most.text)",
          cures: ["核对两个数"], related: [Diagnostic.Related(document.location(of: limit), name)])
      }
      return nil
    }
  }

  private static func name(_ key: String, in kind: Kind?) -> String {
    if let common = CommonField(rawValue: key) { return kind?.label(of: common) ?? common.label }
    return kind?.fields.first { $0.key == key }?.label ?? key
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

  /// What a policy gives can be had on some day.
  private func benefits(of document: Document) -> [Diagnostic] {
    guard let begins = document.effectiveOn else { return [] }
    return document.benefits.compactMap { benefit in
      guard let until = benefit.until, until < begins else { return nil }
      return Diagnostic(
        "date-order", .warning, at: document.frontMatter.location(of: benefit.place),
        "“\(benefit.what)”的截止日期 \(until.iso) 早于施行日期 \(begins.iso)：没有一天可以享受", cures: ["核对两个日期"],
        related: [document.related(.effectiveOn)])
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

  private func outcome(_ pair: DocumentPair, _ context: AuditContext) -> Diagnostic? {
    guard pair.relation.kind == .outcomeOf, let opensOn = pair.target.opensOn else { return nil }
    let field = pair.source.publishedOn == nil ? CommonField.documentDate : .publishedOn
    guard let day = pair.source.publishedOn?.day ?? pair.source.documentDate else { return nil }
    if day >= opensOn {
      let end = pair.target.heldOn ?? pair.target.closesOn
      guard let end, day < end, [.consultation, .event].contains(context.lifecycle(of: pair.target)) else { return nil }
      let place = pair.target.heldOn == nil ? CommonField.closesOn.rawValue : KnownField.heldOn.rawValue
      return Diagnostic(
        "date-order", .warning, at: pair.source.location(of: field),
        "\(field.label) \(day.iso) 早于所反馈的征集（活动）结束的 \(end.iso)：还没有结束，就有了结果", cures: ["核对两个日期"],
        related: [Diagnostic.Related(pair.target.location(of: place), "结束日期")])
    }
    return Diagnostic(
      "date-order", at: pair.source.location(of: field),
      "\(field.label) \(day.iso) 早于所反馈的征集的开始日期 \(opensOn.iso)", cures: ["核对两个日期"],
      related: [pair.target.related(.opensOn)])
  }
}
