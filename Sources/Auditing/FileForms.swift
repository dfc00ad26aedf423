import Base
import Documents
import Resolution

/// What a site publishes beside its pages must be what readers can open and nothing that runs, by its name
/// (`program-file`, `attachment-type`: errors) and by its bytes (`file-content`: an error if it runs, else a warning).
/// Warnings: files of 0 bytes (`attachment-empty`), with macros (`macro-file`), pictures that browsers do not show (`image-form`).
struct FileForms: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.namedFiles.flatMap { findings($0, context) }
  }

  private func findings(_ file: NamedFile, _ context: AuditContext) -> [Diagnostic] {
    let (path, place) = (file.path, file.place)
    let name = path.lastSegment
    let ending = path.fileExtension
    var found = [FileVerdict.finding(ofName: name, in: context.corpus.site, at: place)].compactMap(\.self)
    func add(_ rule: String, _ severity: Severity, _ message: String, _ cure: String) {
      found.append(Diagnostic(rule, severity, at: place, "“\(name)”" + message, cures: [cure]))
    }
    if file.naming == .picture, Self.hiddenImages.contains(ending) {
      found.append(
        Diagnostic(
          "image-form", .warning, at: place, "多数浏览器不显示 .\(ending) 图片“\(name)”",
          cures: ["用画图或看图软件另存为 JPG 或 PNG，再改正这里的文件名"]))
    }
    // The reader of the list has said so of its own.
    if file.naming != .list, context.files[path] == 0 {
      add("attachment-empty", .warning, "是空文件", "换成有内容的文件")
    }
    if found.allSatisfy({ $0.severity == .warning }), let fault = context.fileFaults[path] {
      found.append(FileVerdict.finding(of: fault, in: name, at: place))
    }
    return found
  }

  private static let hiddenImages: Set<String> = [
    "heic", "heif", "tif", "tiff", "psd", "ai", "eps", "wmf", "emf", "jp2", "jxl", "raw", "cr2", "cr3", "nef", "arw",
    "dng", "pcx", "tga", "cdr", "dwg",
  ]
}
