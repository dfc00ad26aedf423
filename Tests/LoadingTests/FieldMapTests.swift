import Base
import Documents
import Loading
import Testing

/// Field maps: how a library of a higher level calls what ours says.
@Suite struct FieldMapTests {
  private static let kinds = [
    Kind(
      id: "a", label: "甲", lifecycle: .none,
      fields: [
        Field(key: "category", label: "类别", type: .choice, choices: ["建议", "提案"]),
        Field(key: "open", label: "开放", type: .boolean), Field(key: "note", label: "备注", type: .text),
      ]),
    Kind(
      id: "b", label: "乙", lifecycle: .none,
      fields: [Field(key: "category", label: "类别", type: .choice, choices: ["意见"])]),
  ]

  private static func read(_ bytes: [UInt8]) -> (map: FieldMap?, findings: [Diagnostic]) {
    FieldMapReader.read(
      bytes, path: "map.yml",
      words: FieldMap.words(kinds, choices: ["stateCode": ["inForce", "expired"], "topics": []]))
  }

  private static func findings(_ field: String) -> [String] {
    read(Array("label: 市库\nfields:\n  - {to: X, \(field)}\n".utf8)).findings.map {
      "\($0.location.start.column) \($0.severity) \($0.rule) \($0.cures.first ?? "")"
    }
  }

  @Test func `a map in another encoding is not read as something else`() {
    // label: 市库, and fields: [{to: 标题, from: title}]
    let bytes: [UInt8] = [
      0x6C, 0x61, 0x62, 0x65, 0x6C, 0x3A, 0x20, 0xCA, 0xD0, 0xBF, 0xE2, 0x0A, 0x66, 0x69, 0x65, 0x6C, 0x64,
      0x73, 0x3A, 0x20, 0x5B, 0x7B, 0x74, 0x6F, 0x3A, 0x20, 0xB1, 0xEA, 0xCC, 0xE2, 0x2C, 0x20, 0x66, 0x72,
      0x6F, 0x6D, 0x3A, 0x20, 0x74, 0x69, 0x74, 0x6C, 0x65, 0x7D, 0x5D, 0x0A,
    ]
    let (map, findings) = Self.read(bytes)
    #expect(map == nil && findings.map(\.rule) == ["encoding"])
    #expect(findings.first?.cures.first?.contains("UTF-8") == true)
    #expect(findings.first?.isRecoded == false, "what is not in Content is mended by nothing of ours")
  }

  @Test(arguments: [
    ("from: stateCode, choices: {inforce: 有效, expired: 失效}", ["40 warning wrong-choice 是否想写：inForce？"]),
    ("from: category, choices: {建议: 1, 意见: 2, 提按: 3}", ["53 warning wrong-choice 可以写的有：建议、提案、意见"]),
    ("from: open, choices: {是: 1, true: 2}", ["41 warning wrong-choice 可以写的有：是、否"]),
    ("from: kind, choices: {a: 1, c: 2}", ["41 warning wrong-choice 可以写的有：a、b"]),
    ("from: disclosure, choices: {proactive: 1}", []), ("from: note, choices: {什么: 1}", []),
    ("from: topics, choices: {什么: 1}", []), ("from: 惠及, list: true", []), ("from: 面向地区", []), ("from: 分村公示", []),
  ])
  func `a choice that no line ever has is told`(_ field: String, _ expected: [String]) {
    #expect(Self.findings(field) == expected)
    #expect(Self.read(Array("label: 市库\nfields:\n  - {to: X, \(field)}\n".utf8)).map != nil)
  }
}
