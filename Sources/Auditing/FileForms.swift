import Base
import Documents
import Resolution

/// Files that most readers cannot open: pictures that browsers do not show (`image-form`, warning), and programs, which
/// computers of offices refuse (`program-file`, warning).
struct FileForms: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    let documents = context.documents + context.faulty
    let texts =
      documents.map { ($0.sourcePath, $0.body.targets) }
      + context.columns.map { ($0.sourcePath, $0.introduction.targets) }
    let linked = texts.flatMap { source, targets in
      targets.compactMap { target -> Diagnostic? in
        guard case .file(let path) = context.resolver.resolve(target.destination, from: source) else { return nil }
        return finding(path, isImage: target.isImage, at: target.location)
      }
    }
    let attached = documents.flatMap { document in
      document.attachments.compactMap { finding($0.path, isImage: false, at: document.location(of: .attachments)) }
    }
    return linked + attached
  }

  private func finding(_ path: String, isImage: Bool, at place: Diagnostic.Location) -> Diagnostic? {
    let ending = path.fileExtension
    if isImage, Self.hiddenImages.contains(ending) {
      return Diagnostic(
        "image-form", .warning, at: place, "多数浏览器不显示 .\(ending) 图片“\(path.lastSegment)”",
        cures: ["用画图或看图软件另存为 JPG 或 PNG，再改正这里的文件名"])
    }
    guard Self.programs.contains(ending) else { return nil }
    return Diagnostic(
      "program-file", .warning, at: place, "“\(path.lastSegment)”是程序或脚本，附件不应是程序文件",
      cures: ["只提供文档、表格和图片；确需提供软件的，写明官方下载网址"])
  }

  private static let hiddenImages: Set<String> = [
    "heic", "heif", "tif", "tiff", "psd", "ai", "eps", "wmf", "emf", "jp2", "jxl", "raw", "cr2", "cr3", "nef", "arw",
    "dng",
    "pcx", "tga", "cdr", "dwg",
  ]
  private static let programs: Set<String> = [
    "exe", "com", "bat", "cmd", "scr", "pif", "msi", "msp", "dll", "js", "jse", "vbs", "vbe", "wsf", "wsh", "hta",
    "ps1",
    "psm1", "jar", "apk", "ipa", "reg", "lnk", "cpl", "sh", "run", "deb", "rpm", "dmg", "pkg", "app", "chm", "iso",
    "img",
    "docm", "xlsm", "pptm", "xlam",
  ]
}
