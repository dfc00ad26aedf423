import Base
import Documents
import Resolution

/// The files of a document that is not public (定时发布, 草稿, 依申请公开, 不予公开, 撤下) are not public either, so that no other
/// document can list them (`hidden-attachment`, error; 政府信息公开条例 art. 13).
struct HiddenAttachments: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    (context.documents + context.faulty).flatMap { document in
      document.listedPlaces.compactMap { path, place in
        context.resolver.hiddenOwners(of: path)
          .first { $0.staysHidden(from: document, on: context.corpus.asOf) }
          .map { finding(path, place, $0, isTakenDown: $0.retraction(on: context.corpus.asOf) != nil) }
      }
    }
  }

  private func finding(
    _ path: String, _ place: Diagnostic.Location, _ owner: Document, isTakenDown: Bool
  ) -> Diagnostic {
    let name = owner.title.isEmpty ? owner.id.path : owner.title
    let reason = owner.mayBeHidden ? "有错误、不知道能否公开" : isTakenDown ? "已经撤下" : "不公开或者尚未公开"
    // A text goes by its day alone; that must not stop a night.
    return Diagnostic(
      "hidden-attachment", isTakenDown ? .warning : .error, at: place,
      "“\(path.lastSegment)”是“\(name)”的附件，那件文件\(reason)，附件不能在这里公开",
      cures: ["删去这里的附件；确认可以公开的，复制一份放在这篇文件自己的文件夹中"],
      related: [Diagnostic.Related(owner.location(of: .attachments), "不公开的文件在这里")])
  }
}

extension Document {
  /// Whether there is a day on which `other` is public and this one, which is hidden today, is not.
  fileprivate func staysHidden(from other: Document, on today: CalendarDate) -> Bool {
    guard other.id != id, !other.isDraft, other.disclosure == .proactive else { return false }
    if retraction(on: today) != nil { return other.isPublic(on: today) }
    guard !mayBeHidden, !isDraft, disclosure == .proactive, let day = publishedOn?.day else { return true }
    return other.publishedOn.map { $0.day < day } ?? true
  }
}
