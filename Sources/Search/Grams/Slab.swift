import Glibc

/// A growable array with a single owner, for inner loops: it skips the uniqueness check that Array makes before each
/// mutation.
struct Slab<Element: BitwiseCopyable>: ~Copyable {
  private var memory: UnsafeMutableBufferPointer<Element>
  private(set) var count = 0

  init(capacity: Int = 16) { memory = Self.room(nil, capacity) }

  init(repeating element: Element, count: Int) {
    self.init(capacity: count)
    memory.initialize(repeating: element)
    self.count = count
  }

  deinit { free(memory.baseAddress) }

  subscript(index: Int) -> Element {
    @inline(__always) get { memory[index] }
    @inline(__always) nonmutating set { memory[index] = newValue }
  }

  /// The elements, valid until the slab is changed.
  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(rebasing: memory[..<count]) }

  /// The elements, for changes in place.
  var mutableElements: UnsafeMutableBufferPointer<Element> { UnsafeMutableBufferPointer(rebasing: memory[..<count]) }

  mutating func append(contentsOf elements: [Element]) {
    reserve(count + elements.count)
    _ = UnsafeMutableBufferPointer(rebasing: memory[count...]).update(fromContentsOf: elements)
    count += elements.count
  }

  mutating func append(_ element: Element, count added: Int) {
    reserve(count + added)
    UnsafeMutableBufferPointer(rebasing: memory[count..<count + added]).update(repeating: element)
    count += added
  }

  mutating func removeLast(_ removed: Int) { count -= removed }

  /// Sets the number of elements; new elements are uninitialised.
  mutating func resize(_ wanted: Int) {
    reserve(wanted)
    count = wanted
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == memory.count { reserve(count + 1) }
    memory[count] = element
    count &+= 1
  }

  mutating func removeAll() { count = 0 }

  /// Reserves capacity.
  mutating func reserve(_ wanted: Int) {
    guard wanted > memory.count else { return }
    memory = Self.room(memory.baseAddress, max(wanted, memory.count * 2))
  }

  /// A larger room with what was in the old one. The system moves large ones without copying, and room that is never used costs
  /// no memory.
  private static func room(
    _ old: UnsafeMutablePointer<Element>?, _ capacity: Int
  ) -> UnsafeMutableBufferPointer<Element> {
    guard let new = realloc(old, max(capacity, 1) * MemoryLayout<Element>.stride) else {
      preconditionFailure("out of memory")
    }
    return UnsafeMutableBufferPointer(start: new.assumingMemoryBound(to: Element.self), count: capacity)
  }
}
