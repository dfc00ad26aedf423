package import Base
package import Documents

/// What speaks against publishing a file: of one that a text names, and of one that somebody is about to attach.
package enum FileVerdict {
  /// What its name says; nil if readers can open such files and nothing runs them.
  package static func finding(ofName name: String, in site: Site, at place: Diagnostic.Location) -> Diagnostic? {
    let ending = name.fileExtension
    func found(_ rule: String, _ severity: Severity, _ message: String, _ cure: String) -> Diagnostic {
      Diagnostic(rule, severity, at: place, "“\(name)”" + message, cures: [cure])
    }
    if let running = runningPart(of: name) {
      return found(
        "program-file", .error, "是网页、程序或脚本（.\(running)），放在网站上会在读者的浏览器或者服务器上运行，不能公开",
        running == "xml" ? "数据存为 CSV、JSON 或 XLSX" : "另存为 PDF、OFD 或者办公软件的文件；需要提供软件的，写明官方下载网址")
    }
    if !site.publishes(ending) {
      return found(
        "attachment-type", .error,
        ending.isEmpty ? "没有扩展名，不知道是什么文件，不能公开" : "的类型 .\(ending) 不在可以公开的附件类型中",
        "另存为 PDF、OFD、DOCX、XLSX、CSV 等；确实需要的，在 site.yml 的 attachmentTypes 中写上 \(ending)")
    }
    if ["gz", "br"].contains(ending), FileTypes.compressible.contains(name.fileStem.fileExtension) {
      return found("attachment-type", .error, "会被服务器当作 \(name.fileStem) 的压缩副本", "用 ZIP 压缩")
    }
    guard FileTypes.withMacros.contains(ending) else { return nil }
    return found("macro-file", .warning, "是带宏的文件，多数单位的电脑不打开", "另存为不带宏的 DOCX、XLSX 或 PPTX")
  }

  /// What a look into a file has found.
  package static func finding(of fault: FileFault, in name: String, at place: Diagnostic.Location) -> Diagnostic {
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
}
