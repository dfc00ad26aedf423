extension String {
  /// The text in the composed form of Unicode (NFC): é as one character, as keyboards write it. macOS gives file names
  /// decomposed, as e and an accent; to Swift the two are equal, to a disk and in an address they are not.
  package var composed: String {
    guard unicodeScalars.contains(where: \.mayCompose) else { return self }
    var text = String.UnicodeScalarView()
    for character in self {
      guard var last = character.unicodeScalars.first else { continue }
      if (0xF900...0xFAFF).contains(last.value) || last.value >= 0x2F800 {
        last = PlainIdeographs.plain(last.value) ?? last
      }
      for mark in character.unicodeScalars.dropFirst() {
        if let both = composites[Character(String(last) + String(mark))] {
          last = both
        } else {
          text.append(last)
          last = mark
        }
      }
      text.append(last)
    }
    return String(text)
  }
}

extension Unicode.Scalar {
  /// Whether it can be part of a character that has a composed form of its own.
  fileprivate var mayCompose: Bool {
    switch value {
    case 0..<0x300: false
    case 0x1100...0x11FF, 0xF900...0xFAFF, 0x2F800...0x2FA1F: true
    default: properties.canonicalCombiningClass != .notReordered
    }
  }
}

/// Composed characters of the scripts that have them, Latin to Hangul; the key is equal to the decomposed form as well.
private let composites: [Character: Unicode.Scalar] = {
  let ranges: [ClosedRange<UInt32>] = [
    0xC0...0x24F, 0x370...0x52F, 0x600...0x6FF, 0x1E00...0x1FFF, 0x3040...0x30FF, 0xAC00...0xD7A3,
  ]
  let scalars = ranges.joined().compactMap(Unicode.Scalar.init)
  return Dictionary(scalars.map { (Character($0), $0) }, uniquingKeysWith: { first, _ in first })
}()
