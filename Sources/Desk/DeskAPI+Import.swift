import Base
import Disk
import Importing
import Manuscripts
import OfficeFiles
import SiteBuild

/// A file that somebody hands in becomes a draft, as by `gongkai import`.
extension DeskAPI {
  /// - Parameters:
  ///   - query: `name`; `column` and `kind`, if somebody has chosen them; `allow`: `changes` to take the changes of the file as made,
  ///     `comments` to leave out what was remarked and hidden.
  ///   - body: The file.
  func take(_ query: [String: String], _ body: inout RequestBody) async throws -> Answer {
    let name = query["name"] ?? ""
    let bytes = try await body.rest()
    let allowance = ImportedDocument.Allowance(
      acceptsChanges: query["allow"] == "changes", dropsComments: query["allow"] == "comments")
    let order = desk.site.importing(
      into: query["column"].flatMap { $0.isEmpty ? nil : $0 }, as: query["kind"].flatMap { $0.isEmpty ? nil : $0 },
      allowing: allowance, reading: desk.reading)
    do {
      // One after the other: each has to see what the one before has written.
      let result = try await desk.imports.run { try await importFile(bytes, named: name, order) }
      return try answer(to: result)
    } catch let error as ImportError {
      return .refused(error == .busy ? 409 : 422, "没有导入：" + error.message)
    } catch let error as FileError {
      return .refused(507, error.message + "；没有导入")
    }
  }

  private func answer(to result: ImportResult) throws(FileError) -> Answer {
    switch result.outcome {
    case .known(let path):
      return .ok(.object(["path": .string("Content/" + path), "isKnown": true]))
    case .refused(let fault):
      return Answer(
        status: 422,
        value: .object([
          "message": .string(Self.sentence(fault, "没有导入")),
          "details": Self.lines(fault.details.prefix(Self.mostDetails).map { .init($0.text, $0.place?.text) }),
          "more": .integer(max(0, fault.details.count - Self.mostDetails)), "choices": Self.choices(fault),
        ]))
    case .document(let document, let folder, let findings):
      let path = "Content/\(folder)/index.md"
      try desk.files.note(.added, path, by: user, "导入 \(result.file)")
      let account = ImportAccount(document)
      return .ok(
        .object([
          "path": .string(path), "isKnown": false, "isDraft": .boolean(document.isDraft),
          "facts": Self.lines(account.facts), "proposals": Self.lines(account.proposals),
          "omitted": Self.lines(account.omissions), "doubts": Self.lines(account.doubts),
          "pictures": .strings(account.pictures),
          "questions": .array(
            account.questions.map { question in
              .object([
                "text": .string(question.message), "cures": .strings(question.cures.map { Self.cure($0, in: folder) }),
                "place": .optional(question.places.isEmpty ? nil : question.places.map(\.text).joined(separator: "、")),
              ])
            }),
          "findings": JSONReport.value(findings),
        ]))
    }
  }

  private static let mostDetails = 20

  /// What the terminal does by an option, somebody chooses here before the import.
  private static func cure(_ cure: String, in folder: String) -> String {
    cure.contains(" --") ? "先放在 \(folder.parentPath)；不对的，把这个文件夹移到那个栏目，或者删去它，重新导入时选好" : cure
  }

  /// What somebody who has seen it may decide.
  private static func choices(_ fault: ImportFault) -> JSONValue {
    guard case .obstacles(let obstacles) = fault else { return .array([]) }
    return .strings([obstacles.contains { $0.kind == .revision } ? "changes" : "comments"])
  }
}

/// Does one thing after the other.
actor Turns {
  private var last: Task<Void, Never>?

  func run<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    let before = last
    let task = Task {
      await before?.value
      return try await work()
    }
    last = Task { _ = try? await task.value }
    return try await task.value
  }
}
