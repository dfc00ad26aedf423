package import Base
import Disk
import Documents
import Loading
import Rendering
import Resolution

/// What a document would be if its file said something else.
package struct DocumentPreview: Sendable {
  /// Its page as if it were public; nil when the text has no page, because what stands at its head is broken.
  package let page: [UInt8]?
  /// What its own file would be told, sorted: what other files have to do with it, a check says once it is saved.
  package let findings: [Diagnostic]
}

extension LiveSite {
  /// What a text would be on a day. Writes nothing, and changes nothing of what others see.
  ///
  /// - Parameter path: A document that is there, below the root: `Content/zhengce/a.md`.
  /// - Throws: ``FileError`` when a file cannot be read.
  package func preview(_ path: String, says text: [UInt8], on day: CalendarDate? = nil) async throws -> DocumentPreview
  {
    let overlaid = OverlaidTree([path: text], over: tree)
    let library = try await loaded.after([path], tree: overlaid, templates: try request.layeredTemplates()).library
    let findings = library.findings.filter { $0.location.path == path }
    let id = DocumentID(sourcePath: String(path.dropFirst("Content/".count)))
    guard let document = library.documents.first(where: { $0.id == id }) ?? library.faulty.first(where: { $0.id == id })
    else { return DocumentPreview(page: nil, findings: findings) }
    let view = view(of: library, on: day ?? today, opened: true)
    return DocumentPreview(page: await view.bytes(at: LiveView.path(of: document.url)), findings: findings)
  }
}
