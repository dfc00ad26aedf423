package import Documents

/// Words commonly used elsewhere for our keys: not accepted, but recognized when suggesting a fix.
package enum UsualWords {
  private static let meanings = [
    "文号": "发文字号", "字号": "发文字号", "文件编号": "发文字号", "文件字号": "发文字号", "number": "documentNumber",
    "成文时间": "成文日期", "印发日期": "成文日期", "签发日期": "成文日期", "生成日期": "成文日期",
    "日期": "发布日期", "发布时间": "发布日期", "公开日期": "发布日期", "发文日期": "发布日期", "date": "publishedOn",
    "生效日期": "施行日期", "实施日期": "施行日期", "执行日期": "施行日期", "施行时间": "施行日期",
    "有效截止日": "有效期至", "有效期限": "有效期至", "有效至": "有效期至", "有效期截止日期": "有效期至", "失效日": "有效期至",
    "到期日": "有效期至", "到期时间": "有效期至", "终止日期": "有效期至", "终止时间": "有效期至", "有效截止时间": "有效期至",
    "有效截止日期": "有效期至", "有效截止期": "有效期至", "有效期截止": "有效期至", "有效日期": "有效期至",
    "失效日期": "有效期至", "失效时间": "有效期至", "截止时间": "截止日期", "废止日期": "有效期至", "截止有效期": "有效期至", "有效期": "有效期至", "到期日期": "有效期至",
    "效力": "有效性", "状态": "有效性", "效力状况": "有效性", "status": "validity",
    "发布机构": "发文机关", "发文机构": "发文机关", "制发机关": "发文机关", "发布单位": "发文机关", "author": "issuer",
    "信息分类": "主题分类", "分类": "主题分类", "主题": "主题分类", "category": "topics", "tags": "keywords",
    "体裁": "文种", "内容概述": "摘要", "概述": "摘要", "description": "summary",
    "主题词": "关键词", "标签": "关键词", "公开方式": "公开属性", "信息来源": "来源",
    "解读文件": "解读对象", "相关文件": "依据", "文件": "附件",
  ]

  /// Our word for a common one.
  static func meaning(of word: String) -> String? { meanings[word] }

  /// The field that a word stands for: its key, its label, or a common one.
  package static func field(for word: String) -> CommonField? {
    CommonField(word: word) ?? meaning(of: word).flatMap(CommonField.init(word:))
  }

  /// All of these words.
  static var all: some Sequence<String> { meanings.keys }
}
