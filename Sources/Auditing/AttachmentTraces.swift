import Base
import Documents
import OfficeFiles
import Resolution

/// What readers find in a published file besides what it is to say (warnings, 个人信息保护法 art. 25, 28):
/// `attachment-revisions`, `attachment-comments`, `attachment-hidden`, `attachment-links`, `attachment-author`,
/// `attachment-position`. What keeps them from reading it: `attachment-encrypted` (an error if it has a password),
/// `attachment-scan`, `attachment-damaged`. What nobody has looked at: `attachment-unread`. And what the guard says of its
/// text, by the guard's rules.
struct AttachmentTraces: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    guard !context.attachments.isEmpty else { return [] }
    let names = AuthorNames(context.corpus.site)
    var known: Set<String> = []
    return context.namedFiles.flatMap { file -> [Diagnostic] in
      // One file in one text is one thing to do, however often it is named there.
      guard file.isPassedOn, let reading = context.attachments[file.path],
        known.insert(file.place.path + "\n" + file.path).inserted
      else { return [] }
      return AttachmentFindings(file: file, reading: reading, names: names).all
    }
  }
}

/// The findings of one file at one place.
private struct AttachmentFindings {
  let file: NamedFile
  let reading: AttachmentReading
  let names: AuthorNames

  private var name: String { file.path.lastSegment }
  private var isPicture: Bool { ["jpg", "jpeg", "png", "webp"].contains(file.path.fileExtension) }

  var all: [Diagnostic] {
    var found = reading.traces.compactMap(finding) + reading.sightings.map(finding)
    if let fault = reading.fault.flatMap(finding) { found.append(fault) }
    if reading.isCut {
      found.append(
        warning("attachment-unread", "文字太多，后面的没有检查", "分成几个文件，或者人工核对后面的内容，标为已核对"))
    }
    return found
  }

  private func warning(_ rule: String, _ message: String, _ cures: String...) -> Diagnostic {
    Diagnostic(rule, .warning, at: file.place, "“\(name)”" + message, cures: cures)
  }

  private func finding(_ trace: OfficeTrace) -> Diagnostic? {
    let (count, at) = (trace.count, Self.first(trace))
    switch trace.kind {
    case .revision:
      return warning(
        "attachment-revisions", "有 \(count) 处修订没有接受\(Self.by(trace))\(at)，读者能看到改动前的文字", "用 Word 或 WPS 打开，审阅、接受所有修订，保存")
    case .comment:
      return warning(
        "attachment-comments", "有 \(count) 条批注\(Self.by(trace))\(at)，读者能看到", "用办公软件打开，审阅、删除所有批注，保存")
    case .speakerNotes:
      return warning(
        "attachment-comments", "有 \(count) 张幻灯片带备注\(at)，读者能看到", "要公开的，标为已核对；不公开的，删去备注，或者改为 PDF")
    case .hiddenText:
      return warning(
        "attachment-hidden", "有 \(count) 处隐藏文字\(at)，读者能让它显示", "全选后在“字体”中取消“隐藏”，核对后删去或者保留")
    case .hiddenSheet:
      return warning(
        "attachment-hidden",
        "有 \(count) 个隐藏的工作表（\(trace.names.map { "“\($0)”" }.joined(separator: "、"))\(count > 3 ? "等" : "")），读者能让它显示",
        "右击工作表标签、取消隐藏，核对后删去或者保留")
    case .hiddenRows:
      return warning(
        "attachment-hidden", "有 \(count) 行有内容而被隐藏或筛去\(at)，读者能让它显示", "取消隐藏和筛选，核对后删去或者保留")
    case .hiddenColumns:
      return warning(
        "attachment-hidden", "有 \(count) 列有内容而被隐藏\(at)，读者能让它显示", "取消隐藏，核对后删去或者保留")
    case .hiddenSlide:
      return warning(
        "attachment-hidden", "有 \(count) 张隐藏的幻灯片\(at)，读者能看到", "右击幻灯片、取消隐藏，核对后删去或者保留")
    case .externalLink:
      return warning(
        "attachment-links", "引用了别的工作簿（\(trace.names.map { "“\($0)”" }.joined(separator: "、"))），里面有它们在本单位电脑上的位置",
        "数据、编辑链接、断开链接，保存")
    case .author:
      let people = trace.names.filter(names.isPerson)
      if people.isEmpty { return nil }
      return warning(
        "attachment-author", "的属性里有人名“\(people.joined(separator: "”“"))”，读者能看到",
        isPicture ? "用看图软件另存，不带照片信息" : "文件、信息、检查文档，删除文档属性和个人信息，保存")
    case .position:
      return warning("attachment-position", "里有拍摄地点的经纬度，读者能看到", "用看图软件另存，不带照片信息")
    case .protection:
      return warning(
        "attachment-encrypted", "限制了读者的权限，有的软件不能打开、复制或者朗读", "从原来的文件重新导出 PDF，不设密码和权限")
    case .pageWithoutText: return scan(trace)
    case .company: return nil
    }
  }

  /// Single pages without text are blank, or pictures: only a file that mostly consists of them is a scan.
  private func scan(_ trace: OfficeTrace) -> Diagnostic? {
    guard let all = reading.pageCount, trace.count * 2 > all else { return nil }
    let which = trace.count == all ? "\(all) 页都" : "\(all) 页中有 \(trace.count) 页"
    return warning(
      "attachment-scan", "\(which)没有文字，是扫描的图片，搜索不到，不能复制，读屏软件不能朗读", "从原来的文件导出 PDF；只有纸质件的，用文字识别（OCR）后另存")
  }

  private func finding(_ fault: OfficeFault) -> Diagnostic? {
    switch fault {
    case .encrypted:
      Diagnostic(
        "attachment-encrypted", at: file.place, "“\(name)”设了打开密码，读者打不开", cures: ["取消密码后保存；不宜公开的，不要作为附件"])
    case .damaged, .readerFailed:
      warning("attachment-damaged", "已损坏或者不完整，读者可能打不开", "用办公软件打开核对，重新保存或者重新上传")
    case .tooLarge:
      warning("attachment-unread", "太大，里面的文字没有检查", "压缩其中的图片或者分成几个文件；确已人工核对的，标为已核对")
    case .otherForm, .restricted, .noText, .noReader: nil
    }
  }

  private func finding(_ sighting: AttachmentSighting) -> Diagnostic {
    let more = sighting.count > 1 ? "，同类的共 \(sighting.count) 处" : ""
    return Diagnostic(
      sighting.rule, sighting.severity, at: file.place,
      "“\(name)”\(sighting.place.text)：\(sighting.message)\(more)", cures: sighting.cures)
  }

  private static func first(_ trace: OfficeTrace) -> String {
    guard let place = trace.place else { return "" }
    return trace.count > 1 ? "，第一处在\(place.text)" : "，在\(place.text)"
  }

  private static func by(_ trace: OfficeTrace) -> String {
    trace.names.isEmpty ? "" : "（\(trace.names.joined(separator: "、"))\(trace.names.count == 3 ? "等" : "")）"
  }
}
