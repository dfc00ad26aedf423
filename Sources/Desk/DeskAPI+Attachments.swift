import Base
import Disk
import Documents
import Loading
import SiteBuild

/// The files beside a document.
extension DeskAPI {
  func attachments(_ path: String) async -> Answer {
    do {
      let files = try await desk.site.attachments(of: path)
      return .ok(
        .object(["mostBytes": .integer(DeskFiles.mostAttachmentBytes), "files": .array(files.map(\.json))]))
    } catch { return Self.refusal(error) }
  }

  /// Takes a file beside a document, and into its list.
  ///
  /// - Parameters:
  ///   - query: `path` of the document, `name` of the file; `use`: `text` for a picture that its text will show.
  ///   - body: The file.
  func attach(_ query: [String: String], _ body: inout RequestBody) async throws -> Answer {
    let (path, given) = (query["path"] ?? "", query["name"] ?? "")
    let name = DeskFiles.attachmentName(given)
    var refusal: Answer?
    do {
      let site = await desk.site.site
      var file = try desk.files.incoming(name)
      while let piece = try await body.next() {
        // What comes after a full disk is read all the same, so that it is not taken for the next request.
        if refusal != nil { continue }
        do throws(FileError) { try file.take(piece) } catch { refusal = Self.refusal(error) }
      }
      if let refusal { return refusal }
      if let fault = try desk.files.fault(of: file, named: name, in: site) { return .refused(422, fault) }
      return try await keep(file, as: name, of: path, isListed: query["use"] != "text")
    } catch { return Self.refusal(error) }
  }

  private func keep(
    _ file: borrowing IncomingFile, as name: String, of path: String, isListed: Bool
  ) async throws -> Answer {
    _ = try desk.files.read(path)
    let document = isListed ? await desk.site.document(file: path) : nil
    // A document that names files by where it stands stays there.
    let moves = document.map { $0.attachments.isEmpty && $0.filesInText.isEmpty } ?? false
    let place = moves ? try desk.files.moveIntoFolder(path, by: user) : path
    let kept = try desk.files.add(file, named: name, to: place.parentPath, by: user)
    var note: String?
    if isListed {
      do throws(ListFault) {
        try await list(place) { $0.attachments(adding: kept, title: kept == name ? nil : name.fileStem) }
      } catch { note = "“\(kept)”放在文件旁边了，没有列进附件：" + error.message }
    }
    return .ok(.object(["path": .string(place), "name": .string(kept), "note": .optional(note)]))
  }

  /// Takes a file that lies beside a document into its list, or out of it.
  func setListed(_ value: JSONValue, _ isListed: Bool) async -> Answer {
    guard let path = value["path"]?.text, let name = value["name"]?.text else {
      return .refused(400, "缺少 path 或者 name")
    }
    do throws(ListFault) {
      try await list(path) { isListed ? $0.attachments(adding: name, title: nil) : $0.attachments(without: name) }
      return .ok(.object(["name": .string(name)]))
    } catch { return .refused(error.status, error.message) }
  }

  private struct ListFault: Error {
    let status: Int
    let message: String
  }

  /// Writes the list of attachments of a document anew; as often as somebody else has written it meanwhile.
  private func list(_ path: String, _ change: (FrontMatterText) -> FrontMatterValue?) async throws(ListFault) {
    let (_, form) = await form(of: path)
    for _ in 0..<Self.mostAttempts {
      do {
        let state = try desk.files.read(path)
        let text = try FrontMatterText(SourceText(path: path, bytes: state.bytes), form: form)
        let bytes = try text.replacing([CommonField.attachments.rawValue: change(text)], form: form)
        _ = try desk.files.replace(path, with: bytes, stamp: state.stamp, by: user)
        return
      } catch let error as FrontMatterText.Refusal {
        throw ListFault(status: 422, message: error.message)
      } catch DeskFiles.Refusal.changed {
        continue
      } catch let error as DeskFiles.Refusal {
        throw ListFault(status: error.status, message: error.message)
      } catch { throw ListFault(status: 500, message: "\(error)") }
    }
    throw ListFault(status: 409, message: "别人正在改这个文件，请再试一次")
  }

  private static let mostAttempts = 20

  /// Takes names of people and places out of a file.
  func clean(_ value: JSONValue) async -> Answer {
    guard let path = value["path"]?.text, let name = value["name"]?.text else {
      return .refused(400, "缺少 path 或者 name")
    }
    do {
      guard let file = try await desk.site.attachments(of: path).first(where: { $0.name == name }) else {
        return .refused(404, "没有这个附件，可能刚被删除或者改名")
      }
      let state = try desk.files.read(file.path)
      guard let cleaned = DeskAttachment.cleaned(state.bytes) else {
        return .refused(422, "“\(name)”不能自动清理：有电子签名或者密码，或者是旧格式；在 Word、WPS 中用“检查文档”")
      }
      _ = try desk.files.replace(file.path, with: cleaned, stamp: state.stamp, by: user)
      return .ok(.object(["name": .string(name)]))
    } catch { return Self.refusal(error) }
  }

  /// What went wrong, as an answer.
  static func refusal(_ error: any Error) -> Answer {
    switch error {
    case let error as DeskFiles.Refusal: .refused(error.status, error.message)
    case let error as FileError: .refused(507, error.message)
    default: .refused(500, "没有完成：连接断开了，请再试一次")
    }
  }
}

extension DeskFiles.Refusal {
  fileprivate var status: Int {
    switch self {
    case .place, .gone: 404
    case .changed: 409
    case .disk: 507
    }
  }
}

extension DeskAttachment {
  fileprivate var json: JSONValue {
    .object([
      "name": .string(name), "path": .string(path), "title": .optional(title),
      "size": byteCount.map(JSONValue.integer) ?? .null, "use": .string(use.rawValue),
      "isCleanable": .boolean(isCleanable), "findings": JSONReport.value(findings),
    ])
  }
}
