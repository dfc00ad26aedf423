import Base

/// What citizens call things, by word: a query loads only the shards of the characters that its words begin with, and of these
/// only where the directory says that a word begins so.
struct SynonymShards {
  /// Each word with the official words that it stands for, ascending; an official word stands for itself alone, so that no
  /// part of it is taken for another word.
  private let words: [(word: [UInt16], officials: [[UInt16]])]
  /// Raw bytes at which a shard is closed.
  private static let target = 4500
  /// The beginnings of words (two units, or the only one) have so many hashes: of a thousand others, a hundred seem to begin one
  /// where the dictionary has five thousand words, and the list takes half a byte more for each doubling.
  private static let hashes: UInt32 = 1 << 15

  /// - Parameters:
  ///   - groups: The official word of each first. A site's own come before the common ones.
  ///   - occurs: Whether a folded text may stand in a document; a word that no document has leads nowhere.
  init(_ groups: [[String]], occurs: ([UInt16]) -> Bool) {
    var officials: [[UInt16]: [[UInt16]]] = [:]
    for group in groups {
      let words = group.map(CharacterFolding.folded).filter { !$0.isEmpty }
      guard let official = words.first, occurs(official) else { continue }
      officials[official, default: []] += []
      for word in Self.needed(Array(words.dropFirst()), beside: official)
      where !(officials[word]?.contains(official) ?? false) { officials[word, default: []].append(official) }
    }
    words = officials.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key, $0.value) }
  }

  /// Writes the shards and returns their part of the directory.
  func write(_ sink: inout FileSink) -> [UInt8] {
    var shards = ShardList(folder: "synonyms")
    var start = 0
    while start < words.count {
      var bytes = Array("{\"version\":\(SearchFile.version),\"words\":[".utf8)
      var end = start
      // All words with one first character are in one shard.
      while end < words.count, bytes.count < Self.target || words[end].word[0] == words[end - 1].word[0] {
        if end > start { bytes.append(UInt8(ascii: ",")) }
        let (word, officials) = words[end]
        bytes.append(strings: ([word] + officials).map { String(decoding: $0, as: UTF16.self) })
        end += 1
      }
      shards.add(firstKey: [words[start].word[0]], bytes: bytes + Array("]}".utf8), to: &sink)
      start = end
    }
    let starts = Set(words.map { Int(ShardName.hash(of: $0.word.prefix(2)) % Self.hashes) }).sorted()
    var list: [UInt8] = []
    PostingCode.append(ascending: starts, to: &list)
    return shards.directory() + Array(",\"starts\":\"".utf8) + list + Array("\"".utf8)
  }

  /// Words are looked for inside a query: one that holds another of its group, or the official word, adds nothing.
  private static func needed(_ words: [[UInt16]], beside official: [UInt16]) -> [[UInt16]] {
    words.filter { word in
      word != official && !word.holds(official) && !words.contains { $0 != word && word.holds($0) }
    }
  }
}

extension [UInt16] {
  fileprivate func holds(_ part: [UInt16]) -> Bool {
    guard part.count <= count else { return false }
    return (0...count - part.count).contains { self[$0] == part[0] && self[$0...].starts(with: part) }
  }
}
