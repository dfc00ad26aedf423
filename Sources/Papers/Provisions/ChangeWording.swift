import Base

/// Whether a clause of an amending text changes an article: 将第四条修改为, 第五条、第六条中的“甲”修改为“乙”, 删去第七条,
/// 废止《…》（…）第十七条. Where the words leave a doubt, it does not.
package enum ChangeWording {
  /// - Parameters:
  ///   - text: The clause, without markup.
  ///   - name: The article as an act names it: 第四条, 第四条第二款.
  package static func changes(_ text: String, _ name: String) -> Bool {
    guard let wanted = article(Array(name.utf8), at: 0) else { return false }
    let plain = withoutQuotations(text)
    let bytes = Array(plain.utf8)
    var place = 0
    while place < bytes.count {
      guard let found = article(bytes, at: place) else {
        place += 1
        continue
      }
      place += found.byteCount
      guard found.number == wanted.number, found.inserted == wanted.inserted else { continue }
      let start = place - found.byteCount
      if isChanged(before: string(bytes[..<start]), after: string(bytes[place...])) { return true }
    }
    return false
  }

  private static func isChanged(before: String, after: String) -> Bool {
    let lead = withoutTitles(before.split(whereSeparator: { "。；：".contains($0) }).last.map(String.init) ?? "")
    // 第三条改为第四条 gives a number and changes another article.
    if ["改为", "作为", "成为"].contains(where: lead.hasSuffix) { return false }
    if ["删去", "删除", "废止"].contains(where: lead.hasSuffix) { return true }
    let sentence = after.prefix { !"。；".contains($0) }
    let verbs = ["修改", "改为", "修订", "调整为", "删去", "删除", "增加", "废止", "作如下"]
    guard let verb = verbs.compactMap({ sentence.firstRange(of: $0)?.lowerBound }).min() else { return false }
    return sentence[..<verb].allSatisfy(joining.contains)
  }

  /// What may stand between an article and the verb: other articles, and parts of one.
  private static let joining = Set("第条款项目之一二三四五六七八九十百零〇0123456789（）()、和及与中的分别统一均将予以相应，")

  /// `《…》（澜政发〔2018〕5号）` is passed over.
  private static func withoutTitles(_ text: String) -> String {
    var kept = ""
    var depth = 0
    for character in text {
      if character == "《" || character == "（" { depth += 1 }
      if depth == 0 { kept.append(character) }
      if character == "》" || character == "）" { depth = max(depth - 1, 0) }
    }
    return kept
  }

  private static func withoutQuotations(_ text: String) -> String {
    var kept = ""
    var depth = 0
    for character in text {
      if character == "“" { depth += 1 }
      if depth == 0 { kept.append(character) }
      if character == "”" { depth = max(depth - 1, 0) }
    }
    return kept
  }

  private static func article(_ bytes: [UInt8], at place: Int) -> Clause? {
    bytes.withUnsafeBufferPointer { text in
      guard text.has("第", at: place), let clause = Clause(text.part(place..<text.count)), clause.unit == .article else {
        return nil
      }
      return clause
    }
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
