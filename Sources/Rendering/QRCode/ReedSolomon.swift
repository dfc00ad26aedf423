/// Reed–Solomon error correction over GF(256) with the polynomial 0x11D.
struct ReedSolomon {
  /// Coefficients of the generator without the leading 1, highest power first.
  private let divisor: [UInt8]

  init(degree: Int) {
    var divisor = Array(repeating: UInt8(0), count: degree)
    divisor[degree - 1] = 1
    var root: UInt8 = 1
    for _ in 0..<degree {
      for index in 0..<degree {
        divisor[index] = Self.product(divisor[index], root) ^ (index + 1 < degree ? divisor[index + 1] : 0)
      }
      root = Self.product(root, 2)
    }
    self.divisor = divisor
  }

  /// The remainder of the division, which is the error correction.
  func remainder(of data: ArraySlice<UInt8>) -> [UInt8] {
    var rest = Array(repeating: UInt8(0), count: divisor.count)
    for byte in data {
      let factor = byte ^ rest.removeFirst()
      rest.append(0)
      for index in divisor.indices { rest[index] ^= Self.product(divisor[index], factor) }
    }
    return rest
  }

  private static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
    var out: UInt8 = 0
    for bit in (0..<8).reversed() {
      out = out << 1 ^ (out >> 7) * 0x1D
      out ^= (b >> UInt8(bit) & 1) * a
    }
    return out
  }
}
