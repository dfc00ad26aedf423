// The penalty of a masked code: how much of it could be mistaken for a pattern (ISO/IEC 18004, 7.8.3).
extension QRSymbol {
  /// The sum of the four rules.
  var penalty: Int {
    var sum = 0
    for a in 0..<size {
      sum += Self.penalty(of: (0..<size).map { self[$0, a] }) + Self.penalty(of: (0..<size).map { self[a, $0] })
    }
    for y in 0..<(size - 1) {
      for x in 0..<(size - 1) where self[x, y] == self[x + 1, y] {
        if self[x, y] == self[x, y + 1], self[x, y] == self[x + 1, y + 1] { sum += 3 }
      }
    }
    return sum + balancePenalty
  }

  /// Long runs, and finder-like sequences, in one row or column.
  private static func penalty(of line: [Bool]) -> Int {
    var sum = 0
    var start = 0
    for index in 1...line.count where index == line.count || line[index] != line[start] {
      if index - start >= 5 { sum += index - start - 2 }
      start = index
    }
    guard line.count >= 11 else { return sum }
    let finder = [true, false, true, true, true, false, true]
    let quiet = [false, false, false, false]
    for index in 0...(line.count - 11) {
      let window = line[index..<(index + 11)]
      if window.elementsEqual(finder + quiet) || window.elementsEqual(quiet + finder) { sum += 40 }
    }
    return sum
  }

  /// Ten for each five per cent by which the share of dark modules differs from one half.
  private var balancePenalty: Int {
    let dark = (0..<size * size).count { self[$0 % size, $0 / size] }
    let total = size * size
    return (abs(dark * 20 - total * 10) + total - 1) / total * 10 - 10
  }
}
