import Base
import Documents
import Markdown
import Papers
import Resolution

/// `data/questions.json` and `data/questions.csv`: the answers with their basis, for hotlines and other answering
/// services.
struct QuestionBank {
  let input: RenderInput

  private var corpus: Corpus { input.corpus }

  private var questions: [CorpusEntry] { corpus.questions }

  /// One object with the questions, sorted by id.
  func json() -> [UInt8] {
    let rows = questions.map { entry in
      let document = entry.document
      return JSONValue.object([
        "id": .string(document.id.path), "url": .string(url(document)), "question": .string(document.title),
        "answer": .string(answer(document)), "issuer": .strings(document.issuers),
        "topics": .strings(document.topics), "themes": .strings(document.themes),
        "publishedOn": .optional(document.publishedOn?.day.iso),
        "updatedOn": .optional(document.date(in: .updatedOn)?.iso), "basis": .array(basis(entry).map(\.json)),
        "isBasisEnded": .boolean(!corpus.endedBasis(of: entry).isEmpty),
      ])
    }
    return JSONValue.object([
      "schemaVersion": .integer(OpenData.schemaVersion), "asOf": .string(corpus.asOf.iso), "questions": .array(rows),
    ]).pretty
  }

  /// The same for spreadsheets.
  func csv() -> [UInt8] {
    let headings = ["路径", "网址", "问题", "答复", "依据", "依据是否有效", "发文机关", "主题分类", "特色主题", "发布日期", "更新日期"]
    let rows = questions.map { entry -> [String] in
      let document = entry.document
      return [
        document.id.path, url(document), document.title, answer(document),
        basis(entry).map(\.text).joined(separator: "；"), corpus.endedBasis(of: entry).isEmpty ? "是" : "否",
        document.issuers.joined(separator: "；"), document.topics.joined(separator: "；"),
        document.themes.joined(separator: "；"), document.publishedOn?.day.iso ?? "",
        document.date(in: .updatedOn)?.iso ?? "",
      ]
    }
    return CSVWriter.bytes([headings] + rows)
  }

  private func url(_ document: Document) -> String { corpus.site.baseURL + document.url.encodedForURLPath }

  private func answer(_ document: Document) -> String {
    String(decoding: document.body.text.plainText, as: UTF8.self)
  }

  private struct Basis {
    let title: String
    let number: String?
    let url: String?
    let state: State?

    var text: String { number.map { "《\(title)》（\($0)）" } ?? "《\(title)》" }
    var json: JSONValue {
      .object([
        "title": .string(title), "documentNumber": .optional(number), "url": .optional(url),
        "state": .optional(state?.rawValue),
      ])
    }
  }

  private func basis(_ entry: CorpusEntry) -> [Basis] {
    entry.outgoing.filter { $0.kind == .basedOn }.compactMap { relation in
      switch relation.target {
      case .document(let id):
        corpus[id].map { target in
          Basis(
            title: target.document.title, number: target.document.documentNumber?.text, url: url(target.document),
            state: target.status?.state)
        }
      case .external(let title, let number, let url): Basis(title: title, number: number, url: url, state: nil)
      }
    }
  }
}
