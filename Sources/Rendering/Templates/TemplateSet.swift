package import Base
package import Disk
import Glibc

/// All templates and assets, parsed once.
package struct TemplateSet: Sendable {
  /// The site's templates over the program's.
  let tree: LayeredTree
  private let templates: [String: Template]
  /// Sources by name, for the linter.
  let sources: [String: SourceText]
  /// Files below `assets/`, which are served unchanged: path below `assets/` → bytes, sorted by path.
  package let assetFiles: [(path: String, bytes: [UInt8])]
  /// Findings about templates that do not parse.
  package let findings: [Diagnostic]

  /// Reads the templates and assets.
  ///
  /// - Throws: ``FileError`` when a file cannot be read.
  package init(tree: LayeredTree) throws(FileError) {
    self.tree = tree
    var sources: [String: SourceText] = [:]
    var assets: [(path: String, bytes: [UInt8])] = []
    var links: [Diagnostic] = []
    for entry in tree.entries(under: "") {
      let path = entry.path
      if path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
      switch entry.kind {
      case .file: break
      case .link:
        links.append(Self.link(tree.shownPath(path)))
        continue
      // Another file in its place would be a silent change of the site.
      case .unreadable(let code): throw FileError("读取", tree.shownPath(path), code: code)
      case .forbidden: throw FileError("读取", tree.shownPath(path), code: EACCES)
      case .folder, .duplicate, .other: continue
      }
      if path.hasSuffix(".mustache") {
        sources[String(path.dropLast(9))] = SourceText(path: tree.shownPath(path), bytes: try tree.read(path))
      } else if path.hasPrefix("assets/"), !path.hasSuffix(".d.ts") {  // types for editors, never loaded
        assets.append((String(path.dropFirst(7)), try tree.read(path)))
      }
    }
    self.sources = sources
    assetFiles = assets
    let parsed = Self.parse(sources)
    templates = parsed.templates
    let texts = assets.filter { Self.textAssets.contains($0.path.fileExtension) }.map {
      SourceText(path: tree.shownPath("assets/" + $0.path), bytes: $0.bytes)
    }
    findings = (parsed.findings + links + (Array(sources.values) + texts).compactMap(Self.encodingFault)).sorted()
  }

  private static let textAssets: Set<String> = ["css", "js", "mjs", "svg", "json", "txt", "html"]

  /// A file that browsers would not read as it was meant: every page holds some of it.
  private static func encodingFault(_ source: SourceText) -> Diagnostic? {
    if let nul = source.bytes.firstIndex(of: 0) {
      return Diagnostic(
        "nul-byte", at: source.location(of: nul..<nul + 1), "文件中有空字节（NUL），不是文本文件", cures: ["重新保存为纯文本"])
    }
    let decoded = String(decoding: source.bytes, as: UTF8.self)
    guard
      let fault = zip(decoded.utf8, source.bytes).enumerated().first(where: { $1.0 != $1.1 })?.offset
        ?? (decoded.utf8.count == source.bytes.count ? nil : source.bytes.count - 1)
    else { return nil }
    return Diagnostic(
      "encoding", at: source.location(of: fault..<fault + 1), "模板文件的编码应为 UTF-8，这里不是", cures: ["用编辑器另存为，编码选 UTF-8"])
  }

  private static func link(_ path: String) -> Diagnostic {
    Diagnostic(
      "symlink-outside", at: Diagnostic.Location(path: path), "这是符号链接，不知道会公开什么，不会读取",
      cures: ["删去链接，把文件本身复制到这里"])
  }

  private static func parse(
    _ sources: [String: SourceText]
  ) -> (templates: [String: Template], findings: [Diagnostic]) {
    var templates: [String: Template] = [:]
    var findings: [Diagnostic] = []
    for (name, source) in sources {
      do throws(TemplateTagError) {
        templates[name] = try Template(source.bytes)
      } catch {
        findings.append(Diagnostic("template-syntax", at: source.location(of: error.range), error.message))
      }
    }
    return (templates, findings)
  }

  /// Every file that was read, by path: templates by name, assets by theirs.
  package var files: [(path: String, bytes: [UInt8])] {
    sources.keys.sorted().map { ($0 + ".mustache", sources[$0]?.bytes ?? []) } + assetFiles
  }

  /// Templates that do not parse.
  var unparsed: Set<String> { Set(sources.keys).subtracting(templates.keys) }

  /// Whether there is a template with this name.
  func contains(_ name: String) -> Bool { sources[name] != nil }

  /// The page's bytes. The linter reports a missing template before anything is rendered.
  func render(_ name: String, _ view: View) -> [UInt8] {
    guard let template = templates[name] else { preconditionFailure("template \(name) was not checked") }
    return TemplateRenderer.render(template, view, partials: templates)
  }
}
