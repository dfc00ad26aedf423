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
    var found: [Diagnostic] = []
    func add(_ rule: String, _ severity: Severity, _ message: String, _ cure: String) {
      found.append(Diagnostic(rule, severity, at: place, "“\(name)”" + message, cures: [cure]))
    }
    if let running = Self.runningPart(of: name) {
      add(
        "program-file", .error, "是网页、程序或脚本（.\(running)），放在网站上会在读者的浏览器或者服务器上运行，不能公开",
        running == "xml" ? "数据存为 CSV、JSON 或 XLSX" : "另存为 PDF、OFD 或者办公软件的文件；需要提供软件的，写明官方下载网址")
    } else if !context.corpus.site.publishes(ending) {
      add(
        "attachment-type", .error,
        ending.isEmpty ? "没有扩展名，不知道是什么文件，不能公开" : "的类型 .\(ending) 不在可以公开的附件类型中",
        "另存为 PDF、OFD、DOCX、XLSX、CSV 等；确实需要的，在 site.yml 的 attachmentTypes 中写上 \(ending)")
    } else if ["gz", "br"].contains(ending), FileTypes.compressible.contains(name.fileStem.fileExtension) {
      add("attachment-type", .error, "会被服务器当作 \(name.fileStem) 的压缩副本", "用 ZIP 压缩")
    } else if FileTypes.withMacros.contains(ending) {
      add("macro-file", .warning, "是带宏的文件，多数单位的电脑不打开", "另存为不带宏的 DOCX、XLSX 或 PPTX")
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
      found.append(finding(fault, name, at: place))
    }
    return found
  }

  private func finding(_ fault: FileFault, _ name: String, at place: Diagnostic.Location) -> Diagnostic {
    let ending = name.fileExtension
    return switch fault {
    case .runs(let what):
      Diagnostic(
        "file-content", at: place, "“\(name)”的内容是\(what)，不是 .\(ending) 文件，不能公开",
        cures: ["用办公软件打开，另存为真正的 .\(ending) 文件；来历不明的，先查杀病毒"])
    case .script(let part):
      Diagnostic(
        "file-content", at: place, "图片“\(name)”里有\(part)，会在读者的浏览器上运行，不能公开",
        cures: ["另存为 PNG，或者用绘图软件导出不带脚本的 SVG"])
    case .macros:
      Diagnostic(
        "macro-file", .warning, at: place, "“\(name)”里有宏，多数单位的电脑不打开", cures: ["另存为不带宏的 DOCX、XLSX 或 PPTX"])
    case .isRather(let type):
      Diagnostic(
        "file-content", .warning, at: place, "“\(name)”的内容是 \(type)，与扩展名不符，读者可能打不开",
        cures: ["用办公软件打开，另存为 .\(ending)；或者把扩展名改正"])
    }
  }

  /// The extension by which something would run the file, the last one or one before it.
  private static func runningPart(of name: String) -> String? {
    let endings = name.lowercased().split(separator: ".").dropFirst().map { String($0).trimmed }
    guard let last = endings.last else { return nil }
    if FileTypes.active.contains(last) || FileTypes.programs.contains(last) { return last }
    return endings.dropLast().first(where: FileTypes.activeInside.contains)
  }

  private static let hiddenImages: Set<String> = [
    "heic", "heif", "tif", "tiff", "psd", "ai", "eps", "wmf", "emf", "jp2", "jxl", "raw", "cr2", "cr3", "nef", "arw",
    "dng", "pcx", "tga", "cdr", "dwg",
  ]
}
