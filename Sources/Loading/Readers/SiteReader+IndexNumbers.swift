import Base
import Documents

// `indexNumbers` of site.yml.
extension SiteReader {
  private static let indexVocabulary = Vocabulary(.indexNumbers)

  mutating func indexNumbers(_ value: YAMLValue?) -> IndexNumbering? {
    guard let value, let entries = file.entries(of: value, what: "indexNumbers（索引号）") else { return nil }
    let draft = Draft(entries, vocabulary: Self.indexVocabulary, file: &file)
    if draft["code"] == nil {
      file.add(
        "missing-field", at: draft.place(of: "code") ?? value.place, "indexNumbers 没有写 code（机构代码）",
        cures: ["写上本机关的统一社会信用代码或者组织机构代码"])
    }
    let code = file.text(draft["code"], "code（机构代码）")
    if let code, let place = draft["code"]?.place, !OrganizationCode.isValid(code) {
      file.add(
        "organization-code", at: place, "机构代码“\(code)”的校验码不对",
        cures: ["核对代码：统一社会信用代码 18 位，组织机构代码 9 位，字母大写；以 0 开头的加引号"])
    }
    let pattern = file.text(draft["pattern"], "pattern（索引号的写法）") ?? IndexNumbering.usualPattern
    if !IndexNumbering.isUsable(pattern) {
      file.add(
        "wrong-choice", at: draft["pattern"]?.place, "索引号的写法“\(pattern)”不能编号",
        cures: ["写作 \"\(IndexNumbering.usualPattern)\"：要有 {year}，以 {serial} 结尾，其余只用字母、数字、“/”、“-”、“.”、“_”"])
    }
    let digits = file.integer(draft["digits"], "digits（流水号位数）", in: 1...9)
    let kinds = file.texts(draft["kinds"], "kinds（编号的类型）").map(\.text)
    guard let code, IndexNumbering.isUsable(pattern) else { return nil }
    return IndexNumbering(
      code: code, pattern: pattern, digits: digits ?? 5, kinds: kinds, location: file.location(of: value.place))
  }
}
