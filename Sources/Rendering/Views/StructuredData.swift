import Base
import Documents
import Papers
import Resolution

/// What a document's page says to search engines (JSON-LD, schema.org): its place in the site, and for a document with a validity
/// what law it is and whether it is in force. Only what is known is said.
struct StructuredData {
  let corpus: Corpus
  let entry: CorpusEntry
  /// The pages above it, from the home page on.
  let ancestors: [(title: String, url: String)]

  private var document: Document { entry.document }
  private var site: Site { corpus.site }

  /// For a `<script>` element: strings in it have no `<`.
  var json: [UInt8] {
    var out = OutputBuffer(capacity: 1024)
    out.write("{\"@context\":\"https://schema.org\",\"@graph\":[")
    writeBreadcrumbs(into: &out)
    if corpus.lifecycle(of: document) == .validity {
      out.write(",")
      writeLegislation(into: &out)
    }
    out.write("]}")
    return out.bytes
  }

  private func url(_ path: String) -> String { site.baseURL + path.encodedForURLPath }

  private func writeBreadcrumbs(into out: inout OutputBuffer) {
    out.write("{\"@type\":\"BreadcrumbList\",\"itemListElement\":[")
    for (index, page) in (ancestors + [(document.title, document.url)]).enumerated() {
      out.write(index == 0 ? "{" : ",{")
      out.write("\"@type\":\"ListItem\",\"position\":\(index + 1)")
      write("name", page.title, into: &out)
      write("item", url(page.url), into: &out)
      out.write("}")
    }
    out.write("]}")
  }

  private func writeLegislation(into out: inout OutputBuffer) {
    out.write("{\"@type\":\"Legislation\"")
    write("name", document.title, into: &out)
    write("url", document.provenance?.url ?? url(document.url), into: &out)
    write("inLanguage", "zh-CN", into: &out)
    write("legislationIdentifier", document.documentNumber?.text, into: &out)
    write("legislationDate", document.documentDate?.iso, into: &out)
    write("legislationDateVersion", lastChange?.iso, into: &out)
    write("datePublished", document.publishedOn?.day.iso, into: &out)
    write("legislationLegalForce", force.map { "https://schema.org/" + $0 }, into: &out)
    if !document.issuers.isEmpty {
      out.write(",\"legislationPassedBy\":[")
      for (index, issuer) in document.issuers.enumerated() {
        out.write(index == 0 ? "" : ",")
        writeOrganization(issuer, into: &out)
      }
      out.write("]")
    }
    if !site.organizer.isEmpty, !document.isRegional {
      out.write(",\"publisher\":")
      writeOrganization(site.organizer, into: &out)
    }
    out.write("}")
  }

  /// The day of the last change of the text.
  private var lastChange: CalendarDate? {
    entry.acts.past.filter { $0.kind == .amends }.compactMap(\.effectiveOn).max()
  }

  /// Nil where the page does not say either.
  private var force: String? {
    guard let state = entry.status?.state else { return nil }
    switch state {
    case .inForce, .amended: return entry.commencements(after: corpus.asOf).isEmpty ? "InForce" : "PartiallyInForce"
    case .partiallyRepealed: return "PartiallyInForce"
    case .notYetInForce, .repealed, .expired, .annulled: return "NotInForce"
    default: return nil
    }
  }

  private func writeOrganization(_ name: String, into out: inout OutputBuffer) {
    out.write("{\"@type\":\"GovernmentOrganization\"")
    write("name", name, into: &out)
    out.write("}")
  }

  private func write(_ key: String, _ value: String?, into out: inout OutputBuffer) {
    guard let value, !value.isEmpty else { return }
    out.write(",\"\(key)\":")
    out.writeJSON(value)
  }
}
