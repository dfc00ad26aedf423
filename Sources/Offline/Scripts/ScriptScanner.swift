/// Finds the words `import` and `export` in the code of a script, not in its comments, strings, templates and regular expressions; and
/// the comments.
struct ScriptScanner {
  /// One of the words.
  struct Word {
    let text: String
    let range: Range<Int>
    /// Outside all brackets.
    let isOutermost: Bool
  }

  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0
  /// For each template that is open around the place, the depth of the brackets in its `${`.
  private var templates: [Int] = []
  /// Whether a `/` here would begin a regular expression rather than divide.
  private var isValueExpected = true
  private var words: [Word] = []
  private var comments: [Range<Int>] = []
  /// Blanks at the beginnings of lines, outside strings and templates.
  private var indents: [Range<Int>] = []

  /// - Throws: ``ScriptFault`` where something does not end.
  static func words(in bytes: [UInt8]) throws(ScriptFault) -> [Word] {
    var scanner = ScriptScanner(bytes: bytes)
    try scanner.scan()
    return scanner.words
  }

  /// A script without its comments, the blanks before its lines, and the lines that these stand alone on.
  ///
  /// - Throws: ``ScriptFault`` where something does not end.
  static func withoutComments(_ bytes: [UInt8]) throws(ScriptFault) -> [UInt8] {
    var scanner = ScriptScanner(bytes: bytes)
    try scanner.scan()
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var done = 0
    for range in (scanner.comments + scanner.indents).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      kept += bytes[done..<range.lowerBound]
      done = range.upperBound
      if done < bytes.count, bytes[done] == 0x0A, kept.last ?? 0x0A == 0x0A { done += 1 }
    }
    return kept + bytes[done...]
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func scan() throws(ScriptFault) {
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "/"): try slash()
      case UInt8(ascii: "'"), UInt8(ascii: "\""): try string(byte)
      case UInt8(ascii: "`"): try template()
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): step(1, isValueExpected: true)
      case UInt8(ascii: "}") where templates.last == depth:
        templates.removeLast()
        try template()
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): step(-1, isValueExpected: false)
      case 0x20, 0x09, 0x0A, 0x0D: blanks()
      case _ where Self.isWordPart(byte): word()
      default: step(0, isValueExpected: true)
      }
    }
    if let depth = templates.last, depth >= 0 { throw fault("没有结束的模板字符串", at: bytes.count) }
  }

  private mutating func blanks() {
    let start = place
    while place < bytes.count, [0x20, 0x09, 0x0D].contains(bytes[place]) { place += 1 }
    if place > start, start == 0 || bytes[start - 1] == 0x0A { indents.append(start..<place) }
    if place < bytes.count, bytes[place] == 0x0A { place += 1 }
  }

  private mutating func step(_ change: Int, isValueExpected: Bool) {
    depth += change
    place += 1
    self.isValueExpected = isValueExpected
  }

  private mutating func word() {
    let start = place
    while place < bytes.count, Self.isWordPart(bytes[place]) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    let isMember = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
    if !isMember, text == "import" || text == "export" {
      words.append(Word(text: text, range: start..<place, isOutermost: depth == 0 && templates.isEmpty))
    }
    isValueExpected = !isMember && Self.operators.contains(text)
  }

  /// Words after which a value comes.
  private static let operators: Set<String> = [
    "await", "case", "delete", "do", "else", "in", "instanceof", "new", "of", "return", "throw", "typeof", "void",
    "yield",
  ]

  private mutating func slash() throws(ScriptFault) {
    switch place + 1 < bytes.count ? bytes[place + 1] : 0 {
    case UInt8(ascii: "/"):
      let start = place
      place = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
      comments.append(start..<place)
    case UInt8(ascii: "*"):
      guard let end = bytes[(place + 2)...].firstRange(of: Array("*/".utf8)) else {
        throw fault("没有结束的注释", at: place)
      }
      comments.append(place..<end.upperBound)
      place = end.upperBound
    default:
      if isValueExpected { try expression() } else { step(0, isValueExpected: true) }
    }
  }

  private mutating func string(_ quote: UInt8) throws(ScriptFault) {
    let start = place
    place += 1
    while place < bytes.count, bytes[place] != quote {
      if bytes[place] == 0x0A { throw fault("没有结束的字符串", at: start) }
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    if place >= bytes.count { throw fault("没有结束的字符串", at: start) }
    step(0, isValueExpected: false)
  }

  private mutating func expression() throws(ScriptFault) {
    let start = place
    var isInClass = false
    place += 1
    while place < bytes.count, isInClass || bytes[place] != UInt8(ascii: "/") {
      switch bytes[place] {
      case 0x0A: throw fault("没有结束的正则表达式", at: start)
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      default: break
      }
      place += 1
    }
    if place >= bytes.count { throw fault("没有结束的正则表达式", at: start) }
    step(0, isValueExpected: false)
  }

  /// At the mark that begins a template or at the brace after which it goes on.
  private mutating func template() throws(ScriptFault) {
    let start = place
    place += 1
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "`"): return step(0, isValueExpected: false)
      case UInt8(ascii: "$") where place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "{"):
        templates.append(depth)
        place += 2
        isValueExpected = true
        return
      default: place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
      }
    }
    throw fault("没有结束的模板字符串", at: start)
  }

  private func fault(_ what: String, at place: Int) -> ScriptFault { ScriptFault(what, at: place, in: bytes) }

  static func isWordPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "#"), 0x80...:
      true
    default: false
    }
  }
}

/// Why a script of the site cannot run in a copy.
package struct ScriptFault: Error, Sendable, Hashable {
  /// What stands there, for people.
  package let what: String
  /// From 1.
  package let line: Int

  init(_ what: String, at place: Int, in bytes: [UInt8]) {
    self.what = what
    line = bytes.prefix(place).count { $0 == 0x0A } + 1
  }
}
