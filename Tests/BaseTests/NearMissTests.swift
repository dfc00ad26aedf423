import Base
import Testing

@Suite("Near misses")
struct NearMissTests {
  private let words = ["title", "kind", "documentNumber", "topics", "themes", "标题", "发文字号", "发布日期", "成文日期"]

  @Test(
    "one slip leads to the word meant",
    arguments: [
      ("titel", "title"), ("Title", "title"), ("tilte", "title"), ("documentnumber", "documentNumber"),
      ("docmentNumber", "documentNumber"), ("topic", "topics"), ("发文号", "发文字号"), ("发布曰期", "发布日期"), ("标提", nil),
    ])
  func slips(_ word: String, _ meant: String?) {
    #expect(NearMiss.suggestions(for: word, among: words).first == meant)
  }

  @Test(
    "what is far from everything has no suggestion",
    arguments: ["", "xyz", "领导", "0", String(repeating: "a", count: 100)])
  func far(_ word: String) {
    #expect(NearMiss.suggestions(for: word, among: words) == [])
    #expect(NearMiss.cure(for: word, among: words) == [])
  }

  @Test("the nearest comes first, equal ones in the given order, no more than the limit")
  func order() {
    #expect(NearMiss.suggestions(for: "abcd", among: ["abce", "abcd", "abcf", "abcg"]) == ["abcd", "abce", "abcf"])
    #expect(NearMiss.suggestions(for: "abcd", among: ["abce", "abcf"], limit: 1) == ["abce"])
    #expect(NearMiss.suggestions(for: "日期", among: ["发布日期", "成文日期"]) == ["发布日期", "成文日期"])
  }

  @Test("the cure is a question")
  func cure() { #expect(NearMiss.cure(for: "titel", among: words) == ["是否想写：title？"]) }
}
