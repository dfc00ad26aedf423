import Manuscripts
import Testing

struct WordNumberingTests {
  /// A level of a list.
  private static func level(
    _ level: Int, _ format: String, _ text: String, _ more: String = "", start: Int = 1, suffix: String = "nothing"
  ) -> String {
    "<w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"\(start)\"/><w:numFmt w:val=\"\(format)\"/>\(more)"
      + "<w:suff w:val=\"\(suffix)\"/><w:lvlText w:val=\"\(text)\"/></w:lvl>"
  }

  private static func model(_ id: Int, _ levels: String) -> String {
    "<w:abstractNum w:abstractNumId=\"\(id)\">\(levels)</w:abstractNum>"
  }

  private static func list(_ id: Int, _ model: Int, _ more: String = "") -> String {
    "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(model)\"/>\(more)</w:num>"
  }

  private static func start(_ level: Int, _ number: Int) -> String {
    "<w:lvlOverride w:ilvl=\"\(level)\"><w:startOverride w:val=\"\(number)\"/></w:lvlOverride>"
  }

  private static func properties(_ list: Int, _ level: Int) -> String {
    "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>"
  }

  /// The labels of paragraphs: list and level of each.
  private static func labels(
    _ numbering: String, _ paragraphs: [(Int, Int)], _ parts: KeyValuePairs<String, String> = [:]
  ) throws -> [String] {
    try Word.read(
      paragraphs.map { Word.p("字", properties($0.0, $0.1)) }.joined(), ["numbering": numbering]
    ).paragraphs.map(\.label)
  }

  @Test func `chapters and articles: articles count on if their level never starts again`() throws {
    let levels =
      Self.level(0, "chineseCountingThousand", "第%1章", suffix: "space")
      + Self.level(1, "chineseCountingThousand", "第%2条", "<w:lvlRestart w:val=\"0\"/>", suffix: "tab")
      + Self.level(2, "chineseCountingThousand", "（%3）")
    let labels = try Self.labels(
      Self.model(0, levels) + Self.list(1, 0),
      [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)])
    #expect(
      labels == ["第一章　", "第一条　", "（一）", "（二）", "第二条　", "（一）", "第二章　", "第三条　", "（一）"])
  }

  @Test func `a level starts again behind those above a limit only`() throws {
    let levels =
      Self.level(0, "decimal", "%1") + Self.level(1, "decimal", "%1.%2")
      + Self.level(2, "decimal", "%3", "<w:lvlRestart w:val=\"1\"/>")
    let labels = try Self.labels(
      Self.model(0, levels) + Self.list(1, 0), [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)])
    #expect(labels == ["1", "1.1", "1", "1.2", "2", "2", "1"])
  }

  @Test func `levels that were passed over count as begun`() throws {
    let levels = Self.level(0, "decimal", "%1") + Self.level(1, "decimal", "%1.%2")
    #expect(
      try Self.labels(Self.model(0, levels) + Self.list(1, 0), [(1, 1), (1, 1), (1, 0)]) == ["1.1", "1.2", "2"])
  }

  @Test func `lists made after one model count on in each other; a start of its own is taken once`() throws {
    let numbering =
      Self.model(0, Self.level(0, "chineseCounting", "%1、")) + Self.list(1, 0) + Self.list(2, 0)
      + Self.list(3, 0, Self.start(0, 1)) + Self.list(4, 0, Self.start(0, 5))
    let labels = try Self.labels(numbering, [1, 2, 3, 3, 1, 4, 4].map { ($0, 0) })
    #expect(labels == ["一、", "二、", "一、", "二、", "三、", "五、", "六、"])
  }

  @Test func `a list may have a level of its own`() throws {
    let numbering =
      Self.model(0, Self.level(0, "decimal", "%1."))
      + Self.list(1, 0, "<w:lvlOverride w:ilvl=\"0\">\(Self.level(0, "upperLetter", "%1)"))</w:lvlOverride>")
    #expect(try Self.labels(numbering, [(1, 0), (1, 0)]) == ["A)", "B)"])
  }

  @Test func `in a legal level every number is Arabic`() throws {
    let levels =
      Self.level(0, "chineseCounting", "第%1章") + Self.level(1, "upperRoman", "%1.%2", "<w:isLgl/>")
    #expect(try Self.labels(Self.model(0, levels) + Self.list(1, 0), [(1, 0), (1, 1)]) == ["第一章", "1.1"])
  }

  @Test(arguments: [
    ("第%1条", "chineseCounting", "tab", "第一条　"), ("第%1条", "chineseCounting", "nothing", "第一条"),
    ("%1、", "chineseCounting", "tab", "一、"), ("（%1）", "chineseCounting", "space", "（一）"),
    ("%1.", "decimal", "tab", "1. "), ("%1", "decimalFullWidth", "tab", "１　"),
    ("%1", "decimalEnclosedCircle", "tab", "①"),
    ("%1", "chineseCounting", "space", "一　"),
  ])
  func `behind a number stands a blank unless its last sign makes the gap`(
    _ text: String, _ format: String, _ suffix: String, _ label: String
  ) throws {
    let numbering = Self.model(0, Self.level(0, format, text, suffix: suffix)) + Self.list(1, 0)
    #expect(try Self.labels(numbering, [(1, 0)]) == [label])
  }

  @Test func `bullets of symbol fonts are written as characters that every font has`() throws {
    let bullet = { (font: String) in "<w:rPr><w:rFonts w:ascii=\"\(font)\"/></w:rPr>" }
    let numbering =
      Self.model(0, Self.level(0, "bullet", "&#xF0B7;", bullet("Symbol"))) + Self.list(1, 0)
      + Self.model(1, Self.level(0, "bullet", "&#xF06C;", bullet("Wingdings"))) + Self.list(2, 1)
      + Self.model(2, Self.level(0, "bullet", "&#xF0FF;", bullet("Unknown"))) + Self.list(3, 2)
    let manuscript = try Word.read(
      [1, 2, 3].map { Word.p("字", Self.properties($0, 0)) }.joined(), ["numbering": numbering])
    #expect(manuscript.paragraphs.map(\.label) == ["•", "●", "\u{F0FF}"])
    #expect(manuscript.doubtful == ["privateCharacters \u{F0FF}"])
  }

  @Test
  func `a style numbers its paragraphs at the level that names it, a style built on it too, unless one turns it off`()
    throws
  {
    let levels =
      Self.level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"A\"/>")
      + Self.level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"B\"/>")
    let styles =
      Word.style("A", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>")
      + Word.style("B", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>")
      + Word.style("C", "<w:basedOn w:val=\"B\"/>")
      + Word.style("D", "<w:basedOn w:val=\"B\"/><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>")
    let off = "<w:numPr><w:numId w:val=\"0\"/></w:numPr>"
    let body =
      ["A", "B", "C", "D"].map { Word.p($0, "<w:pStyle w:val=\"\($0)\"/>") }.joined()
      + Word.p("off", "<w:pStyle w:val=\"B\"/>\(off)") + Word.p("B", "<w:pStyle w:val=\"B\"/>")
    let manuscript = try Word.read(
      body, ["styles": styles, "numbering": Self.model(0, levels) + Self.list(1, 0)])
    #expect(manuscript.lines == ["[一、]A", "[（一）]B", "[（二）]C", "D", "off", "[（三）]B"])
  }

  @Test func `a style of lists has the levels for a model that names it`() throws {
    let styles = Word.style("L", "<w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>", type: "numbering")
    let numbering =
      Self.model(0, "<w:numStyleLink w:val=\"L\"/>") + Self.model(1, Self.level(0, "decimal", "(%1)"))
      + Self.list(1, 0) + Self.list(2, 1)
    let manuscript = try Word.read(
      Word.p("甲", Self.properties(1, 0)), ["styles": styles, "numbering": numbering])
    #expect(manuscript.lines == ["[(1)]甲"])
    let both = try Word.read(
      Word.p("甲", Self.properties(1, 0)) + Word.p("乙", Self.properties(2, 0)),
      ["styles": styles, "numbering": numbering])
    #expect(both.lines == ["[(1)]甲", "[(1)]乙"] && both.doubtful == ["numbering (1)"])
    // A model and a style that lead to each other lead nowhere.
    let circle = Self.model(0, "<w:numStyleLink w:val=\"L\"/>") + Self.list(1, 0) + Self.list(2, 0)
    #expect(try Word.read(Word.p("甲", Self.properties(1, 0)), ["styles": styles, "numbering": circle]).lines == ["甲"])
  }

  @Test func `a number before nothing is shown, in a table too, but not in the lower part of a tall cell`() throws {
    let numbered = "<w:p><w:pPr>\(Self.properties(1, 0))</w:pPr></w:p>"
    let row = { (merge: String) in
      "<w:tr><w:tc>\(numbered)</w:tc><w:tc><w:tcPr>\(merge)</w:tcPr>\(numbered)</w:tc></w:tr>"
    }
    let manuscript = try Word.read(
      "<w:tbl>\(row("<w:vMerge w:val=\"restart\"/>"))\(row("<w:vMerge/>"))\(row(""))</w:tbl>",
      ["numbering": Self.model(0, Self.level(0, "decimal", "%1")) + Self.list(1, 0)])
    #expect(manuscript.table() == ["1 | 2", "3 | ^^", "4 | 5"])
  }

  @Test func `paragraphs that are gone do not count; those of text boxes count by themselves`() throws {
    let gone =
      "<w:p><w:pPr>\(Self.properties(1, 0))<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
    let box =
      "<w:p><w:r><w:pict><v:textbox><w:txbxContent>\(Word.p("框", Self.properties(1, 0)))</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    let manuscript = try Word.read(
      Word.p("甲", Self.properties(1, 0)) + gone + box + Word.p("乙", Self.properties(1, 0)),
      ["numbering": Self.model(0, Self.level(0, "decimal", "%1.")) + Self.list(1, 0)])
    #expect(manuscript.lines == ["[1.]甲", "[1.]框", "[2.]乙"])
  }

  @Test func `a format that is not known is Arabic and doubted; so is a list without definition`() throws {
    let numbering = Self.model(0, Self.level(0, "thaiLetters", "%1.")) + Self.list(1, 0)
    let manuscript = try Word.read(Word.p("甲", Self.properties(1, 0)), ["numbering": numbering])
    #expect(manuscript.lines == ["[1.]甲"] && manuscript.doubtful == ["numbering 1."])
    #expect(try Word.read(Word.p("甲", Self.properties(1, 0))).doubtful == ["numbering 甲"])
  }

  @Test func `where programs count differently, it is said`() throws {
    let levels = Self.level(0, "decimal", "%1") + Self.level(1, "decimal", "%2")
    let numbering = Self.model(0, levels) + Self.list(1, 0) + Self.list(2, 0, Self.start(0, 1))
    let manuscript = try Word.read(
      [(1, 0), (2, 1), (2, 0)].map { Word.p("字", Self.properties($0.0, $0.1)) }.joined(), ["numbering": numbering])
    #expect(manuscript.paragraphs.map(\.label) == ["1", "1", "1"] && manuscript.doubtful == ["numbering 1"])
  }

  @Test func `a pattern of figures is one of Word's newer formats`() throws {
    let format =
      "<mc:AlternateContent><mc:Choice Requires=\"w14\"><w:numFmt w:val=\"custom\" w:format=\"001, 002, 003, ...\"/></mc:Choice>"
      + "<mc:Fallback><w:numFmt w:val=\"decimal\"/></mc:Fallback></mc:AlternateContent>"
    let level =
      "<w:lvl w:ilvl=\"0\"><w:start w:val=\"9\"/>\(format)<w:suff w:val=\"nothing\"/><w:lvlText w:val=\"%1\"/></w:lvl>"
    #expect(try Self.labels(Self.model(0, level) + Self.list(1, 0), [(1, 0), (1, 0)]) == ["009", "010"])
  }
}
