import Base
import OfficeFiles

/// What a page says of itself: in its meta tags, and in the table of 索引号 and dates that pages of 政府信息公开 begin with.
enum WebStatements {
  /// The title and the meta tags that have a name.
  static func meta(_ root: WebElement) -> [FileStatement] {
    guard let head = root.first(where: { $0.name == "head" }) else { return [] }
    var statements: [FileStatement] = []
    for element in head.elements {
      if element.name == "title" {
        add("title", element.children.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }, to: &statements)
      } else if element.name == "meta", let name = element.attributes["name"] ?? element.attributes["property"] {
        add(name, element.attributes["content"] ?? "", to: &statements)
      }
    }
    return statements
  }

  private static func add(_ name: String, _ value: String, to statements: inout [FileStatement]) {
    let value = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if !value.isEmpty { statements.append(FileStatement(name: name.trimmed, value: value)) }
  }

  /// The labels and values in a part of a page; none unless at least two of these labels are there, one of them a
  /// number's.
  static func labelled(_ element: WebElement, without part: WebElement?) -> [FileStatement] {
    var pieces: [Piece] = []
    var cells = 0
    collect(element, without: part, cell: 0, &cells, &pieces)
    var statements: [FileStatement] = []
    var index = 0
    while index < pieces.count {
      guard let (label, rest) = label(pieces[index].text) else {
        index += 1
        continue
      }
      let cell = pieces[index].cell
      var value = rest
      index += 1
      var valueCell = cell
      while index < pieces.count, Self.label(pieces[index].text) == nil {
        if pieces[index].cell != valueCell {
          // The value stands beside its label, in one cell.
          guard value.isEmpty, valueCell == cell else { break }
          valueCell = pieces[index].cell
        }
        value += (value.isEmpty ? "" : " ") + pieces[index].text
        index += 1
      }
      if !value.isEmpty, value.count <= 300 { statements.append(FileStatement(name: label, value: value)) }
    }
    let names = Set(statements.map(\.name))
    return names.count > 1 && !names.isDisjoint(with: numbers) ? statements : []
  }

  private struct Piece {
    let text: String
    /// Pieces of one cell, line or paragraph have the same.
    let cell: Int
  }

  private static func collect(
    _ element: WebElement, without part: WebElement?, cell: Int, _ cells: inout Int, _ pieces: inout [Piece]
  ) {
    if element === part || element.isHidden || WebElement.unseen.contains(element.name) { return }
    var cell = cell
    if WebStyle.blocks.contains(element.name) || element.name == "td" || element.name == "th" {
      cells += 1
      cell = cells
    }
    for child in element.children {
      switch child {
      case .text(let text):
        let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !plain.isEmpty { pieces.append(Piece(text: plain, cell: cell)) }
      case .element(let element): collect(element, without: part, cell: cell, &cells, &pieces)
      }
    }
  }

  /// A label and what follows it in the same piece: `索 引 号：`, `发布日期：2023-10-12`, `文号`.
  private static func label(_ text: String) -> (String, String)? {
    let colon = text.firstIndex { $0 == "：" || $0 == ":" }
    let name = text[..<(colon ?? text.endIndex)].filter { !$0.isWhitespace && !"[]【】*".contains($0) }
    guard name.count <= 8, labels.contains(name) else { return nil }
    return (name, colon.map { text[text.index(after: $0)...].trimmed } ?? "")
  }

  private static let numbers: Set<String> = ["索引号", "索引", "文号", "发文字号", "文件编号", "信息索引号"]
  private static let labels: Set<String> = numbers.union([
    "发文机关", "发文机构", "发布机构", "发布机关", "制发机关", "公开机构", "公开机关", "发布单位", "发文单位", "主题分类", "信息分类", "组配分类", "体裁分类",
    "服务对象", "公文种类", "成文日期", "生成日期", "发文日期", "发布日期", "公开日期", "印发日期", "生效日期", "实施日期", "施行日期", "废止日期", "失效日期", "有效期",
    "有效性", "时效性", "时效状态", "公开方式", "公开时限", "公开属性", "公开范围", "公开程序", "公开形式", "公开类别", "标题", "名称", "信息名称", "文件名称", "主题词",
    "关键词", "内容概述", "内容概况", "信息来源", "来源", "统一编号", "统一登记号", "登记号", "信息格式", "语种", "责任部门", "发布时间",
  ])
}
