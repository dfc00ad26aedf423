import Base
import Disk
import Documents
import Papers
import SiteBuild

/// One file as text, what it was before, and new ones.
extension DeskAPI {
  /// Files that are texts; others are attachments.
  private static let texts: Set = ["md", "csv", "yml"]

  /// The text of a file with its stamp.
  func read(_ path: String) -> Answer {
    guard Self.texts.contains(path.fileExtension) else { return .refused(404, "这个文件不是文字，不能在这里改") }
    return answering { () throws(DeskFiles.Refusal) in
      let state = try desk.files.read(path)
      guard let text = String(validating: state.bytes, as: UTF8.self) else {
        return .refused(422, "文件的编码不是 UTF-8，先运行 gongkai fix --rule encoding")
      }
      return .ok(.object(["path": .string(path), "text": .string(text), "stamp": .string(state.stamp)]))
    }
  }

  /// Writes a text in the place of the one that was read; refuses when another stands there now, and shows it. Without a stamp, there
  /// was none.
  func write(_ value: JSONValue) -> Answer {
    guard let path = value["path"]?.text, let text = value["text"]?.text else {
      return .refused(400, "缺少 path 或者 text")
    }
    guard Self.texts.contains(path.fileExtension) else { return .refused(404, "这个文件不是文字，不能在这里改") }
    return answering { () throws(DeskFiles.Refusal) in
      let new = try desk.files.replace(path, with: Array(text.utf8), stamp: value["stamp"]?.text, by: user)
      return .ok(.object(["stamp": .string(new.stamp)]))
    }
  }

  /// What a text that is not saved yet would be: its page, and what it would be told.
  func preview(_ value: JSONValue, _ day: CalendarDate?) async -> Answer {
    guard let path = value["path"]?.text, let text = value["text"]?.text else {
      return .refused(400, "缺少 path 或者 text")
    }
    guard await desk.site.document(file: path) != nil else { return .refused(404, "没有文件“\(path)”，不能预览") }
    do {
      let preview = try await desk.site.preview(path, says: Array(text.utf8), on: day)
      return .ok(
        .object([
          "page": .optional(preview.page.map { String(decoding: $0, as: UTF8.self) }),
          "findings": JSONReport.value(preview.findings),
        ]))
    } catch {
      return .refused(507, (error as? FileError)?.message ?? "\(error)")
    }
  }

  /// A new document of a kind in a column.
  func create(_ value: JSONValue) async -> Answer {
    let site = desk.site
    guard let word = value["kind"]?.text, let column = value["column"]?.text else {
      return .refused(400, "缺少 kind 或者 column")
    }
    guard let kind = await site.kinds.first(where: { $0.id == word }) else { return .refused(422, "没有类型“\(word)”") }
    let columns = await site.columns
    guard let place = columns.first(where: { $0.path == column }) else { return .refused(422, "没有栏目“\(column)”") }
    let today = await site.today
    let isColumns = place.kind == kind.id || place.kind == kind.label
    let text = FrontMatterForm(kind, site: await site.site).skeleton(
      today: today, kindWord: isColumns ? nil : kind.label, title: value["title"]?.text)
    do throws(FileError) {
      let path = try NewDocument.write(Array(text.utf8), in: "Content/" + column, of: desk.files.root, year: today.year)
      try desk.files.note(.added, path, by: user)
      return .ok(.object(["path": .string(path)]))
    } catch {
      return .refused(507, error.message)
    }
  }

  // MARK: - Copies

  /// What a file was before, the latest first.
  func copies(_ path: String) -> Answer {
    do throws(FileError) {
      return .ok(.array(try desk.files.copies(of: path).map(\.json)))
    } catch { return .refused(507, error.message) }
  }

  /// The text of a copy.
  func copy(_ path: String, _ stamp: String) -> Answer {
    do throws(FileError) {
      guard let state = try desk.files.copy(of: path, stamp) else { return .refused(404, "没有这份副本") }
      return .ok(.object(["text": .string(String(decoding: state.bytes, as: UTF8.self))]))
    } catch { return .refused(507, error.message) }
  }

  /// Puts a copy in the place of a file; what stood there is kept, too.
  func restore(_ value: JSONValue) -> Answer {
    guard let path = value["path"]?.text, let copy = value["copy"]?.text else {
      return .refused(400, "缺少 path 或者 copy")
    }
    return answering { () throws(DeskFiles.Refusal) in
      let old: DeskFiles.State?
      do throws(FileError) { old = try desk.files.copy(of: path, copy) } catch { throw .disk(error) }
      guard let old else { return .refused(404, "没有这份副本") }
      let new = try desk.files.replace(
        path, with: old.bytes, stamp: value["stamp"]?.text, by: user, deed: .restored)
      return .ok(.object(["stamp": .string(new.stamp)]))
    }
  }

  /// The answer, or why nothing was written.
  func answering(_ body: () throws(DeskFiles.Refusal) -> Answer) -> Answer {
    do throws(DeskFiles.Refusal) { return try body() } catch {
      switch error {
      case .place, .gone: return .refused(404, error.message)
      case .disk: return .refused(507, error.message)
      case .changed(let state):
        return Answer(
          status: 409,
          value: .object([
            "message": .string(error.message), "text": .string(String(decoding: state.bytes, as: UTF8.self)),
            "stamp": .string(state.stamp),
          ]))
      }
    }
  }
}
