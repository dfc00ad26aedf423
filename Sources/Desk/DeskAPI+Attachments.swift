import Base
import Disk
import Documents
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
    let document = isListed ? await desk.site.document(in: path) : nil
    // A document that names files by where it stands stays there.
    let moves = document.map { $0.attachments.isEmpty && $0.filesInText.isEmpty } ?? false
    let place = moves ? try desk.files.moveIntoFolder(path, by: user) : path
    let kept = try desk.files.add(file, named: name, to: place.parentPath, by: user)
    if isListed { try list(kept, title: kept == name ? nil : name.fileStem, in: place) }
    return .ok(.object(["path": .string(place), "name": .string(kept)]))
  }

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
