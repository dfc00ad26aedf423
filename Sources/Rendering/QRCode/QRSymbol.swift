/// A QR code (ISO/IEC 18004) in byte mode, error correction level M, in the smallest version that fits.
package struct QRSymbol: Sendable, Hashable {
  /// Modules per side, without the quiet zone.
  package let size: Int
  /// Row by row; true is dark.
  private var modules: [Bool]
  /// Modules that belong to the function patterns, not to the data.
  private var isFixed: [Bool]
  private let version: QRVersion

  /// Encodes bytes; nil for more than 2,331 of them.
  package init?(_ bytes: [UInt8]) {
    guard let version = QRVersion.smallest(holding: bytes.count) else { return nil }
    self.version = version
    size = version.number * 4 + 17
    modules = Array(repeating: false, count: size * size)
    isFixed = modules
    drawPatterns()
    draw(version.codewords(of: bytes))
    mask()
  }

  /// Whether the module at a column and row is dark.
  package subscript(x: Int, y: Int) -> Bool { modules[y * size + x] }

  /// One SVG path, one unit per module, with a quiet zone of four modules.
  package func svg(label: String) -> String {
    var path = ""
    for y in 0..<size {
      var x = 0
      while x < size {
        guard self[x, y] else {
          x += 1
          continue
        }
        let start = x
        while x < size, self[x, y] { x += 1 }
        path += "M\(start + 4) \(y + 4)h\(x - start)v1h-\(x - start)z"
      }
    }
    let side = size + 8
    return "<svg viewBox=\"0 0 \(side) \(side)\" role=\"img\" aria-label=\"\(label)\" shape-rendering=\"crispEdges\">"
      + "<path fill=\"#fff\" d=\"M0 0h\(side)v\(side)h-\(side)z\"/><path fill=\"#000\" d=\"\(path)\"/></svg>"
  }
}

// The function patterns of a version.
extension QRSymbol {
  private mutating func set(_ x: Int, _ y: Int, _ isDark: Bool) {
    modules[y * size + x] = isDark
    isFixed[y * size + x] = true
  }

  private mutating func drawPatterns() {
    for index in 0..<size {
      set(6, index, index % 2 == 0)
      set(index, 6, index % 2 == 0)
    }
    for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] { drawFinder(x, y) }
    let positions = version.alignmentPositions
    for x in positions {
      for y in positions where !isCorner(x, y, positions) {
        for dy in -2...2 {
          for dx in -2...2 { set(x + dx, y + dy, max(abs(dx), abs(dy)) != 1) }
        }
      }
    }
    drawFormat(mask: 0)
    drawVersion()
  }

  private func isCorner(_ x: Int, _ y: Int, _ positions: [Int]) -> Bool {
    guard let first = positions.first, let last = positions.last else { return true }
    return (x == first && y == first) || (x == first && y == last) || (x == last && y == first)
  }

  /// A finder pattern with its separator.
  private mutating func drawFinder(_ x: Int, _ y: Int) {
    for dy in -4...4 {
      for dx in -4...4 where (0..<size).contains(x + dx) && (0..<size).contains(y + dy) {
        let distance = max(abs(dx), abs(dy))
        set(x + dx, y + dy, distance != 2 && distance != 4)
      }
    }
  }

  /// Level and mask, twice, with their own error correction (BCH 15,5). Level M has the bits 00.
  private mutating func drawFormat(mask: Int) {
    let bits = (mask << 10 | Self.remainder(mask, steps: 10, polynomial: 0x537)) ^ 0x5412
    func bit(_ index: Int) -> Bool { bits >> index & 1 == 1 }
    for index in 0...5 { set(8, index, bit(index)) }
    set(8, 7, bit(6))
    set(8, 8, bit(7))
    set(7, 8, bit(8))
    for index in 9..<15 { set(14 - index, 8, bit(index)) }
    for index in 0..<8 { set(size - 1 - index, 8, bit(index)) }
    for index in 8..<15 { set(8, size - 15 + index, bit(index)) }
    set(8, size - 8, true)
  }

  /// The version number, twice (BCH 18,6); from version 7 on.
  private mutating func drawVersion() {
    guard version.number >= 7 else { return }
    let bits = version.number << 12 | Self.remainder(version.number, steps: 12, polynomial: 0x1F25)
    for index in 0..<18 {
      let (a, b) = (size - 11 + index % 3, index / 3)
      set(a, b, bits >> index & 1 == 1)
      set(b, a, bits >> index & 1 == 1)
    }
  }

  private static func remainder(_ value: Int, steps: Int, polynomial: Int) -> Int {
    var rest = value
    for _ in 0..<steps { rest = rest << 1 ^ (rest >> (steps - 1)) * polynomial }
    return rest
  }
}

// The data and its mask.
extension QRSymbol {
  /// Fills the two-module columns from right to left, alternately up and down.
  private mutating func draw(_ codewords: [UInt8]) {
    var index = 0
    var right = size - 1
    while right >= 1 {
      if right == 6 { right = 5 }
      for step in 0..<size {
        for x in [right, right - 1] {
          let isUpward = (right + 1) & 2 == 0
          let y = isUpward ? size - 1 - step : step
          guard !isFixed[y * size + x], index < codewords.count * 8 else { continue }
          modules[y * size + x] = codewords[index >> 3] >> (7 - UInt8(index & 7)) & 1 == 1
          index += 1
        }
      }
      right -= 2
    }
  }

  /// Applies the mask with the lowest penalty.
  private mutating func mask() {
    var best = (mask: 0, penalty: Int.max)
    for mask in 0..<8 {
      apply(mask)
      drawFormat(mask: mask)
      let penalty = penalty
      if penalty < best.penalty { best = (mask, penalty) }
      apply(mask)
    }
    apply(best.mask)
    drawFormat(mask: best.mask)
  }

  private mutating func apply(_ mask: Int) {
    for y in 0..<size {
      for x in 0..<size where !isFixed[y * size + x] && Self.inverts(mask, x, y) { modules[y * size + x].toggle() }
    }
  }

  private static func inverts(_ mask: Int, _ x: Int, _ y: Int) -> Bool {
    switch mask {
    case 0: (x + y) % 2 == 0
    case 1: y % 2 == 0
    case 2: x % 3 == 0
    case 3: (x + y) % 3 == 0
    case 4: (x / 3 + y / 2) % 2 == 0
    case 5: x * y % 2 + x * y % 3 == 0
    case 6: (x * y % 2 + x * y % 3) % 2 == 0
    default: ((x + y) % 2 + x * y % 3) % 2 == 0
    }
  }
}
