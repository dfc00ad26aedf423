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
    var node = child(of: .root(scalars[0]), scalars[1])
    for scalar in scalars.dropFirst(2) { node = child(of: node, scalar) }
    finds[Int(node.number)].append(find)
  }

  /// The child of a node, made if it is not there.
  private mutating func child(of node: Node, _ scalar: UInt32) -> Node {
    if let child = children[node, scalar] { return child }
    precondition(finds.count < 1 << 21, "dictionaries of two million characters")
    let child = Node(number: UInt64(finds.count))
    children.insert(node, scalar, child)
    finds.append([])
    return child
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
    guard next < text.count else { return }
    var node = Node.root(text.scalarValue(at: offset))
    while next < text.count, let child = children[node, text.scalarValue(at: next)] {
      next = text.after(next)
      node = child
      for find in finds[Int(node.number)] { body(find, next) }
    }
  }
}

/// A place in the tree, in 22 bits. No word has fewer than two characters, so that the first one alone needs no node of its own.
private struct Node {
  let number: UInt64

  /// That of a first character.
  static func root(_ scalar: UInt32) -> Node { Node(number: 1 << 21 | UInt64(scalar)) }
}

/// The children of the nodes: an open table, because a lookup happens at every tenth character of a text, where the hashing of a
/// dictionary costs more than all the rest. Most of that is waiting for memory, so that a slot is a single number.
private struct ChildTable: Sendable {
  /// A node, a character and the child; 0: free.
  private var slots = [UInt64](repeating: 0, count: 1 << 10)
  private var count = 0

  subscript(node: Node, scalar: UInt32) -> Node? {
    let key = Self.key(node, scalar)
    return slots.withUnsafeBufferPointer { slots in
      var place = Self.place(key, slots.count)
      while slots[place] >> 21 != key {
        if slots[place] == 0 { return nil }
        place = (place + 1) & (slots.count - 1)
      }
      return Node(number: slots[place] & 0x1F_FFFF)
    }
  }

  mutating func insert(_ node: Node, _ scalar: UInt32, _ child: Node) {
    if count * 2 >= slots.count { grow() }
    put(Self.key(node, scalar) << 21 | child.number)
    count += 1
  }

  private mutating func put(_ slot: UInt64) {
    var place = Self.place(slot >> 21, slots.count)
    while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    for slot in old where slot != 0 { put(slot) }
  }

  private static func key(_ node: Node, _ scalar: UInt32) -> UInt64 { node.number << 21 | UInt64(scalar) }

  private static func place(_ key: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
  }
}
