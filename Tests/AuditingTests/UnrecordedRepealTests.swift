import Papers
import Auditing
import Base
import Documents
import TestSupport
import Testing

/// Repeals that texts mention, compared with the relations.
@Suite struct UnrecordedRepealTests {
  private static func stated(_ title: String, _ number: String?, line: Int = 9) -> ActStatement {
    ActStatement(
      StatedAct(kind: .ends, word: "废止", title: title, number: number.map(TestLibrary.number)),
      at: Diagnostic.Location(
        path: "Content/a/new.md", start: SourcePosition(line: line, column: 5), length: 5, sourceLine: "《\(title)》"))
  }

  /// A library with 旧办法 甲发〔2020〕5号 and a newer document with the given text.
  private static func library(
    _ statements: [ActStatement], kind: String = "policy", _ fields: KeyValuePairs<CommonField, String> = [:],
    old: (inout Document) -> Void = { _ in }
  ) -> TestLibrary {
    var library = TestLibrary()
    library.add("old", [.title: "旧办法", .documentNumber: "甲发〔2020〕5号", .documentDate: "2020-05-01"], edit: old)
    library.add("new", kind: kind, fields) {
      $0.documentDate = TestLibrary.day("2024-05-01")
      $0.body = Body(acts: statements)
    }
    return library
  }

  @Test func `a number in the library is an error with the line to write`() {
    let library = Self.library([Self.stated("旧办法", "甲发〔2020〕5号")])
    #expect(library.short() == ["new.md:9:5 error unrecorded-repeal < old.md:3:17"])
    #expect(library.findings().first?.cures.first == "在文件开头写上 repeals: [甲发〔2020〕5号]")
    #expect(library.findings().first?.message == "正文说《旧办法》（甲发〔2020〕5号）废止，没有关系记载，它的网页不会标明")
  }

  @Test func `numbers match in any form; one without words goes by the title`() {
    #expect(Self.library([Self.stated("旧办法", "甲发〔2020〕第05号")]).findings().map(\.severity) == [.error])
    #expect(Self.library([Self.stated("旧办法", "2020年第5号")]).findings().map(\.severity) == [.warning])
    let other = Self.library([Self.stated("别的公告", "2020年第5号")]).findings()
    #expect(other.first?.cures.first == "在文件开头写上 repeals: [{title: 别的公告, documentNumber: 2020年第5号}]")
  }

  @Test("any relation that ends it records it", arguments: [CommonField.repeals, .replaces, .annuls, .terminates])
  func recorded(field: CommonField) {
    #expect(Self.library([Self.stated("旧办法", "甲发〔2020〕5号")], [field: "old"]).short() == [])
  }

  @Test("other relations do not", arguments: [(CommonField.amends, "old"), (.basedOn, "old"), (.repeals, "old 第三条")])
  func notRecorded(field: CommonField, value: String) {
    let rules = Self.library([Self.stated("旧办法", "甲发〔2020〕5号")], [field: value]).findings().map(\.rule)
    #expect(rules == ["unrecorded-repeal"])
  }

  @Test func `a relation of another document will do: the text may be an annex`() {
    var library = Self.library([Self.stated("旧办法", "甲发〔2020〕5号")])
    library.add("other", [.documentDate: "2024-05-01", .repeals: "old"])
    #expect(library.short() == [])
  }

  @Test func `a target that is declared ended is a warning`() {
    let library = Self.library([Self.stated("旧办法", "甲发〔2020〕5号")]) { $0.declaredValidity = .repealed }
    #expect(library.short() == ["new.md:9:5 warning unrecorded-repeal < old.md:3:17"])
  }

  @Test func `interpretations tell of repeals, drafts of what may come`() {
    let statements = [Self.stated("旧办法", "甲发〔2020〕5号"), Self.stated("别的", "乙发〔2020〕1号")]
    #expect(
      Self.library(statements, kind: "question").short() == ["new.md:9:5 warning unrecorded-repeal < old.md:3:17"])
    #expect(Self.library(statements, kind: "consultation").short() == [])
  }

  @Test func `what is not in the library is a warning with the external form, unless it is written so`() {
    let statements = [Self.stated("旧, 办法", "乙发〔2019〕1号"), Self.stated("丙", "乙发〔2019〕2号", line: 10)]
    let library = Self.library(statements)
    #expect(library.short() == ["new.md:9:5 warning unrecorded-repeal", "new.md:10:5 warning unrecorded-repeal"])
    #expect(
      library.findings().first?.cures.first
        == "在文件开头写上 repeals: [{title: '旧, 办法', documentNumber: 乙发〔2019〕1号}, {title: 丙, documentNumber: 乙发〔2019〕2号}]")
    var written = TestLibrary()
    written.add("new", [.documentDate: "2024-05-01"]) {
      $0.body = Body(acts: statements)
      $0.relations[.repeals] = statements.map {
        Reference(target: .external(title: $0.act.title, documentNumber: $0.act.number?.text, url: nil))
      }
    }
    #expect(written.short() == [])
  }

  @Test(
    "by title alone it is a warning when one document has it",
    arguments: ["旧办法", "某县人民政府关于印发《旧办法》的通知", "某县人民政府办公室关于印发旧办法的通知"])
  func title(written: String) {
    let library = Self.library([Self.stated("旧办法", nil)]) { $0.title = written }
    #expect(library.short() == ["new.md:9:5 warning unrecorded-repeal < old.md:2:8"])
    #expect(library.findings().first?.cures.first == "在文件开头写上 repeals: [甲发〔2020〕5号]")
  }

  @Test func `a title alone that two have, that is ended, or that came later is no finding`() {
    var twice = Self.library([Self.stated("旧办法", nil)])
    twice.add("again", [.title: "旧办法", .documentDate: "2019-01-01"])
    #expect(twice.short() == [])
    #expect(Self.library([Self.stated("旧办法", nil)]) { $0.declaredValidity = .expired }.short() == [])
    let younger = Self.library([Self.stated("旧办法", nil)]) {
      $0.documentNumber = nil
      $0.documentDate = TestLibrary.day("2024-05-01")
    }
    #expect(younger.short() == [])
    #expect(Self.library([Self.stated("没有的办法", nil)]).short() == [])
  }
}
