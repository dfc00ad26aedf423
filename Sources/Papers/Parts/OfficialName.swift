import Base

/// Recognises names of bodies, of persons who sign, and of kinds of documents, by how they end.
enum OfficialName {
  /// How names of bodies end.
  private static let bodies: [StaticString] = [
    "人民政府", "政府", "办公室", "办公厅", "委员会", "管委会", "人大常委会", "常委会", "政协", "局", "厅", "部", "委", "院", "署", "中心",
    "公司", "集团", "支队", "大队", "总队", "分局", "支局", "所", "站", "处", "科", "总社", "联合社", "联合会", "总工会", "联社", "协会",
    "学会", "基金会", "研究院", "分行", "支行", "银行", "监管局", "监管分局", "管理部", "服务部", "领导小组", "指挥部", "专班", "法院",
    "检察院", "大学", "学院", "学校", "小学", "中学", "幼儿园", "医院", "馆", "台", "社", "团委", "妇联", "残联", "工商联", "党组", "党委",
    "街道办事处", "办事处", "居委会", "村委会", "村民委员会", "居民委员会", "司令部", "政治部", "军委", "武装部", "烟草专卖局", "税务局", "办",
  ]

  /// How titles of documents end.
  private static let forms: [StaticString] = [
    "决议", "决定", "命令", "令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要", "办法",
    "规定", "细则", "条例", "规则", "方案", "规划", "计划", "要点", "预案", "措施", "制度", "标准", "清单", "目录", "指南", "答复", "复函",
    "解读", "说明", "章程", "准则", "规范", "政策", "名单", "公示", "安排", "提示", "表",
  ]

  /// Whether a line without blanks ends as names of bodies do. Text in brackets at the end is left aside: （代章）.
  static func isBody(_ line: String) -> Bool {
    let name = withoutSeal(line)
    return name.ends(withAny: bodies) && name.count >= 3 && name.count <= 40
      && !name.contains { "，。；：、《》！？,;:".contains($0) }
  }

  /// Whether a line without blanks ends as titles of documents do: …的通知, …办法（试行）.
  static func endsTitle(_ line: String) -> Bool {
    var name = Substring(line)
    if name.last == "）" || name.last == ")", let open = name.lastIndex(where: { $0 == "（" || $0 == "(" }) {
      name = name[..<open]
    }
    return name.ends(withAny: forms)
  }

  /// A line without blanks, without （印章）, （盖章）, （代章） or （公章） at its end.
  static func withoutSeal(_ line: String) -> String {
    guard line.last == "）" || line.last == ")" else { return line }
    var name = Substring(line)
    for seal in ["印章", "盖章", "代章", "公章", "章", "印"] {
      for (open, close) in [("（", "）"), ("(", ")")] where name.hasSuffix(open + seal + close) {
        name = name.dropLast(seal.count + 2)
      }
    }
    return String(name)
  }

  /// Whether a word is that for a document, as in 本办法: it ends with a form, or with 法 and the like.
  static func endsForm(_ word: String) -> Bool {
    word.ends(withAny: forms) || word.ends(withAny: ["法", "法典", "解释", "纲要", "公约", "协定"])
  }

  private static let offices = [
    "省长", "市长", "州长", "盟长", "县长", "区长", "旗长", "乡长", "镇长", "主席", "主任", "局长", "厅长", "部长", "院长", "检察长", "总理",
    "行长", "署长", "会长", "书记", "处长", "所长", "校长",
  ]

  /// The name of a person who signs with an office: 市长张三, 县长：李四, 代市长王某某; the line is without blanks.
  static func isSigningPerson(_ line: String) -> Bool {
    guard line.count <= 12, let office = offices.first(where: line.contains), let range = line.firstRange(of: office)
    else { return false }
    let before = line[..<range.lowerBound]
    let name = line[range.upperBound...].drop { $0 == "：" || $0 == ":" }
    return before.count <= 2 && (2...4).contains(name.count) && name.allSatisfy(isNameSign)
  }

  private static func isNameSign(_ sign: Character) -> Bool {
    sign == "*" || sign == "＊" || sign == "×" || sign.unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) }
  }

  /// The names on one line, told apart by blanks; letters spaced out (南 宁 市 财 政 局) are one name.
  static func names(_ line: String) -> [String] {
    let pieces = line.split { $0.isWhitespace }
    var names: [String] = []
    var isSpacedOut = false
    for piece in pieces {
      if piece.count == 1, isSpacedOut || names.isEmpty || isBody(names[names.count - 1]) {
        if isSpacedOut { names[names.count - 1] += piece } else { names.append(String(piece)) }
        isSpacedOut = true
      } else {
        names.append(String(piece))
        isSpacedOut = false
      }
    }
    return names
  }
}

extension StringProtocol {
  /// Whether it ends with one of some words. By bytes: `hasSuffix` looks for the borders of characters first, at fifty times the cost.
  fileprivate func ends(withAny words: [StaticString]) -> Bool {
    var text = String(self)
    return text.withUTF8 { text in words.contains { text.ends(with: $0) } }
  }
}
