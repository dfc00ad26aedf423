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
  private var pairs = [UInt64](repeating: 0, count: 1 << 12)
  private var children = ChildTable()
  private var finds: [[Find]] = [[]]

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
    var node: UInt32 = 0
    for scalar in scalars {
      if let next = children[node, scalar] {
        node = next
      } else {
        let next = UInt32(finds.count)
        children.insert(node, scalar, next)
        finds.append([])
        node = next
      }
    }
    finds[Int(node)].append(find)
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

  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    (first &* 0x9E37_79B1 ^ second &* 0x85EB_CA6B) >> 14
  }

  /// Whether something may begin with the character at an offset and the one after it.
  @inline(__always)
  func mayBegin(in text: Bytes, at offset: Int) -> Bool {
    let next = text.after(offset)
    guard next < text.count else { return false }
    let hash = Self.pair(text.scalarValue(at: offset), text.scalarValue(at: next))
    return pairs[Int(hash >> 6)] >> UInt64(hash & 63) & 1 != 0
  }

  /// Calls back for everything that begins at an offset, the shortest first, with the offset where it ends.
  func forEach(in text: Bytes, at offset: Int, _ body: (Find, _ end: Int) -> Void) {
    var next = text.after(offset)
    guard next < text.count, var node = children[0, text.scalarValue(at: offset)] else { return }
    var scalar = text.scalarValue(at: next)
    while let child = children[node, scalar] {
      next = text.after(next)
      node = child
      for find in finds[Int(node)] { body(find, next) }
      guard next < text.count else { return }
      scalar = text.scalarValue(at: next)
    }
  }
}

/// The children of the nodes: an open table, because a lookup happens at every tenth character of a text, where the hashing of a
/// dictionary costs more than all the rest.
private struct ChildTable: Sendable {
  /// A node and a character; 0: free.
  private var keys = [UInt64](repeating: 0, count: 1 << 10)
  private var values = [UInt32](repeating: 0, count: 1 << 10)
  private var count = 0

  subscript(node: UInt32, scalar: UInt32) -> UInt32? {
    let key = UInt64(node) << 32 | UInt64(scalar)
    var slot = Self.slot(key, keys.count)
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  mutating func insert(_ node: UInt32, _ scalar: UInt32, _ value: UInt32) {
    if count * 2 >= keys.count { grow() }
    put(UInt64(node) << 32 | UInt64(scalar), value)
    count += 1
  }

  private mutating func put(_ key: UInt64, _ value: UInt32) {
    var slot = Self.slot(key, keys.count)
    while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    (keys[slot], values[slot]) = (key, value)
  }

  private mutating func grow() {
    let (old, oldValues) = (keys, values)
    keys = [UInt64](repeating: 0, count: old.count * 2)
    values = [UInt32](repeating: 0, count: old.count * 2)
    for (key, value) in zip(old, oldValues) where key != 0 { put(key, value) }
  }

  private static func slot(_ key: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
  }
}
