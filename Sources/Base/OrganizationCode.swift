/// The codes under which a body is registered, and their check characters.
package enum OrganizationCode {
  /// Whether a text is a 统一社会信用代码 (GB 32100, 18 characters) or a 组织机构代码 (GB 11714, 9 characters, also with a dash
  /// before the last) whose check character is right.
  package static func isValid(_ text: String) -> Bool {
    let characters = Array(text.utf8)
    return isCreditCode(characters) || isRegistration(characters)
  }

  /// Whether a text looks like one of them, right or wrong.
  package static func isCode(_ text: String) -> Bool {
    let characters = plain(Array(text.utf8))
    return characters.count == 18 && characters.allSatisfy(creditSigns.contains)
      || characters.count == 9 && characters.allSatisfy { value($0) != nil }
  }

  /// Whether 18 characters are a 统一社会信用代码 (GB 32100).
  package static func isCreditCode(_ characters: [UInt8]) -> Bool {
    guard characters.count == 18 else { return false }
    var sum = 0
    var weight = 1
    for character in characters.dropLast() {
      guard let value = creditSigns.firstIndex(of: character) else { return false }
      sum += value * weight
      weight = weight * 3 % 31
    }
    return creditSigns[(31 - sum % 31) % 31] == characters[17]
  }

  private static func isRegistration(_ characters: [UInt8]) -> Bool {
    let characters = plain(characters)
    guard characters.count == 9 else { return false }
    var sum = 0
    for (character, weight) in zip(characters, [3, 7, 9, 10, 5, 8, 4, 2]) {
      guard let value = value(character) else { return false }
      sum += value * weight
    }
    return Array("0X987654321".utf8)[sum % 11] == characters[8]
  }

  /// Without the dash of 01404053-X.
  private static func plain(_ characters: [UInt8]) -> [UInt8] {
    characters.count == 10 && characters[8] == 0x2D ? Array(characters[..<8]) + [characters[9]] : characters
  }

  private static func value(_ character: UInt8) -> Int? {
    switch character {
    case 0x30...0x39: Int(character - 0x30)
    case 0x41...0x5A: Int(character - 0x41) + 10
    default: nil
    }
  }

  private static let creditSigns = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
}
