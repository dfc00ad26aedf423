/// What a block is in an official document (GB/T 9704-2012 section 7).
package enum Role: Sendable, Equatable {
  /// Running text, or anything without a part of its own.
  case text
  /// Begins with a number: 第三条, 一、, （二）. `isTitle`: the whole block serves as a heading.
  case clause(Clause, isTitle: Bool)
  /// 主送机关
  case addressee
  /// 发文机关署名
  case signature
  /// 成文日期
  case signatureDate
  /// 附注: （此件公开发布）
  case note
}
