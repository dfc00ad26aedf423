import Base

/// What 政府信息公开条例 (国务院令第711号) lists as to be published: the items of art. 20, and art. 21. Columns name them by key in
/// `statutory`.
package struct StatutoryItem: Sendable, Hashable {
  /// `20-1` to `20-15`, `21`.
  package let key: String
  /// The wording of the regulation, shortened.
  package let text: String

  private init(_ key: String, _ text: String) {
    self.key = key
    self.text = text
  }

  /// In the order of the regulation.
  package static let allCases: [StatutoryItem] =
    [
      "行政法规、规章和规范性文件", "机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名", "国民经济和社会发展规划、专项规划、区域规划及相关政策",
      "国民经济和社会发展统计信息", "行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果", "行政处罚、行政强制的依据、条件、程序和具有一定社会影响的行政处罚决定",
      "财政预算、决算信息", "行政事业性收费项目及其依据、标准", "政府集中采购项目的目录、标准及实施情况", "重大建设项目的批准和实施情况",
      "扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况", "突发公共事件的应急预案、预警信息及应对情况",
      "环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况", "公务员招考的职位、名额、报考条件等事项以及录用结果", "规定应当主动公开的其他政府信息",
    ].enumerated().map { StatutoryItem("20-\($0 + 1)", $1) } + [StatutoryItem("21", "第二十一条规定的市、县、乡镇政府应当主动公开的政府信息")]

  /// `20-1` is 第二十条第（一）项.
  package var clause: String {
    guard key.hasPrefix("20-"), let number = Int(written: key.dropFirst(3)) else { return "第二十一条" }
    return "第二十条第（\(ChineseNumeral.text(of: number))）项"
  }
}
