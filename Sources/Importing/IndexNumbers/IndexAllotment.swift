import Base
import Documents

/// Counts on from the numbers that there are.
struct IndexAllotment {
  private let numbering: IndexNumbering
  private var ledger: IndexLedger
  /// The highest serial number of each beginning that was asked for.
  private var highest: [String: Int] = [:]
  private let taken: Set<String>
  /// The lines to be added to the ledger.
  private(set) var lines: [String] = []

  init(_ numbering: IndexNumbering, after ledger: IndexLedger, taken: Set<String>) {
    (self.numbering, self.ledger, self.taken) = (numbering, ledger, taken)
  }

  /// The number of a document: the one that it was given before, or the next of its series.
  mutating func number(of document: DocumentID, on day: CalendarDate) -> String {
    if let entry = ledger[document] { return entry.number }
    let beginning = numbering.beginning(on: day)
    let last = highest[beginning] ?? Self.highest(after: beginning, ledger.entries.map(\.number), taken)
    let number = numbering.number(last + 1, on: day)
    highest[beginning] = last + 1
    ledger.append(
      IndexLedger.Entry(
        number: number, document: document, day: day, location: Diagnostic.Location(path: IndexLedger.path)))
    lines.append([number, document.path, day.iso].map(Self.cell).joined(separator: ",") + "\n")
    return number
  }

  private static func highest(after beginning: String, _ allotted: [String], _ taken: Set<String>) -> Int {
    let serials = [allotted, Array(taken)].joined().compactMap { IndexNumbering.serial(of: $0, after: beginning) }
    return serials.max() ?? 0
  }

  private static func cell(_ text: String) -> String {
    text.contains { ",\"\n\r".contains($0) } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
