import Base
import Disk

/// Imports the rows of a list, one after the other.
package struct StockImport {
  /// What came of a row.
  package enum Outcome: Sendable, Hashable {
    /// The document that was made, relative to the site's root, and what a person has to decide about it.
    case taken(String, [ImportQuestion])
    /// Was taken by an earlier run.
    case done(String)
    case refused(String)

    /// For the report.
    var label: String {
      switch self {
      case .taken(_, let questions): questions.isEmpty ? "已导入" : "已导入，待核对"
      case .done: "以前已导入"
      case .refused: "未导入"
      }
    }
  }

  private let items: [StockItem]
  private var journal: StockJournal

  /// - Parameter items: In the order of the list.
  package init(_ items: [StockItem], journal: StockJournal) { (self.items, self.journal) = (items, journal) }

  /// Imports what is not yet done. A row that is refused is tried again by the next run; one that stands in the list twice is
  /// taken once.
  ///
  /// - Parameters:
  ///   - isDry: Whether nothing is written, not even in the journal.
  ///   - batch: How many rows are taken at a time.
  ///   - progress: Called with the number of rows that are over and of all.
  ///   - take: Makes documents of rows and answers for each of them; a row that it refuses leaves nothing behind.
  /// - Throws: What `take` throws, and ``FileError`` of the journal; what was taken before is in the journal.
  package mutating func run(
    isDry: Bool = false, batch: Int = 100, progress: ((Int, Int) -> Void)? = nil,
    take: ([StockItem]) async throws -> [Outcome]
  ) async throws -> StockReport {
    var outcomes: [Int: Outcome] = [:]
    var waiting: [Int] = []
    var rows: [String: Int] = [:]
    for (index, item) in items.enumerated() {
      if let first = rows[item.hash] {
        outcomes[index] = .refused("与第\(first)行完全相同")
      } else if let document = journal.documents[item.hash] {
        outcomes[index] = .done(document)
      } else if let refusal = item.refusal {
        outcomes[index] = .refused(refusal)
      } else {
        waiting.append(index)
      }
      rows[item.hash] = rows[item.hash] ?? item.row
    }
    for start in stride(from: 0, to: waiting.count, by: batch) {
      progress?(start, waiting.count)
      let indices = waiting[start..<min(start + batch, waiting.count)]
      for (index, outcome) in zip(indices, try await take(indices.map { items[$0] })) {
        outcomes[index] = outcome
        if case .taken(let document, _) = outcome, !isDry { try journal.enter(items[index].hash, document) }
      }
    }
    return StockReport(
      lines: items.enumerated().compactMap { index, item in
        outcomes[index].map { StockReport.Line(row: item.row, title: item.title, outcome: $0) }
      })
  }
}

/// What came of every row of a list.
package struct StockReport: Sendable {
  package struct Line: Sendable {
    package let row: Int
    package let title: String
    package let outcome: StockImport.Outcome
  }

  package let lines: [Line]

  /// Numbers of rows.
  package var taken: Int { lines.count { if case .taken = $0.outcome { true } else { false } } }
  package var doubtful: Int {
    lines.count { if case .taken(_, let questions) = $0.outcome { !questions.isEmpty } else { false } }
  }
  package var done: Int { lines.count { if case .done = $0.outcome { true } else { false } } }
  package var refused: Int { lines.count { if case .refused = $0.outcome { true } else { false } } }

  /// In one sentence.
  package var summary: String {
    "清单 \(lines.count) 行：导入 \(taken) 篇" + (doubtful > 0 ? "（其中 \(doubtful) 篇有要核对的）" : "")
      + (done > 0 ? "，以前导入过 \(done) 篇" : "") + (refused > 0 ? "，没有导入 \(refused) 行" : "")
  }

  /// As a CSV file that Excel opens.
  package var csv: [UInt8] {
    let rows = lines.map { line in
      let (document, notes): (String, [String])
      switch line.outcome {
      case .taken(let path, let questions): (document, notes) = (path, questions.map(\.sentence))
      case .done(let path): (document, notes) = (path, [])
      case .refused(let reason): (document, notes) = ("", [reason])
      }
      return [String(line.row), line.title, line.outcome.label, document, notes.joined(separator: "\n")]
    }
    let text = ([["行", "标题", "结果", "文档", "说明"]] + rows).map { row in
      row.map(Self.cell).joined(separator: ",") + "\r\n"
    }
    return [0xEF, 0xBB, 0xBF] + Array(text.joined().utf8)
  }

  /// Text that a spreadsheet would compute stands behind a blank.
  private static func cell(_ text: String) -> String {
    let safe = text.first.map { "=+-@\t\r".contains($0) } ?? false ? " " + text : text
    return safe.contains { ",\"\n\r".contains($0) } ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }
}

extension ImportQuestion {
  /// For a list: message and cures.
  package var sentence: String { ([message] + cures).joined(separator: "；") }
}
