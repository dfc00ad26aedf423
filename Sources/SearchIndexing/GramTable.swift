/// Numbers grams in the order in which they are first met: an open hash of 32-bit keys, kept at most half full.
struct GramTable: ~Copyable {
  /// Spreads keys over the upper bits.
  static let multiplier: UInt32 = 0x9E37_79B1

  /// Key in the high half, number in the low half; 0 is empty, as no gram has key 0.
  private var slots: [UInt64]
  private var shift: UInt32
  /// Key of each gram, by number.
  private(set) var keys: [UInt32] = []

  init(logCapacity: UInt32) {
    slots = [UInt64](repeating: 0, count: 1 << logCapacity)
    shift = 32 - logCapacity
  }

  /// A table of known keys, numbered in their order.
  init(keys: [UInt32]) {
    self.init(logCapacity: UInt32(UInt64.bitWidth - max(8, keys.count * 2).leadingZeroBitCount))
    for key in keys { _ = insert(key) }
  }

  /// The number of a key, nil when it was never inserted.
  @inline(__always)
  borrowing func number(of key: UInt32) -> Int? {
    slots.withUnsafeBufferPointer { slots in
      var slot = Int((key &* Self.multiplier) >> shift)
      while true {
        let entry = slots[slot]
        if entry == 0 { return nil }
        if UInt32(truncatingIfNeeded: entry >> 32) == key { return Int(UInt32(truncatingIfNeeded: entry)) }
        slot = (slot &+ 1) & (slots.count &- 1)
      }
    }
  }

  /// Reads the slot where a search for the key begins. Done for many keys in a row it lets the processor fetch their
  /// memory at the same time, so that the searches that follow need not wait for it one by one.
  @inline(__always)
  borrowing func touch(_ key: UInt32) -> UInt64 {
    slots.withUnsafeBufferPointer { $0[Int((key &* Self.multiplier) >> shift)] }
  }

  /// The number of a key; a new key gets the next one.
  @inline(__always)
  mutating func insert(_ key: UInt32) -> Int {
    if let number = number(of: key) { return number }
    return add(key)
  }

  private mutating func add(_ key: UInt32) -> Int {
    if keys.count * 2 >= slots.count { grow() }
    keys.append(key)
    place(key, number: keys.count - 1)
    return keys.count - 1
  }

  private mutating func place(_ key: UInt32, number: Int) {
    var slot = Int((key &* Self.multiplier) >> shift)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt64(key) << 32 | UInt64(number)
  }

  private mutating func grow() {
    shift -= 1
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    for (number, key) in keys.enumerated() { place(key, number: number) }
  }
}
