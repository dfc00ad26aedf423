import Base

/// What stands in the brackets after `[…]`: the target of a link, or Chinese text that has the same form by chance.
enum LinkMeaning {
  /// An address, a path, a file name, a page or `#…`.
  case target
  /// A place on the author's computer: `D:\公开\附件1.docx`.
  case localPath
  /// Text: `[责任单位：市财政局](二)`.
  case text

  init(_ destination: Bytes) {
    if destination.isEmpty {
      self = .target
    } else if destination.isLocalPath {
      self = .localPath
    } else {
      self = destination.isTarget ? .target : .text
    }
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// A drive letter, or the name of a server: `C:\`, `C:/`, `\\server\`.
  var isLocalPath: Bool {
    if has("\\\\") { return true }
    guard count >= 3, self[0].isASCIILetter, self[1] == 0x3A else { return false }
    return self[2] == 0x5C || self[2] == 0x2F
  }

  /// Whether the text is an address, a path or the name of a file or page. A lone figure or Chinese words are none.
  fileprivate var isTarget: Bool {
    if first == 0x23 || contains(0x2F) || has("www.") || schemeLength > 0 || endsWithExtension { return true }
    return allSatisfy { $0 < 0x80 } && contains { $0.isASCIILetter || $0 == 0x2D || $0 == 0x26 || $0 == 0x2E }
  }

  /// The length of a scheme and its colon, `https:`; 0 if there is none.
  private var schemeLength: Int {
    guard let colon = firstIndex(of: 0x3A), colon >= 2, self[0].isASCIILetter else { return 0 }
    return part(0..<colon).allSatisfy {
      $0.isASCIILetter || 0x30...0x39 ~= $0 || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
    }
      ? colon + 1 : 0
  }

  /// Whether the text ends like the name of a file: `.docx`, perhaps with `#…` or `?…`.
  var endsWithExtension: Bool {
    let name = part(0..<(firstIndex { $0 == 0x23 || $0 == 0x3F } ?? count))
    guard let dot = name.lastIndex(of: 0x2E), dot > 0 else { return false }
    let ending = name.part(dot + 1..<name.count)
    return 1...5 ~= ending.count && ending.allSatisfy { $0.isASCIILetter || 0x30...0x39 ~= $0 }
      && ending.contains { $0.isASCIILetter }
  }

  /// Whether the text is certainly meant as a target, though it cannot be read as one.
  var isMeantAsTarget: Bool {
    has("http") || has("www.") || isLocalPath || endsWithExtension || has("#") || has("./") || has("/")
  }
}
