import Base

extension ZIPReader {
  /// The archive with other bytes for some of its files, stored; all other files stay as they are, packed bytes, dates and order.
  ///
  /// - Parameter texts: By name; a name that is not in the archive is passed over.
  package func replacing(_ texts: [String: [UInt8]]) throws(Fault) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      var record = Array(bytes[entry.record])
      let offset = out.count
      if let text = texts[entry.name] {
        var sum = CRC32()
        text.withUnsafeBytes { sum.add($0) }
        // No descriptor behind the bytes, stored; then checksum and both sizes.
        record[8] &= ~0x08
        Self.write([(10, 0)], width: 2, to: &record)
        Self.write([(16, Int(sum.value)), (20, text.count), (24, text.count)], width: 4, to: &record)
        out += Self.localHeader(of: record) + text
      } else {
        let packed = try place(of: entry)
        // Sizes and checksum stand in the header then, too, so that no descriptor is needed.
        record[8] &= ~0x08
        out += Self.localHeader(of: record) + bytes[packed]
      }
      Self.write([(42, offset)], width: 4, to: &record)
      directory += record
    }
    guard out.count + directory.count < Int(UInt32.max) else { throw .tooLarge }
    var end: [UInt8] = [0x50, 0x4B, 5, 6] + Array(repeating: 0, count: 18)
    Self.write([(8, entries.count), (10, entries.count)], width: 2, to: &end)
    Self.write([(12, directory.count), (16, out.count)], width: 4, to: &end)
    return out + directory + end
  }

  /// The local header that says the same as a record of the directory.
  private static func localHeader(of record: [UInt8]) -> [UInt8] {
    let nameLength = Int(record[28]) | Int(record[29]) << 8
    return [0x50, 0x4B, 3, 4] + record[6..<28] + record[28..<30] + [0, 0] + record[46..<(46 + nameLength)]
  }

  private static func write(_ words: [(Int, Int)], width: Int, to bytes: inout [UInt8]) {
    for (offset, word) in words {
      for place in 0..<width { bytes[offset + place] = UInt8(truncatingIfNeeded: word >> (8 * place)) }
    }
  }
}
