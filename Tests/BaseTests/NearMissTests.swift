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

  @Test("of a long list the same are found, however often it is asked")
  func prepared() {
    let list = NearMiss { (0..<2000).map { "zhengce/2023-\($0)" } + ["zhengce/abcd"] }
    for _ in 0..<3 { #expect(list.suggestions(for: "zhengce/abdc") == ["zhengce/abcd"]) }
    #expect(list.suggestions(for: "zhengec/2023-77") == ["zhengce/2023-77", "zhengce/2023-7", "zhengce/2023-17"])
    #expect(list.cure(for: "x") == [])
  }

  @Test("the distance is that of all changes, measured cell by cell")
  func distances() {
    var random = SeededNumbers(state: 14)
    for _ in 0..<500 {
      let word = (0..<Int.random(in: 3...12, using: &random)).map { _ in "abc".randomElement(using: &random) ?? "a" }
      let other = (0..<Int.random(in: 3...12, using: &random)).map { _ in "abc".randomElement(using: &random) ?? "a" }
      let isNear = Self.distance(word, other) * 3 <= max(word.count, other.count)
      let holds = String(word).contains(String(other)) || String(other).contains(String(word))
      #expect(
        NearMiss.suggestions(for: String(word), among: [String(other)]).isEmpty == !(isNear || holds),
        "\(String(word)) \(String(other))")
    }
  }

  /// Optimal string alignment distance by the whole table.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { rows[i][0] = i }
    for j in 0...b.count { rows[0][j] = j }
    for i in 1...a.count {
      for j in 1...b.count {
        rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
        }
      }
    }
    return rows[a.count][b.count]
  }

  /// Numbers that are the same in every run (SplitMix64).
  private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z >> 31
    }
  }

  @Test("the cure is a question")
  func cure() { #expect(NearMiss.cure(for: "titel", among: words) == ["是否想写：title？"]) }
}
