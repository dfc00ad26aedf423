import Base

/// What was searched for, from the access log of a web server: the words and how often, nothing of who asked.
package struct AccessLog: Sendable {
  /// One way to ask, as most people wrote it.
  package struct Query: Sendable, Hashable {
    package let text: String
    package let count: Int
  }

  /// The most frequent first.
  package private(set) var queries: [Query] = []
  /// How often the search page was opened with a question.
  package private(set) var searches = 0
  /// Different questions that hold a long figure or an address of mail: perhaps somebody's, so they are not shown.
  package private(set) var withheld = 0

  /// - Parameter logs: In the combined or common form of nginx and Apache. Lines of another form are passed over.
  package init(_ logs: [[UInt8]]) {
    var counts: [String: Int] = [:]
    var hidden: Set<String> = []
    for log in logs {
      for line in log.split(separator: 0x0A) {
        guard let query = Self.query(in: line) else { continue }
        searches += 1
        if Self.mayBePersonal(query) { hidden.insert(query) } else { counts[query, default: 0] += 1 }
      }
    }
    withheld = hidden.count
    queries = counts.map { Query(text: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
  }

  /// The question of a request for the first page of results by a person.
  private static func query(in line: ArraySlice<UInt8>) -> String? {
    let line = String(decoding: line, as: UTF8.self)
    guard let start = line.firstRange(of: "\"GET "), let end = line[start.upperBound...].firstIndex(of: " "),
      let mark = line[start.upperBound..<end].firstIndex(of: "?")
    else { return nil }
    guard line[start.upperBound..<mark].hasSuffix("/search/") else { return nil }
    // The status follows the closing quotation mark.
    let rest = line[end...].split(separator: "\"", maxSplits: 1).last?.drop { $0 == " " } ?? ""
    if let status = rest.first, status.isNumber, status != "2", status != "3" { return nil }
    let agent = rest.lowercased()
    if ["bot", "spider", "crawl"].contains(where: { agent.contains($0) }) { return nil }
    var query: String?
    for part in line[line.index(after: mark)..<end].split(separator: "&") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if pair[0] == "page", pair.last != "1" { return nil }
      guard pair[0] == "q", pair.count == 2 else { continue }
      query = String(pair[1].map { $0 == "+" ? " " : $0 }).percentDecoded?.trimmed
    }
    return query.flatMap { $0.isEmpty ? nil : String($0.prefix(longest)) }
  }

  /// As long as the search page takes them.
  private static let longest = 300

  private static func mayBePersonal(_ query: String) -> Bool {
    var digits = 0
    for scalar in query.unicodeScalars {
      digits = scalar.properties.numericType == .decimal ? digits + 1 : 0
      if digits >= 7 || scalar == "@" { return true }
    }
    return false
  }
}
