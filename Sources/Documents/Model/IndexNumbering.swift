package import Base

/// 索引号: how a site numbers its documents, as `indexNumbers` in site.yml says. No rule of the State Council fixes the form;
/// the families that offices use begin with the code of the body, then year (and month) and a serial number.
package struct IndexNumbering: Sendable, Hashable {
  /// The code of the body, which numbers begin with.
  package let code: String
  /// Text with `{code}`, `{year}`, `{month}` and, at its end, `{serial}`.
  package let pattern: String
  /// Least number of figures of the serial number.
  package let digits: Int
  /// Ids of the kinds whose documents are numbered; empty: all.
  package let kinds: [String]
  /// Where site.yml says so.
  package let location: Diagnostic.Location

  /// The usual form: `11370322004222241N/2021-00017`.
  package static let usualPattern = "{code}/{year}-{serial}"

  /// Memberwise.
  package init(
    code: String, pattern: String = Self.usualPattern, digits: Int = 5, kinds: [String] = [],
    location: Diagnostic.Location = Diagnostic.Location(path: "Content/site.yml")
  ) {
    (self.code, self.pattern, self.digits, self.kinds, self.location) = (code, pattern, digits, kinds, location)
  }

  /// Whether a pattern can be counted: its serial stands at the end, its other words are known, and nothing in it has a meaning
  /// in YAML.
  package static func isUsable(_ pattern: String) -> Bool {
    guard pattern.hasSuffix("{serial}"), pattern.contains("{year}") else { return false }
    let rest = ["{code}", "{year}", "{month}", "{serial}"].reduce(pattern) { $0.replacing($1, with: "") }
    return rest.utf8.allSatisfy { byte in
      switch byte {
      case 0x2D...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
      default: false
      }
    }
  }

  /// What the numbers of a day begin with; those with the same beginning are one series.
  package func beginning(on day: CalendarDate) -> String {
    String(pattern.dropLast("{serial}".count)).replacing("{code}", with: code)
      .replacing("{year}", with: String(day.iso.prefix(4))).replacing(
        "{month}", with: String(day.iso.dropFirst(5).prefix(2)))
  }

  /// The number with a serial number.
  package func number(_ serial: Int, on day: CalendarDate) -> String {
    let figures = String(serial)
    return beginning(on: day) + String(repeating: "0", count: max(digits - figures.utf8.count, 0)) + figures
  }

  /// The serial number of a number with this beginning; nil for others.
  package static func serial(of number: String, after beginning: String) -> Int? {
    guard number.hasPrefix(beginning), case let figures = number.dropFirst(beginning.count), !figures.isEmpty,
      figures.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(written: String(figures))
  }

  /// Whether documents of a kind are numbered.
  package func covers(_ kind: String) -> Bool { kinds.isEmpty || kinds.contains(kind) }
}

/// `Content/_index-numbers.csv`: every 索引号 that this program has allotted, in order. Lines are added and never changed, so
/// that no number is ever given twice or taken away.
package struct IndexLedger: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package let number: String
    package let document: DocumentID
    package let day: CalendarDate?
    package let location: Diagnostic.Location

    /// Memberwise.
    package init(number: String, document: DocumentID, day: CalendarDate?, location: Diagnostic.Location) {
      (self.number, self.document, self.day, self.location) = (number, document, day, location)
    }
  }

  /// Its path, relative to the site's root.
  package static let path = "Content/_index-numbers.csv"
  /// Its first line.
  package static let heading = "number,document,day\n"

  package private(set) var entries: [Entry] = []
  private var byDocument: [DocumentID: Int] = [:]
  private var byNumber: [String: Int] = [:]

  /// Nothing allotted.
  package init() {}

  /// The entry of a document; the first, should there be two.
  package subscript(document: DocumentID) -> Entry? { byDocument[document].map { entries[$0] } }

  /// The entry of a number; the first, should there be two.
  package func entry(of number: String) -> Entry? { byNumber[number].map { entries[$0] } }

  /// Adds a line.
  package mutating func append(_ entry: Entry) {
    if byDocument[entry.document] == nil { byDocument[entry.document] = entries.count }
    if byNumber[entry.number] == nil { byNumber[entry.number] = entries.count }
    entries.append(entry)
  }
}
