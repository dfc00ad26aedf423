import Base

/// All words of all dictionaries in one tree of characters, with what rules out most places of a text before the tree is
/// asked: a bit for each character that begins a word, and one for each pair of characters (a Bloom filter).
struct WordTree: Sendable {
  /// The most characters between the two parts of 至少…不少于.
  static let gap = 10

  /// What the tree finds.
  enum Find: Sendable {
    case word(list: Int, word: Int)
    /// The first part of a word with a gap.
    case opening(list: Int, word: Int, tail: [UInt8])
    /// A part of a phrase that begins this many bytes into it.
    case half(NearPhrase)
    case trigger(Trigger)
  }

  let lists: [WordList]
  /// For the first two bytes of a character of three, a bit for each third byte with which it begins a word.
  private(set) var starts = [UInt64](repeating: 0, count: 1 << 10)
  private(set) var asciiStarts = [Bool](repeating: false, count: 128)
  private var pairs = [UInt64](repeating: 0, count: 1 << 10)
  private var children: [UInt64: Int32] = [:]
  private var finds: [Int32: [Find]] = [:]
  private var nodeCount: Int32 = 1
  /// For each word with exceptions, those as bytes in front of it and behind.
  private var exceptions: [String: [[UInt8]]] = [:]

  init(_ lists: [WordList]) {
    self.lists = lists
    for (index, list) in lists.enumerated() {
      for (number, word) in list.words.enumerated() {
        for wrong in word.wrong { insert(wrong, list: index, word: number) }
      }
      for phrase in list.phrases {
        for half in NearPhrase.halves(of: phrase, list: index) { insert(half.part, .half(half)) }
      }
    }
    for trigger in Trigger.allCases {
      for word in trigger.words { insert(word, .trigger(trigger)) }
    }
  }

  private mutating func insert(_ wrong: String, list: Int, word: Int) {
    let parts = wrong.split(separator: "…", maxSplits: 1)
    if parts.count == 2 {
      insert(String(parts[0]), .opening(list: list, word: word, tail: Array(parts[1].utf8)))
    } else {
      insert(wrong, .word(list: list, word: word))
    }
  }

  private mutating func insert(_ word: String, _ find: Find) {
    let scalars = word.unicodeScalars.map(\.value)
    guard scalars.count >= 2 else { return }
    mark(scalars[0], scalars[1])
    var node: Int32 = 0
    for scalar in scalars {
      let key = Self.key(node, scalar)
      if let next = children[key] {
        node = next
      } else {
        children[key] = nodeCount
        node = nodeCount
        nodeCount += 1
      }
    }
    finds[node, default: []].append(find)
  }

  private mutating func mark(_ first: UInt32, _ second: UInt32) {
    if first < 0x80 {
      asciiStarts[Int(first)] = true
    } else if first >= 0x800, first < 0x10000 {
      let bytes = Array(String(Unicode.Scalar(first).map(Character.init) ?? "?").utf8)
      starts[Int(bytes[0] & 0x0F) << 6 | Int(bytes[1] & 0x3F)] |= 1 << UInt64(bytes[2] & 0x3F)
    }
    let hash = Self.pair(first, second)
    pairs[Int(hash >> 6)] |= 1 << UInt64(hash & 63)
  }

  private static func key(_ node: Int32, _ scalar: UInt32) -> UInt64 { UInt64(node) << 21 | UInt64(scalar) }

  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    (first &* 0x9E37_79B1 ^ second &* 0x85EB_CA6B) >> 16
  }

  /// Calls back for everything that begins at an offset, the shortest first, with the offset where it ends.
  func forEach(in text: Bytes, at offset: Int, _ body: (Find, _ end: Int) -> Void) {
    let first = text.scalarValue(at: offset)
    var next = text.after(offset)
    guard next < text.count else { return }
    let hash = Self.pair(first, text.scalarValue(at: next))
    guard pairs[Int(hash >> 6)] >> UInt64(hash & 63) & 1 != 0, var node = children[Self.key(0, first)] else { return }
    while next < text.count, let child = children[Self.key(node, text.scalarValue(at: next))] {
      next = text.after(next)
      node = child
      for find in finds[node] ?? [] { body(find, next) }
    }
  }
}
