import Base
import Documents
import Papers
import Resolution

/// The 机关代字 of a number must be its issuer's: one that belongs to another office of this site (`number-issuer`,
/// warning), one that looks like a code of this site or differs from it in one character (`agency-code`, warning). A code
/// that has nothing in common with this site's is another authority's, and is taken as it is.
struct NumberIssuers: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let site = context.corpus.site
    let codes = site.agencyCodes
    guard !codes.isEmpty else { return [] }
    let offices = Set(site.organizations.filter { !$0.agencyCodes.isEmpty }.map(\.name))
    return context.documents.flatMap { document -> [Diagnostic] in
      let isOurs = document.issuers.first.map(offices.contains) ?? false
      return [ownNumber(of: document, codes, isOurs: isOurs)].compactMap(\.self) + citedNumbers(of: document, codes)
    }
  }

  private func ownNumber(of document: Document, _ codes: AgencyCodes, isOurs: Bool) -> Diagnostic? {
    guard let number = document.documentNumber, number.isRead else { return nil }
    let code = number.agencyCode
    let place = document.location(of: .documentNumber)
    let owners = codes.owners(of: code)
    if owners.isEmpty {
      // An office that has codes in site.yml numbers by them; others only copy a character that looks alike.
      let meant = codes.lookAlike(of: code) ?? (isOurs ? codes.nearest(to: code) : nil)
      return meant.map { finding(number, meant: $0, at: place) }
    }
    guard !document.issuers.isEmpty, !document.issuers.contains(where: owners.contains) else { return nil }
    return Diagnostic(
      "number-issuer", .warning, at: place,
      "“\(code)”是\(owners.joined(separator: "、"))的机关代字，发文机关写的是\(document.issuers.joined(separator: "、"))",
      cures: ["核对发文字号和发文机关；\(document.issuers[0])也用这个代字的，写进 site.yml 的 agencyCodes"],
      related: [document.related(.issuer)])
  }

  private func citedNumbers(of document: Document, _ codes: AgencyCodes) -> [Diagnostic] {
    RelationKind.allCases.flatMap { document.relations[$0] ?? [] }.compactMap { reference in
      let number: DocumentNumber
      switch reference.target {
      case .number(let cited, _): number = cited
      case .external(_, let text?, _): number = DocumentNumber(text)
      case .external, .path: return nil
      }
      guard number.isRead, let meant = codes.lookAlike(of: number.agencyCode) else { return nil }
      return finding(number, meant: meant, at: document.frontMatter.location(of: reference.place))
    }
  }

  private func finding(_ number: DocumentNumber, meant: String, at place: Diagnostic.Location) -> Diagnostic {
    let other = number.text.replacing(number.agencyCode, with: meant)
    return Diagnostic(
      "agency-code", .warning, at: place, "“\(number.agencyCode)”不是本站机关的代字，与“\(meant)”只差一个字",
      cures: ["是否想写：\(other)？", "确是本站机关的代字，写进 site.yml 的 agencyCodes"])
  }
}
