/// A version of the code: its size, and how its bytes are protected at level M.
struct QRVersion: Sendable, Hashable {
  /// 1 to 40.
  let number: Int

  /// Error correction bytes per block, by version (ISO/IEC 18004, table 9, level M).
  private static let correctionBytes = [
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28,
    28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  ]
  /// Number of blocks, by version.
  private static let blockCounts = [
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33,
    35, 37, 38, 40, 43, 45, 47, 49,
  ]

  private var correctionCount: Int { Self.correctionBytes[number - 1] }
  private var blockCount: Int { Self.blockCounts[number - 1] }

  /// Total bytes: the modules that the function patterns leave free, in whole bytes.
  private var byteCount: Int {
    var modules = (16 * number + 128) * number + 64
    if number >= 2 {
      let alignments = number / 7 + 2
      modules -= (25 * alignments - 10) * alignments - 55
      if number >= 7 { modules -= 36 }
    }
    return modules / 8
  }

  private var dataCount: Int { byteCount - correctionCount * blockCount }
  /// Bits of the length field.
  private var lengthBits: Int { number < 10 ? 8 : 16 }

  /// The smallest version that holds this many bytes plus mode and length.
  static func smallest(holding count: Int) -> QRVersion? {
    (1...40).lazy.map(QRVersion.init(number:)).first { 4 + $0.lengthBits + count * 8 <= $0.dataCount * 8 }
  }

  /// The centres of the alignment patterns, in both directions.
  var alignmentPositions: [Int] {
    guard number > 1 else { return [] }
    let count = number / 7 + 2
    let step = number == 32 ? 26 : (number * 4 + count * 2 + 1) / (count * 2 - 2) * 2
    return [6] + (0..<(count - 1)).map { number * 4 + 10 - $0 * step }.reversed()
  }

  /// The codewords in their final order: mode, length, text and padding in blocks, with their error correction.
  func codewords(of text: [UInt8]) -> [UInt8] {
    var bits: [Bool] = []
    func append(_ value: Int, _ count: Int) {
      for index in (0..<count).reversed() { bits.append(value >> index & 1 == 1) }
    }
    append(0b0100, 4)
    append(text.count, lengthBits)
    for byte in text { append(Int(byte), 8) }
    bits += Array(repeating: false, count: min(4, dataCount * 8 - bits.count))
    bits += Array(repeating: false, count: (8 - bits.count % 8) % 8)
    var bytes = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<(start + 8)].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
    }
    for index in 0..<(dataCount - bytes.count) { bytes.append(index % 2 == 0 ? 0xEC : 0x11) }
    return interleaved(bytes)
  }

  /// The first blocks are one byte shorter when the bytes do not divide evenly.
  private func interleaved(_ data: [UInt8]) -> [UInt8] {
    let short = byteCount / blockCount - correctionCount
    let longCount = byteCount % blockCount
    let field = ReedSolomon(degree: correctionCount)
    var blocks: [(data: ArraySlice<UInt8>, correction: [UInt8])] = []
    var start = 0
    for index in 0..<blockCount {
      let end = start + short + (index < blockCount - longCount ? 0 : 1)
      blocks.append((data[start..<end], field.remainder(of: data[start..<end])))
      start = end
    }
    var out: [UInt8] = []
    for index in 0...short {
      for block in blocks where index < block.data.count { out.append(block.data[block.data.startIndex + index]) }
    }
    for index in 0..<correctionCount { out += blocks.map { $0.correction[index] } }
    return out
  }
}
