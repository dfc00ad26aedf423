import Base
import OfficeFiles

/// The fields that are open: their codes, which nobody sees, and their results.
struct WordFields {
  struct Field {
    var code = ""
    /// Before its result begins.
    var isCode = true
    var hasResult = false
    /// Of a field of an old form: what is ticked, or chosen.
    var form: Form = .none
    var link: String?

    /// The first word of the code.
    var name: String { code.split { $0 == " " || $0 == "\\" || $0 == "\"" }.first.map { $0.uppercased() } ?? "" }
  }

  enum Form {
    case none
    case box(isTicked: Bool)
    case list(entries: [String], chosen: Int)
  }

  private(set) var open: [Field] = []
  /// How many of them are not at their result.
  private var codeCount = 0

  /// Whether what comes is part of a code.
  var isCode: Bool { codeCount > 0 }

  /// Where the text leads that comes.
  var link: String? { open.last?.link }

  /// Whether the text that comes is the number of the page.
  var isPageNumber: Bool { open.last?.name == "PAGE" }

  /// A field whose code stands in one piece has its result at once.
  mutating func begin(code: String? = nil) {
    open.append(Field(code: code ?? "", link: open.last?.link))
    codeCount += 1
    if code != nil { beginResult() }
  }

  mutating func add(code: String) { if !open.isEmpty { open[open.count - 1].code += code } }

  mutating func beginResult() {
    guard let last = open.indices.last, open[last].isCode else { return }
    open[last].isCode = false
    codeCount -= 1
    if open[last].name == "HYPERLINK" { open[last].link = Self.address(open[last].code) }
  }

  mutating func noteResult() { if let last = open.indices.last { open[last].hasResult = true } }

  /// What is ticked or chosen in a field of an old form.
  mutating func takeForm(_ name: String, _ attributes: XMLAttributes) {
    guard let last = open.indices.last else { return }
    switch (name, open[last].form) {
    case ("w:checkBox", _): open[last].form = .box(isTicked: false)
    case ("w:ddList", _): open[last].form = .list(entries: [], chosen: 0)
    case ("w:default", .box), ("w:checked", .box): open[last].form = .box(isTicked: attributes.isSwitchedOn)
    case ("w:result", .list(let entries, _)), ("w:default", .list(let entries, _)):
      open[last].form = .list(entries: entries, chosen: attributes.number ?? 0)
    case ("w:listEntry", .list(let entries, let chosen)):
      open[last].form = .list(entries: entries + [attributes["val"] ?? ""], chosen: chosen)
    default: break
    }
  }

  mutating func end() -> Field? {
    guard let field = open.popLast() else { return nil }
    if field.isCode { codeCount -= 1 }
    if field.hasResult { noteResult() }
    return field
  }

  /// Leaves only the outer ones open; gives those that were not ended.
  mutating func endAll(but count: Int) -> [Field] {
    var ended: [Field] = []
    while open.count > count, let field = end() { ended.append(field) }
    return ended.reversed()
  }

  /// The address of `HYPERLINK "http://…"`; nil if it leads to a place of the same file.
  private static func address(_ code: String) -> String? {
    let parts = code.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count >= 3, !parts[0].contains("\\l") else { return nil }
    return String(parts[1])
  }
}

extension WordFields.Field {
  /// What Word shows for a field that keeps no result; nil if that is not known.
  var shown: String? {
    switch form {
    case .box(let isTicked): return isTicked ? "☑" : "☐"
    case .list(let entries, let chosen): return entries.indices.contains(chosen) ? entries[chosen] : nil
    case .none: break
    }
    switch name {
    case "EQ": return encircled
    case "SYMBOL":
      let words = code.split { $0 == " " || $0 == "\"" }.map(String.init)
      guard words.count > 1, let number = Int(written: words[1]).flatMap(UInt32.init(exactly:)) else { return nil }
      let font = code.split(separator: "\"").count > 1 ? code.split(separator: "\"")[1] : nil
      return SymbolFont.character(number, font.map(String.init))
    default: return Self.unseen.contains(name) ? "" : nil
    }
  }

  /// Whether the result depends on the day, the machine or a sum, and may be old.
  var mayBeOld: Bool { Self.changing.contains(name) || name.hasPrefix("=") }

  /// 带圈字符: `eq \o\ac(○,3)`.
  private var encircled: String? {
    let code = code.filter { $0 != " " }
    guard let start = code.firstRange(of: "\\ac(")?.upperBound, code.hasSuffix(")") else { return nil }
    let parts = code[start...].dropLast().split(separator: ",")
    guard parts.count == 2, parts[0].contains("○"), let number = Int(written: parts[1]), (1...20).contains(number)
    else { return nil }
    return NumberFormat.text(number, "decimalEnclosedCircle")
  }

  private static let unseen: Set<String> = [
    "XE", "TC", "TA", "RD", "PRIVATE", "SET", "ASK", "ADVANCE", "TOC", "TOA", "INDEX", "NEXT", "NEXTIF", "SKIPIF",
    "FORMTEXT", "DOCVARIABLE", "PAGEREF", "",
  ]
  private static let changing: Set<String> = [
    "DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE", "EDITTIME", "FILENAME", "FILESIZE", "USERNAME", "AUTHOR",
    "LASTSAVEDBY", "NUMPAGES", "NUMWORDS", "NUMCHARS", "SECTIONPAGES", "IF", "COMPARE", "MERGEFIELD", "INCLUDETEXT",
    "LINK", "DDE", "DDEAUTO",
  ]
}
