import Documents
import Resolution
import Search

extension Preparation {
  /// The files that readers get with each document and may look for: those that its author lists, and whatever else
  /// has a text.
  func searchAttachments(_ plan: SitePlan) -> [DocumentID: [SearchAttachment]] {
    var found: [DocumentID: [SearchAttachment]] = [:]
    for entry in plan.entries {
      guard case .copy(let file) = entry.file, case .document(let id) = entry.owner else { continue }
      let title = corpus[id]?.document.listedAttachments.first { $0.path == file.content }?.title
      let passages = attachments.texts[file.content]?.passages ?? []
      guard title != nil || !passages.isEmpty else { continue }
      found[id, default: []].append(
        SearchAttachment(title: title ?? file.fileName, fileName: file.fileName, passages: passages))
    }
    return found
  }
}
