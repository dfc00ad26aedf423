/// What a block is in an official document, in the order and with the names of GB/T 9704-2012 section 7.
package enum Role: Sendable, Equatable {
  /// Running text, or anything without a part of its own.
  case text
  /// Begins with a number: 第三条, 一、, （二）. `isTitle`: the whole block serves as a heading.
  case clause(Clause, isTitle: Bool)

  /// 份号: 000012
  case copyNumber
  /// 密级和保密期限: 机密★1年
  case secrecy
  /// 紧急程度: 特急
  case urgency
  /// 发文机关标志: 安澜县人民政府文件
  case letterhead
  /// 发文字号
  case number
  /// 签发人
  case signer
  /// 标题
  case title
  /// 题注: （2023年5月1日县人民政府常务会议通过）
  case titleNote
  /// 主送机关
  case addressee
  /// A line of a 目录 that was copied into the text.
  case contents
  /// 附件说明: 附件：1.任务分解表
  case attachmentNote
  /// 发文机关署名, or the name of the person who signs.
  case signature
  /// 成文日期
  case signatureDate
  /// 附注: （此件公开发布）
  case note
  /// 附件1, above an annex
  case annexMark
  /// The title of an annex
  case annexTitle
  /// 抄送机关
  case copies
  /// 印发机关和印发日期
  case imprint
}
