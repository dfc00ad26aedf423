import Base

/// The numbers of the last release, by which its lists refer to documents.
package struct PublishedNumbers: Sendable, Equatable {
  /// Its day, `YYYY-MM-DD`.
  package let day: String
  /// Addresses by number; nil for a number without a document.
  package let addresses: [String?]

  /// Memberwise.
  package init(day: String, addresses: [String?]) {
    self.day = day
    self.addresses = addresses
  }
}

extension IndexPlan {
  /// A document that was taken down: it keeps its number, and nothing else of it is in the index.
  package typealias Gone = (url: String, date: String)

  /// Numbers the documents: by the day of publication, then address. Those of the last release keep their numbers, so that a
  /// document that is added to the library, however old it is, or leaves it, changes only the lists of its own grams; new ones follow.
  ///
  /// Of a library that nobody touched, a build over an earlier release gives the same numbers as one from scratch: what has
  /// become public since then was published later than all before, and what was taken down keeps its place in both.
  ///
  /// - Parameters:
  ///   - entries: In any order.
  ///   - gone: Documents that were public and were taken down.
  ///   - previous: Of a release of an earlier day, or the same.
  /// - Returns: For each number, the position of its document; nil where it is gone.
  static func numbers(_ entries: [SearchEntry], gone: [Gone] = [], previous: PublishedNumbers? = nil) -> [Int?] {
    let positions = Dictionary(
      entries.indices.map { (entries[$0].url, $0) }, uniquingKeysWith: { first, _ in first })
    var numbers = (previous?.addresses ?? []).map { url in url.flatMap { positions[$0] } }
    let known = Set(numbers.compactMap(\.self))
    let old = Set((previous?.addresses ?? []).compactMap(\.self))
    let new = entries.indices.filter { !known.contains($0) }.map {
      (date: entries[$0].date, url: entries[$0].url, at: Int?($0))
    }
    // Those that the last release had are among its numbers already.
    let passed = gone.filter { $0.date > previous?.day ?? "" && !old.contains($0.url) }.map {
      (date: $0.date, url: $0.url, at: Int?.none)
    }
    numbers += (new + passed).sorted { ($0.date, $0.url) < ($1.date, $1.url) }.map(\.at)
    while numbers.last == .some(nil) { numbers.removeLast() }
    if previous != nil, numbers.count(where: { $0 == nil }) * 2 > numbers.count {
      return Self.numbers(entries, gone: gone)
    }
    return numbers
  }
}

extension SearchIndex {
  /// The numbers of a published index.
  ///
  /// - Parameter read: A file of the release by its path; nil when it is not as it was published.
  /// - Returns: Nil when a file is missing or of another version.
  package static func numbers<E>(_ read: (String) throws(E) -> [UInt8]?) throws(E) -> PublishedNumbers? {
    func value(_ path: String) throws(E) -> JSONValue? {
      guard let value = try read("search/" + path).flatMap({ JSONValue(json: $0) }),
        value["version"] == .integer(SearchFile.version)
      else { return nil }
      return value
    }
    guard let entry = try value("entry.json"), let day = entry["asOf"]?.text, let name = entry["directory"]?.text,
      let cards = try value("directory/\(name).json")?["cards"], let checks = cards["names"]?.text
    else { return nil }
    var addresses: [String?] = []
    for place in 0..<checks.utf8.count / ShardName.checkLength {
      let shard = ShardName.prefix(of: "\(place)".utf16) + ShardName.check(place, in: checks)
      guard let file = try value("cards/\(shard).json"), case .array(let elements) = file["cards"] else { return nil }
      addresses += elements.map { $0["url"]?.text }
    }
    return PublishedNumbers(day: day, addresses: addresses)
  }
}
