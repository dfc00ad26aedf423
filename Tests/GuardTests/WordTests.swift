import Base
import Guard
import Testing

@Suite struct WordTests {
  private func textGuard(_ words: [WordList.Word] = [], phrases: [WordList.Phrase] = []) -> TextGuard {
    TextGuard(words: [WordList(label: "测试", rule: "wrong-name", words: words, phrases: phrases)])
  }

  @Test func `a wrong word is found with what is right`() throws {
    let textGuard = textGuard([WordList.Word(wrong: ["攻府", "政俯"], right: ["政府"], severity: .error)])
    let sighting = try #require(textGuard.sightings(in: "县人民政俯", .prose, made: nil).first)
    #expect(sighting.message == "“政俯”应为“政府”（测试）")
    #expect(sighting.cures == ["改为：政府"])
    #expect(sighting.severity == .error)
    #expect(textGuard.found("县人民政府") == [])
  }

  @Test func `of two that begin at one place the longer counts`() {
    let textGuard = textGuard([
      WordList.Word(wrong: ["国土"], right: ["甲"]), WordList.Word(wrong: ["国土资源局"], right: ["自然资源局"]),
    ])
    #expect(textGuard.found("县国土资源局") == ["wrong-name: 国土资源局"])
  }

  @Test func `titles are quotations, unless the word counts there, too`() {
    let textGuard = textGuard([
      WordList.Word(wrong: ["环保局"], right: ["生态环境局"]),
      WordList.Word(wrong: ["攻府"], right: ["政府"], countsInTitles: true),
    ])
    #expect(textGuard.found("《环保局攻府通知》环保局") == ["wrong-name: 攻府", "wrong-name: 环保局"])
    // A bracket that is never closed ends with its paragraph.
    #expect(textGuard.found("《办法\n环保局") == ["wrong-name: 环保局"])
  }

  @Test func `a word may be wrong from a day on`() {
    let since = CalendarDate(year: 2019, month: 1, day: 1)
    let textGuard = textGuard([WordList.Word(wrong: ["环保局"], right: ["生态环境局"], since: since)])
    #expect(textGuard.found("环保局", made: CalendarDate(year: 2018, month: 12, day: 31)) == [])
    #expect(textGuard.found("环保局", made: since) == ["wrong-name: 环保局"])
    #expect(textGuard.found("环保局") == [])
  }

  @Test(arguments: ["原环保局", "市环保局（现市生态环境局）"])
  func `an exception stands around the word`(_ text: String) {
    let textGuard = textGuard([
      WordList.Word(wrong: ["环保局"], right: ["生态环境局"], exceptions: ["原环保局", "环保局（现"])
    ])
    #expect(textGuard.found(text) == [])
    #expect(textGuard.found("县环保局") == ["wrong-name: 环保局"])
  }

  @Test func `two words in one clause`() {
    let textGuard = textGuard([WordList.Word(wrong: ["至少…不少于"], right: ["不少于"])])
    #expect(textGuard.found("至少需采用不少于5种") == ["wrong-name: 至少需采用不少于"])
    #expect(textGuard.found("至少一次，每次不少于5人") == [])
    #expect(textGuard.found("至少每个季度都要由主要负责同志开一次会不少于") == [])
  }

  @Test func `words that begin with figures`() {
    let textGuard = textGuard([WordList.Word(wrong: ["12345市民服务热线"], right: ["12345政务服务便民热线"])])
    #expect(textGuard.found("综合利用12345市民服务热线等") == ["wrong-name: 12345市民服务热线"])
  }

  @Test(arguments: [
    "中华人名共和国", "中华人民供和国", "中华人共和国", "中华人民共共和国", "中华民人共和国", "中国人民共和国", "中华人民民共和国",
  ])
  func `a phrase with one slip`(_ slip: String) {
    let textGuard = textGuard(phrases: [WordList.Phrase("中华人民共和国")])
    #expect(textGuard.found("根据\(slip)宪法") == ["wrong-name: \(slip)"])
  }

  @Test(arguments: [
    "中华人民共和国", "朝鲜民主主义人民共和国", "中华人民", "共和国", "中华人民共和国国家标准", "老挝人民民主共和国", "中华人民，共和国", "中华人民大共和国", "中华人民共国",
  ])
  func `the phrase itself, and others`(_ text: String) {
    #expect(textGuard(phrases: [WordList.Phrase("中华人民共和国")]).found(text) == [])
  }
}
