import Base
import Guard
import Loading
import TestSupport
import Testing

/// The dictionaries that the program brings: each word is found in a sentence, and a sentence with a neighbour of it is silent.
/// The rules that they speak for: wrong-name, office-title, territory-word, fixed-formula, outdated-term, discriminating-word,
/// vulgar-word, confused-word, repeated-word, official-term, secrecy-word, scope-word.
@Suite struct WordingTests {
  struct Row {
    let file, word, wrong, right: String
    let day: CalendarDate?
  }

  private static let rows: [Row] = {
    let text = (try? Repository.text("Tests/LoadingTests/Fixtures/wording.tsv")) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard parts.count >= 4 else { return nil }
      let day = parts.count > 4 ? try? CalendarDate.parse(parts[4]).get() : nil
      return Row(file: parts[0], word: parts[1], wrong: parts[2], right: parts[3], day: day)
    }
  }()

  private static func library() async throws -> Library {
    var fixture = Fixture()
    for path in try Repository.files(in: "Templates/wording", ".yml") {
      fixture.texts[path] = try Repository.text(path)
    }
    return try await fixture.load()
  }

  @Test func `the dictionaries are without mistakes and have a row for each word`() async throws {
    let library = try await Self.library()
    #expect(library.findings.map(\.short) == [])
    #expect(Self.rows.count > 1_000)
  }

  @Test func `a slip in the full name of a standing committee gets the full name`() async throws {
    let textGuard = try await Self.library().textGuard
    func cures(_ text: String) -> [[String]] { textGuard.sightings(in: text, .value, made: nil).map(\.cures) }
    #expect(cures("全国人民代表大会常务委会决定") == [["改为：人民代表大会常务委员会"]])
    #expect(cures("县人大常务委会决定") == [["改为：人大常委会"]])
  }

  @Test func `a sentence with the mistake is found, one with a neighbour is silent`() async throws {
    let textGuard = try await Self.library().textGuard
    let usual = CalendarDate(year: 2026, month: 1, day: 5)
    for row in Self.rows {
      let made = row.day ?? usual
      func found(_ sentence: String) -> [Sighting] {
        textGuard.sightings(in: sentence, .value, made: made, level: .county).filter {
          $0.rule != "traditional-character"
        }
      }
      #expect(!found(row.wrong).isEmpty, "\(row.file): \(row.word)：\(row.wrong)")
      #expect(found(row.right).map(\.message) == [], "\(row.file): \(row.word)：\(row.right)")
    }
  }
}
