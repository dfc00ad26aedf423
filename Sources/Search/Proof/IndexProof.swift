import Base

extension SearchIndex {
  /// Queries the index, as a browser would, for what it was made from: titles, numbers and parts of bodies.
  ///
  /// - Parameters:
  ///   - plan: the plan that the index was made by.
  ///   - sample: how many documents are looked up, spread over the whole.
  ///   - tokens: the text of the document at a position, as for the plan.
  /// - Returns: the first text that does not lead to its document; nil when all do.
  package func firstLoss(_ plan: IndexPlan, sample: Int = 24, tokens: (Int) -> DocumentTokens) -> String? {
    var files = IndexFiles(files)
    let stride = max(1, plan.order.count / max(1, sample))
    for number in Swift.stride(from: 0, to: plan.order.count, by: stride) {
      guard let entry = plan.entries[number], let place = plan.order[number] else { continue }
      guard files.card(number)?["url"]?.text == entry.url, files.title(number) == entry.title else {
        return entry.title
      }
      for key in entry.numberKeys where !files.holds(number, inNumber: key) { return key }
      for phrase in Self.phrases(of: tokens(place)) where !files.holds(number, inPhrase: phrase) {
        return String(decoding: phrase, as: UTF16.self)
      }
    }
    return nil
  }

  /// Looks up titles, spread over the whole, as a reader who types them.
  ///
  /// - Parameters:
  ///   - sample: how many.
  ///   - rank: how many results a reader looks at.
  package func proof(ofTitles plan: IndexPlan, sample: Int, rank: Int, tokens: (Int) -> DocumentTokens) -> TitleProof {
    var files = IndexFiles(files)
    var proof = TitleProof()
    let stride = max(1, plan.order.count / max(1, sample))
    for number in Swift.stride(from: 0, to: plan.order.count, by: stride).prefix(max(1, sample)) {
      guard let place = plan.order[number] else { continue }
      let title = tokens(place).units.prefix { $0 != 0 }
      guard title.count > 1 else { continue }
      proof.count += 1
      let found = files.documents(holding: title)
      if !found.contains(number) {
        proof.lost.append(place)
      } else if found.count > rank {
        proof.crowded.append(place)
      }
    }
    return proof
  }

  /// The title, and eight characters each from the beginning, middle and end of the body, and from the end of each
  /// passage of the attachments.
  private static func phrases(of tokens: DocumentTokens) -> [ArraySlice<UInt16>] {
    let body = tokens.units.suffix(tokens.bodyLength + 1).dropLast()
    let middle = body.dropFirst(max(0, body.count / 2 - 4)).prefix(8)
    let ends = tokens.runs.filter { $0.field == .attachment }.map { run in
      tokens.units[max(0, Int(run.end) - 9)..<Int(run.end) - 1].split(separator: 0).last ?? []
    }
    let page = [tokens.units.prefix { $0 != 0 }.prefix(24), body.prefix(8), middle, body.suffix(8)]
    return (page + ends).filter { $0.count > 1 }
  }
}

/// How titles fared that were looked up; documents are positions in the corpus.
package struct TitleProof: Sendable, Hashable {
  /// How many were looked up.
  package var count = 0
  /// Documents that their titles do not find.
  package var lost: [Int] = []
  /// Documents whose titles occur in more documents than a reader looks at, so that the ranking decides.
  package var crowded: [Int] = []

  init() {}
}

/// The files of an index, found as FORMAT.md says: from the entry file through the directory to the shard.
private struct IndexFiles {
  private let files: [String: [UInt8]]
  private var values: [String: JSONValue] = [:]
  /// The first keys of the shards, by folder.
  private var firstKeys: [String: [[UInt16]]] = [:]

  init(_ files: [SearchFile]) {
    self.files = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a document is in the lists of all indexed grams of two to four characters.
  mutating func holds(_ document: Int, inPhrase phrase: ArraySlice<UInt16>) -> Bool {
    for place in phrase.indices.dropLast() {
      for length in 2...LongGrams.length where place + length <= phrase.endIndex {
        guard let list = list(of: phrase[place..<place + length]) else {
          if length == 2 { return false }
          continue
        }
        guard PostingCode.documents(list).contains(document) else { return false }
      }
    }
    return true
  }

  /// The documents that are in the lists of all pairs of a phrase's characters: the results, before they are ranked.
  mutating func documents(holding phrase: ArraySlice<UInt16>) -> Set<Int> {
    var found: Set<Int>?
    for place in phrase.indices.dropLast() {
      let list = list(of: phrase[place..<place + 2]).map { Set(PostingCode.documents($0)) } ?? []
      found = found?.intersection(list) ?? list
      if found?.isEmpty ?? true { return [] }
    }
    return found ?? []
  }

  mutating func holds(_ document: Int, inNumber key: String) -> Bool {
    guard let shard = shard("numbers", of: Array(key.utf16)[...]), let lists = shard["lists"]?.text,
      let place = shard["numbers"]?.elements.firstIndex(where: { $0.text == key })
    else { return false }
    return PostingCode.documents(Self.list(place, in: lists)).contains(document)
  }

  mutating func card(_ document: Int) -> JSONValue? {
    guard let cards = directory()?["cards"], case .integer(let per) = cards["per"] else { return nil }
    let position = document / per
    let shard = child(cards, "cards", position, firstKey: "\(position)".utf16)
    let elements = shard?["cards"]?.elements ?? []
    return document % per < elements.count ? elements[document % per] : nil
  }

  mutating func title(_ document: Int) -> String? {
    guard let name = value("entry.json")?["titles"]?.text,
      let titles = value("titles/\(name).json")?["titles"]?.elements,
      document < titles.count
    else { return nil }
    return titles[document].text
  }

  private mutating func list(of gram: ArraySlice<UInt16>) -> Substring.UTF8View? {
    guard let shard = shard("grams", of: gram), let lists = shard["lists"]?.text else { return nil }
    let groups = (shard["grams"]?.elements ?? []).map { Array(($0.text ?? "").utf16) }
    var place = 0
    for group in stride(from: 0, to: groups.count - 1, by: 2) {
      if groups[group].elementsEqual(gram.dropLast()), let last = gram.last,
        let position = groups[group + 1].firstIndex(of: last)
      {
        return Self.list(place + position, in: lists)
      }
      place += groups[group + 1].count
    }
    return nil
  }

  private static func list(_ place: Int, in lists: String) -> Substring.UTF8View {
    var rest = Substring(lists).utf8
    for _ in 0..<place {
      guard let end = rest.firstIndex(of: PostingCode.listEnd) else { return Substring().utf8 }
      rest = rest[rest.index(after: end)...]
    }
    return rest.prefix { $0 != PostingCode.listEnd }
  }

  private mutating func directory() -> JSONValue? {
    value("entry.json")?["directory"]?.text.flatMap { value("directory/\($0).json") }
  }

  /// The shard that would hold a key: that of the last first key that is not after it.
  private mutating func shard(_ folder: String, of key: ArraySlice<UInt16>) -> JSONValue? {
    guard let shards = directory()?[folder] else { return nil }
    let keys = firstKeys[folder] ?? (shards["keys"]?.elements ?? []).map { Array(($0.text ?? "").utf16) }
    firstKeys[folder] = keys
    let place = keys.partitionIndex { key.lexicographicallyPrecedes($0) } - 1
    return place < 0 ? nil : child(shards, folder, place, firstKey: keys[place])
  }

  private mutating func child(
    _ shards: JSONValue, _ folder: String, _ place: Int, firstKey: some Sequence<UInt16>
  ) -> JSONValue? {
    guard let names = shards["names"]?.text else { return nil }
    return value("\(folder)/\(ShardName.prefix(of: firstKey))\(ShardName.check(place, in: names)).json")
  }

  private mutating func value(_ path: String) -> JSONValue? {
    if let value = values[path] { return value }
    guard let bytes = files["search/" + path], let value = JSONValue(json: bytes),
      value["version"] == .integer(SearchFile.version)
    else { return nil }
    values[path] = value
    return value
  }
}

extension JSONValue {
  fileprivate var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
}
