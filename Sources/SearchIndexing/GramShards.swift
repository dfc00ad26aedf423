/// Cuts the sorted grams into shards of about equal size.
struct GramShards {
  /// Raw bytes from which a shard is closed. It grows with the root of the library, so that neither the shards of one
  /// query nor the directories outgrow it.
  let target: Int
  private var tree = ShardTree(folder: "grams", hasKeys: true)
  private var firstKey: [UInt16] = []
  /// `["失","业去","失业","保"]`: what all grams of a group begin with, then the last character of each.
  private var groups: [UInt8] = []
  private var lists: [UInt8] = []
  private var prefix: [UInt16]?
  private var lastCharacters: [UInt16] = []

  init(documentCount: Int) {
    target = max(4096, Int(136 * Double(documentCount).squareRoot()))
  }

  mutating func add(_ index: GramIndex, to sink: inout FileSink) -> [UInt8] {
    for (row, key) in index.keys.enumerated() {
      let list = index.lists[row]
      if lists.count + groups.count + list.count > target { close(&sink) }
      add(Self.units(key), list: list)
    }
    close(&sink)
    return tree.finish(&sink)
  }

  private static func units(_ key: UInt64) -> [UInt16] {
    [48, 32, 16, 0].map { UInt16(truncatingIfNeeded: key >> $0) }.filter { $0 != 0 }
  }

  private mutating func add(_ gram: [UInt16], list: ArraySlice<UInt8>) {
    if prefix == nil { firstKey = gram }
    if prefix != Array(gram.dropLast()) {
      closeGroup()
      prefix = Array(gram.dropLast())
    }
    lastCharacters.append(gram[gram.count - 1])
    if !lists.isEmpty { lists.append(PostingCode.listEnd) }
    lists += list
  }

  private mutating func closeGroup() {
    guard let prefix else { return }
    if !groups.isEmpty { groups.append(UInt8(ascii: ",")) }
    JSONText.append(units: prefix, to: &groups)
    groups.append(UInt8(ascii: ","))
    JSONText.append(units: lastCharacters, to: &groups)
    lastCharacters = []
  }

  private mutating func close(_ sink: inout FileSink) {
    guard prefix != nil else { return }
    closeGroup()
    let bytes = Array("{\"version\":\(ShardTree.version),\"grams\":[".utf8) + groups + Array("],\"lists\":\"".utf8)
    tree.add(firstKey: firstKey, bytes: bytes + lists + Array("\"}".utf8), to: &sink)
    (prefix, groups, lists) = (nil, [], [])
  }
}
