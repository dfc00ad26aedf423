import Base
import Glibc

/// A part of a fixed phrase. A slip of one character leaves one half of the phrase as it is, so where a half stands without
/// the phrase, the other half is compared.
///
/// An object, because the tree hands out many, nearly all of which stand in their phrase.
final class NearPhrase: Sendable {
  let list: Int
  let phrase: WordList.Phrase
  let part: String
  /// Whether it is the second half.
  let isSecond: Bool
  /// The phrase in bytes, and how many of them stand before the half.
  private let bytes: [UInt8]
  private let shift: Int
  /// The characters of the other half, and the one of this half beside them; those that stand nearest come first.
  private let wanted: [UInt32]
  private let edge: UInt32

  private init(list: Int, phrase: WordList.Phrase, part: String, isSecond: Bool) {
    (self.list, self.phrase, self.part, self.isSecond) = (list, phrase, part, isSecond)
    bytes = Array(phrase.text.utf8)
    shift = isSecond ? bytes.count - part.utf8.count : 0
    let (whole, half) = (phrase.text.unicodeScalars.map(\.value), part.unicodeScalars.map(\.value))
    wanted = isSecond ? whole.dropLast(half.count).reversed() : Array(whole.dropFirst(half.count))
    edge = (isSecond ? half.first : half.last) ?? 0
  }

  /// Shorter phrases have too many neighbours.
  static let shortest = 6

  static func halves(of phrase: WordList.Phrase, list: Int) -> [NearPhrase] {
    let characters = Array(phrase.text)
    guard characters.count >= shortest else { return [] }
    let middle = (characters.count + 1) / 2
    return [
      NearPhrase(list: list, phrase: phrase, part: String(characters[..<middle]), isSecond: false),
      NearPhrase(list: list, phrase: phrase, part: String(characters[middle...]), isSecond: true),
    ]
  }

  /// The bytes that were meant to be the phrase, if the text around a half at `range` is one slip away from it; nil if it is
  /// the phrase itself or something else.
  ///
  /// The first and the last character of the phrase must stand: what differs there is another phrase.
  func slip(in text: Bytes, half range: Range<Int>) -> Range<Int>? {
    if isPhrase(in: text, at: range.lowerBound - shift) { return nil }
    // The characters beyond the half, one more than the phrase has, nearest first.
    var found: [UInt32] = []
    var places: [Int] = []
    found.reserveCapacity(wanted.count + 1)
    places.reserveCapacity(wanted.count + 1)
    var offset = isSecond ? range.lowerBound : range.upperBound
    while found.count < wanted.count + 1 {
      if isSecond {
        guard let previous = text.before(offset) else { break }
        offset = previous
        found.append(text.scalarValue(at: offset))
        places.append(offset)
      } else {
        guard offset < text.count else { break }
        found.append(text.scalarValue(at: offset))
        offset = text.after(offset)
        places.append(offset)
      }
      if found.last == 0x0A { break }
    }
    guard let count = Self.slipCount(wanted, found, edge: edge), count > 0 else { return nil }
    return isSecond ? places[count - 1]..<range.upperBound : range.lowerBound..<places[count - 1]
  }

  /// Whether the phrase stands at an offset, as it does almost always.
  private func isPhrase(in text: Bytes, at start: Int) -> Bool {
    guard start >= 0, start + bytes.count <= text.count, let base = text.baseAddress else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { memcmp(base + start, $0, bytes.count) == 0 } ?? false
    }
  }

  /// How many characters of `found` stand for `wanted` with one slip in it; nil if none, 0 if it is exact.
  ///
  /// What counts as a slip was measured on 3,853 laws and papers, so that no right phrase is one: 现代化国|家 lacks no 强, and
  /// 工业和信息化|等|部 has nothing too many.
  ///
  /// - Parameters:
  ///   - edge: The character of the half beside them.
  static func slipCount(_ wanted: [UInt32], _ found: [UInt32], edge: UInt32) -> Int? {
    var same = 0
    while same < wanted.count, same < found.count, wanted[same] == found[same] { same += 1 }
    if same == wanted.count { return 0 }
    func tail(_ from: Int, _ foundFrom: Int) -> Bool {
      let left = wanted.count - from
      guard foundFrom + left <= found.count else { return false }
      return (0..<left).allSatisfy { wanted[from + $0] == found[foundFrom + $0] }
    }
    func isHan(_ scalar: UInt32) -> Bool { 0x4E00...0x9FFF ~= scalar }
    guard same < found.count, isHan(wanted[same]), isHan(found[same]) else { return nil }
    // Substituted.
    if same + 1 < wanted.count, tail(same + 1, same + 1) { return wanted.count }
    // Swapped.
    if same + 2 < wanted.count, same + 1 < found.count, wanted[same] == found[same + 1],
      wanted[same + 1] == found[same], tail(same + 2, same + 2)
    {
      return wanted.count
    }
    // Missing.
    if same + 2 < wanted.count, tail(same + 1, same) { return wanted.count - 1 }
    // Doubled.
    if found[same] == (same > 0 ? found[same - 1] : edge), tail(same, same + 1) { return wanted.count + 1 }
    return nil
  }
}
