import Base

/// The one rule for which characters are searchable and which are equivalent: the text of pages and queries is folded
/// by it before anything else. `Templates/assets/search/folding.js` holds the same table; the test vectors hold its
/// checksum.
///
/// Letters and digits stay; punctuation, symbols and white space are dropped, so that a quotation matches across a line
/// end, a comma, or a bracket of another style. Full-width forms and capitals become their plain form; so do characters
/// that stand for others (``CompatibilityForms``) and ideographs that only look different (``PlainIdeographs``).
enum CharacterFolding {
  /// Folded unit for each UTF-16 unit; 0 where the unit is not searchable. Surrogates are 0: see
  /// `isSearchable(plane:)`. A value from ``firstSpelling`` on is the number of a unit's spelling, for units that become
  /// several.
  static let table: [UInt16] = tables.units
  /// The folded spellings of units that become several, in ascending order of the units.
  static let spellings: [[UInt16]] = tables.spellings
  /// Surrogates are never folded units, so that they can count spellings.
  static let firstSpelling: UInt16 = 0xD800

  private static let tables = makeTables()

  /// Characters outside the basic plane are two units, except emoji, tags and private use, which are dropped. Their
  /// surrogates are moved into the private use area, whose own characters are dropped, so that a gram that cuts a pair
  /// in two is still valid JSON.
  static func isSearchable(supplementary scalar: UInt32) -> Bool {
    scalar < 0x1F000 || (0x20000..<0xE0000).contains(scalar)
  }

  /// Ranges that stay, first and last unit. Everything else is dropped, unless `shifts` maps it to something that
  /// stays.
  private static let kept: [(UInt16, UInt16)] = [
    (0x30, 0x39), (0x61, 0x7A), (0xAA, 0xAA), (0xB2, 0xB3), (0xB5, 0xB5), (0xB9, 0xBA), (0xDF, 0xF6), (0xF8, 0x2FF),
    (0x370, 0x1FFF),
    (0x2070, 0x209F), (0x2100, 0x218F), (0x2460, 0x24FF), (0x2C00, 0x2DFF), (0x2E80, 0x2FFF), (0x3005, 0x3007),
    (0x3021, 0x3029), (0x3031, 0x3035), (0x3038, 0x303C), (0x3041, 0x3096), (0x309D, 0x309F), (0x30A1, 0x30FA),
    (0x30FC, 0xD7FF),
    (0xF900, 0xFDFF), (0xFE70, 0xFEFE), (0xFF66, 0xFFDC),
  ]

  /// Ranges that fold to another unit at a fixed distance: capitals, full-width forms, ring for zero (二○二三年).
  private static let shifts: [(first: UInt16, last: UInt16, to: UInt16)] = [
    (0x41, 0x5A, 0x61), (0xC0, 0xD6, 0xE0), (0xD8, 0xDE, 0xF8), (0x391, 0x3A9, 0x3B1), (0x400, 0x40F, 0x450),
    (0x410, 0x42F, 0x430), (0x2160, 0x216F, 0x2170), (0x25CB, 0x25CB, 0x3007), (0x25EF, 0x25EF, 0x3007),
    (0xFF10, 0xFF19, 0x30), (0xFF21, 0xFF3A, 0x61), (0xFF41, 0xFF5A, 0x61),
  ]

  /// The folded units of a text.
  static func folded(_ text: String) -> [UInt16] {
    var units: [UInt16] = []
    append(text.utf8, to: &units)
    return units
  }

  private static func makeTables() -> (units: [UInt16], spellings: [[UInt16]]) {
    var table = [UInt16](repeating: 0, count: 0x10000)
    for (first, last) in kept {
      for unit in first...last { table[Int(unit)] = unit }
    }
    for (first, last, to) in shifts {
      for unit in first...last { table[Int(unit)] = to + (unit - first) }
    }
    let basic = table
    var spellings: [[UInt16]] = []
    for (unit, spelling) in CompatibilityForms.plain {
      let folded = spelling.map { isSurrogate($0) ? moved($0) : basic[Int($0)] }.filter { $0 != 0 }
      if folded.count > 1 {
        table[Int(unit)] = firstSpelling + UInt16(spellings.count)
        spellings.append(folded)
      } else {
        table[Int(unit)] = folded.first ?? 0
      }
    }
    return (table, spellings)
  }

  private static func isSurrogate(_ unit: UInt16) -> Bool { (0xD800..<0xE000).contains(unit) }

  /// A surrogate in the private use area.
  private static func moved(_ surrogate: UInt16) -> UInt16 { surrogate + 0x800 }
}

extension CharacterFolding {
  /// Appends the folded units of UTF-8 text. A malformed byte is skipped, as a browser's decoder would replace it.
  static func append(_ text: some Sequence<UInt8>, to units: inout [UInt16]) {
    var text = text.makeIterator()
    let table = table
    while let lead = text.next() {
      switch lead {
      case 0..<0x80:
        appendBasic(UInt16(lead), table, to: &units)
      case 0xE0..<0xF0:
        guard let second = text.next(), let third = text.next() else { return }
        appendBasic(UInt16(lead & 15) << 12 | UInt16(second & 63) << 6 | UInt16(third & 63), table, to: &units)
      case 0xC0..<0xE0:
        guard let second = text.next() else { return }
        appendBasic(UInt16(lead & 31) << 6 | UInt16(second & 63), table, to: &units)
      case 0xF0...:
        guard let second = text.next(), let third = text.next(), let fourth = text.next() else { return }
        let high = UInt32(lead & 7) << 18 | UInt32(second & 63) << 12
        appendSupplementary(high | UInt32(third & 63) << 6 | UInt32(fourth & 63), to: &units)
      default:
        continue
      }
    }
  }

  @inline(__always)
  private static func appendBasic(_ unit: UInt16, _ table: [UInt16], to units: inout [UInt16]) {
    let folded = table[Int(unit)]
    if folded >= firstSpelling, folded < 0xE000 {
      units += spellings[Int(folded - firstSpelling)]
    } else if folded != 0 {
      units.append(folded)
    }
  }

  private static func appendSupplementary(_ scalar: UInt32, to units: inout [UInt16]) {
    guard (0x10000..<0x110000).contains(scalar), isSearchable(supplementary: scalar) else { return }
    if let plain = PlainIdeographs.plain(scalar)?.value, plain < 0x10000 {
      return appendBasic(UInt16(plain), table, to: &units)
    }
    let plain = (PlainIdeographs.plain(scalar)?.value ?? scalar) - 0x10000
    units.append(UInt16(0xE000 + plain >> 10))
    units.append(UInt16(0xE400 + plain & 0x3FF))
  }
}
