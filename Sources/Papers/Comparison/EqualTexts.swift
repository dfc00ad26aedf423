/// Texts by their content: equal ones have equal numbers, from 0.
struct EqualTexts {
  let old: [Int]
  let new: [Int]
  let count: Int

  init(_ old: [AlignedText], _ new: [AlignedText]) {
    var numbers: [Content: Int] = [:]
    func number(_ text: AlignedText) -> Int {
      let content = Content(bytes: text.content)
      if let number = numbers[content] { return number }
      let number = numbers.count
      numbers[content] = number
      return number
    }
    self.old = old.map(number)
    self.new = new.map(number)
    count = numbers.count
  }

  /// Bytes that are hashed in one piece; an array hashes each of them.
  private struct Content: Hashable {
    let bytes: [UInt8]

    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }

  /// Calls back with the old and the new text of each pair of equal ones. Where one stands in a text several times, they are
  /// counted from the beginning and from the end, so that the number of pairs does not grow with the square.
  func forEachPair(_ body: (Int, Int) -> Void) {
    var places = Array(repeating: [Int](), count: count)
    for (before, number) in old.enumerated() { places[number].append(before) }
    var counts = Array(repeating: 0, count: count)
    for number in new { counts[number] += 1 }
    var seen = Array(repeating: 0, count: count)
    for (after, number) in new.enumerated() {
      let (places, index) = (places[number], seen[number])
      seen[number] += 1
      let fromEnd = index + places.count - counts[number]
      for index in index == fromEnd ? [index] : [min(index, fromEnd), max(index, fromEnd)]
      where places.indices.contains(index) {
        body(places[index], after)
      }
    }
  }
}
