/// The usual slips in YAML lines, all of them, where the parser stops at the first or reads something else: a full-width
/// colon, no blank after it, text after a quotation mark, `[` at the beginning of a text, a comment that was none.
struct YAMLSlips {
  /// In the order of the lines.
  private(set) var found: [YAMLSlip] = []
  private let bytes: [UInt8]
  private let range: Range<Int>
  /// What the lines so far have left open.
  private var state = State.block
  /// The indentation of the list that the last item belongs to.
  private var listIndent: Int?

  private enum State {
    case block
    /// Inside a text of several lines, which are indented by more than this; with `|` or `>`, or without.
    case text(indent: Int, isBlock: Bool)
    /// After a key without a value.
    case key
    /// Inside brackets or quotation marks.
    case open(YAMLBrackets)
  }

  /// Looks at the lines of valid UTF-8.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    (self.bytes, self.range) = (bytes, range)
    var start = range.lowerBound
    while start < range.upperBound {
      let line = bytes.line(at: start)
      if !readPlainField(line) { read(YAMLLine(bytes, line), next: min(line.upperBound + 1, range.upperBound)) }
      start = (bytes[line.upperBound...].firstIndex(of: 0x0A) ?? range.upperBound) + 1
    }
  }

  /// Reads a field in which nothing can be wrong, as nearly all are, byte by byte; false for any other line.
  private mutating func readPlainField(_ line: Range<Int>) -> Bool {
    if case .open = state { return false }
    let key = bytes[line].prefix { Self.isKeyByte($0) }
    let start = key.endIndex + 2
    guard !key.isEmpty, start < line.upperBound, bytes[key.endIndex] == 0x3A, bytes[start - 1] == 0x20,
      let last = bytes[line].last
    else { return false }
    let inner = bytes[start + 1..<line.upperBound]
    switch (bytes[start], last) {
    case (UInt8(ascii: "\""), UInt8(ascii: "\"")), (UInt8(ascii: "["), UInt8(ascii: "]")):
      guard !inner.isEmpty, inner.dropLast().allSatisfy(Self.isPlainByte) else { return false }
      state = .block
    case (let first, _) where Self.isPlainByte(first) && first != UInt8(ascii: "-") && first != UInt8(ascii: ","):
      guard inner.allSatisfy(Self.isPlainByte), last != 0x20 else { return false }
      state = .text(indent: 0, isBlock: false)
    default: return false
    }
    listIndent = nil
    return true
  }

  /// ASCII letters, digits, and the bytes of Han.
  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xBF, 0xE4...0xE9: true
    default: false
    }
  }

  /// Bytes without a meaning in YAML.
  private static func isPlainByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x28...0x29, 0x2B...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...: true
    default: false
    }
  }

  private mutating func read(_ line: YAMLLine, next: Int) {
    if line.isBlank { return }
    switch state {
    case .open(var brackets):
      brackets.read(line, from: 0)
      state = brackets.isClosed ? .block : .open(brackets)
      return
    case .text(let indent, let isBlock) where line.indent > indent:
      // A plain text has no colon with a blank after it.
      guard !isBlock, let field = line.field(from: line.indent, mustBeField: false), field.isProper, field.isKnown
      else { return }
      let spaces = String(repeating: " ", count: indent)
      add(.indent, line, at: 0..<line.indent, with: spaces)
      return checkValue(line, from: field.value, indent: indent, next)
    case .block, .key, .text: break
    }
    var start = line.indent
    if line.scalars[start] == "#" { return }
    start = checkLead(line, from: start)
    let isItem = line.scalars[start...].starts(with: ["-", " "])
    let wasKey = if case .key = state { true } else { false }
    state = .block
    while line.scalars[start...].starts(with: ["-", " "]) { start = line.skippingBlanks(from: start + 1) }
    let mayBeItem = wasKey || listIndent == line.indent
    if isItem { listIndent = line.indent } else if line.indent == 0 { listIndent = nil }
    if mayBeItem, !isItem, line.scalars[start] == "-", line.scalars.count > start + 1, line.scalars[start + 1] != "-" {
      listIndent = line.indent
      add(.dash, line, at: start..<start + 1, with: "- ")
      return checkValue(line, from: start + 1, indent: line.indent, next)
    }
    guard start < line.scalars.count else { return }
    let isTop = line.indent == 0 && !isItem
    guard let field = line.field(from: start, mustBeField: isTop) else {
      if isItem { checkValue(line, from: start, indent: line.indent, next) }
      return
    }
    if !field.isProper { checkColon(line, field) }
    checkValue(line, from: field.value, indent: start, isTitle: ["title", "标题"].contains(line.text(field.key)), next)
  }

  /// Reports blanks other than spaces before a key; returns the first character after them.
  private mutating func checkLead(_ line: YAMLLine, from start: Int) -> Int {
    let end = line.skippingBlanks(from: start)
    guard end > start, line.field(from: end, mustBeField: start == 0) != nil else { return start }
    add(.blankBeforeKey(line.scalars[start]), line, at: start..<end, with: "")
    return end
  }

  private mutating func checkColon(_ line: YAMLLine, _ field: YAMLLine.Field) {
    let gap = field.colon.lowerBound..<field.value
    guard let colon = line.scalars[field.colon].first else { return add(.noColon, line, at: gap, with: ": ") }
    if colon != ":" { return add(.wideColon(colon), line, at: field.colon, replacing: gap, with: ": ") }
    let blanks = field.colon.upperBound..<field.value
    guard let blank = line.scalars[blanks].first else { return add(.noBlank, line, at: field.colon, with: ": ") }
    add(.blankAfterColon(blank), line, at: blanks, replacing: gap, with: ": ")
  }

  private mutating func add(
    _ kind: YAMLSlip.Kind, _ line: YAMLLine, at place: Range<Int>, replacing whole: Range<Int>? = nil, with text: String
  ) {
    found.append(
      YAMLSlip(
        kind: kind, place: line.bytes(place), correction: Correction(place: line.bytes(whole ?? place), text: text)))
  }
}

// Values.
extension YAMLSlips {
  private mutating func checkValue(
    _ line: YAMLLine, from start: Int, indent: Int, isTitle: Bool = false, _ next: Int
  ) {
    let end = line.textEnd
    guard start < end else { return state = .key }
    let first = line.scalars[start]
    let second = start + 1 < end ? line.scalars[start + 1] : " "
    switch first {
    case "\"", "'", "[", "{": checkBrackets(line, start..<end, next)
    case "|", ">":
      state = .text(indent: indent, isBlock: true)
      let header = line.scalars[(start + 1)..<end].prefix { "+-0123456789".unicodeScalars.contains($0) }
      let rest = line.skippingBlanks(from: header.endIndex)
      if rest < end, !line.isComment(at: rest) { quote(.sign(first), line, start..<end, caret: start..<start + 1) }
    case "%", "@", "`", ",", "]", "}": quote(.sign(first), line, start..<end, caret: start..<start + 1)
    case _ where "*&!".unicodeScalars.contains(first) && (!second.isASCII || second == " "):
      quote(.sign(first), line, start..<end, caret: start..<start + 1)
    // An anchor or an alias: the reader of YAML says so.
    case "&", "*": state = .text(indent: indent, isBlock: false)
    case _ where "-?:".unicodeScalars.contains(first) && second == " ":
      quote(.sign(first), line, start..<end, caret: start..<start + 1)
    case "#" where second != " " && line.isComment(at: start): quote(.comment, line, start..<end)
    case "#" where line.isComment(at: start): state = .key
    default:
      state = .text(indent: indent, isBlock: false)
      checkPlain(line, start..<end, isTitle: isTitle)
    }
  }

  private mutating func checkPlain(_ line: YAMLLine, _ value: Range<Int>, isTitle: Bool) {
    for index in value {
      if line.isComment(at: index) {
        let next = index + 1 < value.upperBound ? line.scalars[index + 1] : " "
        // A blank after the sign marks a comment that is meant; a title has none.
        if next != " " || isTitle { quote(.comment, line, value, caret: index..<value.upperBound) }
        return
      }
      let isLast = index + 1 == value.upperBound
      if line.scalars[index] == ":", isLast || line.scalars[index + 1] == " " {
        return quote(.colonInValue, line, value, caret: index..<index + 1)
      }
    }
  }

  private mutating func checkBrackets(_ line: YAMLLine, _ value: Range<Int>, _ next: Int) {
    let first = line.scalars[value.lowerBound]
    let isQuote = first == "\"" || first == "'"
    var brackets = YAMLBrackets()
    brackets.read(line, from: value.lowerBound)
    if let cut = brackets.cut {
      // A no-break space keeps the sign from beginning a comment.
      return add(.comment, line, at: cut..<value.upperBound, replacing: cut - 1..<cut, with: "\u{A0}")
    }
    guard let end = brackets.end else {
      if !isFollowedByField(line, next) { return state = .open(brackets) }
      let sign = value.lowerBound..<value.lowerBound + 1
      if isQuote { return quote(.openQuote, line, value, caret: sign) }
      let end = value.upperBound..<value.upperBound
      return add(.openBracket(first), line, at: sign, replacing: end, with: first == "[" ? "]" : "}")
    }
    let rest = line.skippingBlanks(from: end)
    if rest >= value.upperBound || line.isComment(at: rest) { return }
    if isQuote {
      quote(.textAfterQuote, line, value, caret: rest..<value.upperBound)
    } else {
      quote(.sign(first), line, value, caret: value.lowerBound..<value.lowerBound + 1)
    }
  }

  /// Whether the next line with a text is a field of its own, so that nothing can be open here.
  private func isFollowedByField(_ line: YAMLLine, _ start: Int) -> Bool {
    var start = start
    while start < range.upperBound {
      let next = YAMLLine(bytes, bytes.line(at: start))
      if !next.isBlank { return next.indent <= line.indent && next.field(from: next.indent, mustBeField: false) != nil }
      start = (bytes[start...].firstIndex(of: 0x0A) ?? range.upperBound) + 1
    }
    return true
  }

  private mutating func quote(_ kind: YAMLSlip.Kind, _ line: YAMLLine, _ value: Range<Int>, caret: Range<Int>? = nil) {
    let quoted = "'" + line.text(value).replacing("'", with: "''") + "'"
    add(kind, line, at: caret ?? value, replacing: value, with: quoted)
  }
}
