import Papers

/// Year and serial of a document number, however it is written: 高政办发〔2023〕3号, 高政办发[2023]3, 高政办发 2023 3, 国务院令第七百号.
/// The words (机关代字) are compared on the card. `query.js` parses queries by the same rule.
struct NumberKey: Equatable {
  /// `2023-3`; `2023-12-1` for 12-1号; `-711` without a year.
  let text: String

  /// Nil when the text has no serial, or neither words nor year.
  init?(_ text: String) {
    let number = DocumentNumber(text)
    if let serial = number.serial, number.year != nil || number.isComplete {
      self.text = "\(number.year.map(String.init) ?? "")-\(serial)" + (number.part.map { "-\($0)" } ?? "")
    } else if let key = Self.key(ofFigures: text) {
      self.text = key
    } else {
      return nil
    }
  }

  /// A year followed by a serial, whatever stands between them: also in 索引号.
  private static func key(ofFigures text: String) -> String? {
    let groups = Self.digitGroups(CharacterFolding.foldKeepingGaps(text))
    for (year, serial) in zip(groups, groups.dropFirst())
    where year.count == 4 && (year.hasPrefix("19") || year.hasPrefix("20")) && serial.count <= 5 {
      let digits = serial.drop { $0 == "0" }
      guard !digits.isEmpty else { continue }
      return "\(year)-\(digits)"
    }
    return nil
  }

  private static func digitGroups(_ units: [UInt16]) -> [String] {
    units.split { !(0x30...0x39).contains($0) }.map { String(decoding: $0, as: UTF16.self) }
  }
}

extension CharacterFolding {
  /// The folded units of a text, with a 0 for every unit that is not searchable, or is spelt with several.
  static func foldKeepingGaps(_ text: String) -> [UInt16] {
    text.utf16.map { table[Int($0)] < firstSpelling ? table[Int($0)] : 0 }
  }
}
