import Base
import Loading
import TestSupport
import Testing

/// Characters that are not what they look like are found before any other rule blames something else.
@Suite("Characters")
struct CharacterFaultTests {
  private static func findings(_ text: String, _ files: [String: String] = [:]) async throws -> [Diagnostic] {
    try await Fixture.document(text, files).load().findings
  }

  @Test(
    "that make a line of front matter unreadable are its only finding, with the code point",
    arguments: [
      ("documentNumber: 澜政发〔2026〕\u{200B}8号", "3:26 1 invisible-character", "零宽空格（U+200B）"),
      ("\u{200B}issuer: 乙", "3:1 1 invisible-character", "零宽空格（U+200B）"),
      ("form\u{2060}: 通知", "3:5 1 invisible-character", "零宽连接符（U+2060）"),
      ("issuer: 乙\u{AD}局", "3:10 1 invisible-character", "软连字符（U+00AD）"),
      ("documentDate: 2026\u{200E}-01-05", "3:19 1 invisible-character", "从左到右标记（U+200E）"),
      ("documentDate: \u{202E}2026-01-05", "3:15 1 text-direction", "从右到左控制符（U+202E）"),
      ("summary: 甲\u{2028}乙", "3:11 1 line-separator", "行分隔符（U+2028）"),
      ("summary: 甲\u{85}乙", "3:11 1 line-separator", "换行控制符（U+0085）"),
      ("summary: 甲\u{FFFE}乙", "3:11 1 control-character", "非字符（U+FFFE）"),
      ("documentNumber: \u{2FBC}政发〔2026〕8号", "3:17 1 lookalike-character", "“\u{2FBC}”（U+2FBC）"),
      ("issuer: \u{F90A}山局", "3:9 1 lookalike-character", "“\u{F90A}”（U+F90A）"),
      ("documentNumber: 澜\u{E004}发〔2026〕8号", "3:18 1 private-character", "U+E004"),
      ("documentNumber: 澜政发〔2026〕\u{FFFD}号", "3:26 1 garbled-text", "U+FFFD"),
      ("summary: 锟斤拷锟斤拷", "3:10 1 garbled-text", "乱码"),
      ("summary: 鏀垮簻淇℃伅鍏紑", "3:10 1 garbled-text", "乱码"),
      ("summary: å®‰æ¾œåŽ¿", "3:10 1 garbled-text", "乱码"),
    ])
  func frontMatter(line: String, place: String, word: String) async throws {
    let findings = try await Self.findings("---\ntitle: 甲\n\(line)\n---\n正文\n")
    #expect(findings.map(\.short) == ["a/d.md:" + place])
    #expect(findings.first?.message.contains(word) == true, "\(findings.first?.message ?? "")")
  }

  @Test("of a text pasted from a PDF are one finding, with what to write and where") func pasted() async throws {
    let lines = (1...12).map { "\u{2F00}、⽴⾜\($0)\n" }.joined(separator: "\n")
    let finding = try #require(try await Self.findings("---\ntitle: 甲\n---\n" + lines).first)
    #expect(finding.short == "a/d.md:4:1 1 lookalike-character warning")
    #expect(finding.message.hasSuffix("，共 36 处：第 4、6、8、10、12、14、16、18 行等"))
    #expect(finding.cures == ["替换：\u{2F00} → 一，⽴ → 立，⾜ → 足"])
  }

  @Test(
    "in a text are errors where they change what is read",
    arguments: [
      ("补助\u{202E}001\u{202C}元", "text-direction"), ("第一条\u{2028}第二条", "line-separator"),
      ("关于\u{FFFD}的", "garbled-text"),
      ("锟斤拷", "garbled-text"), ("各乡镇锛氫负浜嗚鑼冿紝鐗瑰埗瀹氥€�", "garbled-text"), ("ÖÐ¹úÕþ¸®", "garbled-text"),
      ("甲\u{8}乙", "control-character"), ("\u{FEFF}一、要求 warning", "invisible-character"),
      ("第\u{200B}一条 warning", "invisible-character"), ("\u{E815}镇 warning", "private-character"),
      ("\u{2F800}字 warning", "lookalike-character"),
    ])
  func text(line: String, rule: String) async throws {
    let isWarning = line.hasSuffix(" warning")
    let findings = try await Self.findings("---\ntitle: 甲\n---\n" + line.replacing(" warning", with: ""))
    #expect(findings.map(\.rule) == [rule])
    #expect(findings.map(\.severity) == [isWarning ? .warning : .error])
  }

  @Test(
    "that belong where they stand are no finding",
    arguments: [
      "👨‍👩‍👧 ❤️ 1️⃣", "می‌خواهم", "ئۇيغۇر\u{200F} 2026", "བོད་ཡིག", "葛\u{E0100}城区",
      "×××县×××乡 ÷ Café résumé naïve", "·····、××××年××月", "汉江淇河良渚涓流", "屯堡、烫伤、锅炉、钢铁", "﨎﨑", "㎡ Ⅱ ℃ ｶﾅ",
      "\u{2002}\u{3000}\u{A0}空格",
    ])
  func legitimate(text: String) async throws {
    #expect(try await Self.findings("---\ntitle: \(text)\n---\n\(text)\n").map(\.rule) == [])
  }

  @Test("in CSV are errors where numbers would be blamed, warnings in names") func table() async throws {
    let kind = "label: 账\nfields:\n  - {key: rows, label: 表, type: table}\n"
    let findings = try await Fixture([
      "Templates/kinds/ledger.yml": kind, "Content/a/d.md": "---\ntitle: 甲\nkind: ledger\nrows: t.csv\n---\n",
      "Content/a/t.csv": "姓名,金额\n王\u{E004},1\u{200B}00\n⾼某,200\n",
    ]).findings()
    #expect(
      findings == [
        "a/t.csv:2:2 1 private-character warning", "a/t.csv:2:5 1 invisible-character",
        "a/t.csv:3:1 1 lookalike-character warning",
      ])
  }

  @Test("in site.yml and kinds are errors") func settings() async throws {
    let findings = try await Fixture([
      "Content/site.yml": Fixture.siteText + "icp: 甲\u{200B}\n", "Templates/kinds/x.yml": "label: ⾼\n",
    ]).findings()
    #expect(
      findings == ["site.yml:5:7 1 invisible-character", "Templates/kinds/x.yml:1:8 1 lookalike-character"])
  }
}
