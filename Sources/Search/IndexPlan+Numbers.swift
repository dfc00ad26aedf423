import Base

/// The numbers of documents, by which all lists refer to them.
extension IndexPlan {
  /// Numbers the documents. Those of the last release keep theirs, so that a document that is added, however old it is,
  /// or taken away, changes only the lists of its own grams; new ones follow by date, then address. When more than a quarter
  /// of the numbers would be empty, all are given anew, by date.
  ///
  /// - Parameters:
  ///   - entries: In any order.
  ///   - previous: Addresses by their numbers in the last release; nil for a number without a document.
  /// - Returns: For each number, the position of its document; nil where it is gone.
  static func numbers(_ entries: [SearchEntry], previous: [String?]) -> [Int?] {
    let positions = Dictionary(
      entries.indices.map { (entries[$0].url, $0) }, uniquingKeysWith: { first, _ in first })
    var numbers = previous.map { url in url.flatMap { positions[$0] } }
    while numbers.last == .some(nil) { numbers.removeLast() }
    if numbers.count(where: { $0 == nil }) * 4 > numbers.count { numbers = [] }
    let known = Set(numbers.compactMap(\.self))
    let new = entries.indices.filter { !known.contains($0) }
    return numbers + new.sorted { (entries[$0].date, entries[$0].url) < (entries[$1].date, entries[$1].url) }
  }
}

extension SearchIndex {
  /// The addresses of a published index's documents, by number.
  ///
  /// - Parameter read: A file of the release by its path; nil when it is not as it was published.
  /// - Returns: Nothing when a file is missing or of another version.
  package static func addresses<E>(_ read: (String) throws(E) -> [UInt8]?) throws(E) -> [String?] {
    func value(_ path: String) throws(E) -> JSONValue? {
      guard let value = try read("search/" + path).flatMap({ JSONValue(json: $0) }),
        value["version"] == .integer(SearchFile.version)
      else { return nil }
      return value
    }
    guard let entry = try value("entry.json"), let name = entry["directory"]?.text,
      let cards = try value("directory/\(name).json")?["cards"], let checks = cards["names"]?.text
    else { return [] }
    var addresses: [String?] = []
    for place in 0..<checks.utf8.count / ShardName.checkLength {
      let shard = ShardName.prefix(of: "\(place)".utf16) + ShardName.check(place, in: checks)
      guard let file = try value("cards/\(shard).json"), case .array(let elements) = file["cards"] else { return [] }
      addresses += elements.map { $0["url"]?.text }
    }
    return addresses
  }
}
