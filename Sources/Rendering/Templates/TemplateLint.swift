import Base

/// Checks templates against the shapes of their views, because Mustache silently prints nothing for an unknown name.
/// Errors: unknown names and partials (`template-partial`, `template-name`) and partials that include themselves
/// without end, or so often that a page is too large (`template-recursion`). Warnings: required content that none of a page's templates writes
/// (`template-omits`), and a template of the site that no page includes (`template-unused`).
struct TemplateLint {
  /// By name without `.mustache`.
  let sources: [String: SourceText]
  /// Templates that do not parse, which the parser has reported.
  let unparsed: Set<String>
  /// Names of the templates that are the site's and not the program's.
  let own: Set<String>
  /// The bytes of templates that the page being checked may still include.
  private var room = 0
  private static let largestPage = 10 << 20
  private(set) var findings: Set<Diagnostic> = []
  /// Dotted names, from the root, that the page being checked writes.
  private var shown: Set<String> = []
  /// The first of the site's own templates in the page being checked.
  private var firstOwn: String?
  /// The templates of all pages.
  private var used: Set<String> = []

  /// The meaning of a name at one point of a template: its shape, and its path from the root.
  private struct Scope {
    let shape: Shape
    let path: String

    /// A member of this one.
    func path(of name: String) -> String { path.isEmpty ? name : path + "." + name }
  }

  init(sources: [String: SourceText], unparsed: Set<String> = [], own: Set<String> = []) {
    self.sources = sources
    self.unparsed = unparsed
    self.own = own
  }

  /// Checks a page's template and the partials it includes against the page's view.
  ///
  /// - Parameter needed: Names that at least one of these templates has to write.
  mutating func check(template name: String, shape: Shape, showing needed: [NeededName] = []) {
    (shown, firstOwn) = ([], nil)
    room = Self.largestPage
    if let source = sources[name], source.bytes.allSatisfy({ [0x09, 0x0A, 0x0D, 0x20].contains($0) }) {
      findings.insert(
        Diagnostic("template-syntax", at: source.whole, "模板是空的，网页上什么也没有", cures: ["恢复模板的内容；不要这个模板的，删去文件"]))
      return
    }
    check(name, stack: [Scope(shape: shape, path: "")], chain: [])
    let missing = needed.filter { !shown.contains($0.name) }
    // If the program's template is in order, what the site has put under it is not.
    guard let source = sources[firstOwn ?? name], !missing.isEmpty else { return }
    let cures = missing.map(\.cure).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    findings.insert(
      Diagnostic(
        "template-omits", .warning, at: source.whole,
        "模板没有写出 \(missing.map(\.name).joined(separator: "、"))，文件里有这些内容时，网页上看不到",
        cures: [
          "加上 " + cures.joined(separator: " ")
            + (firstOwn ?? name == name
              ? "；或者删去这个模板，类型文件改写 layout，用共同的 document.mustache" : "；或者删去这个文件，用程序自带的")
        ]))
  }

  /// Finds templates that no page has included: who wrote them expects to see them.
  ///
  /// - Parameter added: Names of the templates that the program does not have.
  mutating func checkUse(of added: Set<String>) {
    let known = sources.keys.filter { !added.contains($0) }.sorted()
    for name in added.subtracting(used) {
      guard let source = sources[name] else { continue }
      let cures = NearMiss.cure(for: name, among: known) + ["不用的，删去文件；给某个类型用的，在类型文件里写 template: \(name)"]
      findings.insert(
        Diagnostic("template-unused", .warning, at: source.whole, "“\(name).mustache”没有网页用到，不起作用", cures: cures))
    }
  }

  /// `chain`: the templates being checked, from the page's own to the one that includes this.
  private mutating func check(_ name: String, stack: [Scope], chain: [String]) {
    used.insert(name)
    if firstOwn == nil, own.contains(name) { firstOwn = name }
    guard let source = sources[name], !unparsed.contains(name) else { return }
    room -= source.bytes.count
    var scanner = TemplateScanner(source.bytes)
    var stack = stack
    while room >= 0, let tag = (try? scanner.next()).flatMap(\.self) {
      check(tag, in: source, stack: &stack, chain: chain + [name])
    }
  }

  private mutating func check(
    _ tag: TemplateTag, in source: SourceText, stack: inout [Scope], chain: [String]
  ) {
    switch tag.kind {
    case .comment: break
    case .variable, .unescaped:
      show(resolve(tag, in: source, stack))
    case .section:
      let found = resolve(tag, in: source, stack)
      show(found)
      if let scope = pushed(found) ?? stack.last { stack.append(scope) }
    case .inverted:
      resolve(tag, in: source, stack)
      if let top = stack.last { stack.append(top) }
    case .end:
      if stack.count > 1 { stack.removeLast() }
    case .partial:
      if sources[tag.name] == nil {
        let known = sources.keys.sorted()
        report(
          "template-partial", source, tag.range, "没有“\(tag.name).mustache”这个模板",
          NearMiss.cure(for: tag.name, among: known))
      }
      let size = sources[tag.name]?.bytes.count ?? 0
      if room >= 0, room < size {
        room = -1
        report("template-recursion", source, tag.range, "模板一层层引用下来，一个网页超过 \(Self.largestPage >> 20) MB", ["减少重复的引用"])
      } else if chain.contains(tag.name) {
        report("template-recursion", source, tag.range, "“\(tag.name)”引用了自己，页面永远写不完")
      } else {
        check(tag.name, stack: stack, chain: chain)
      }
    }
  }

  private mutating func show(_ scope: Scope?) { if let scope { shown.insert(scope.path) } }

  /// What a section pushes: a list's element or the object itself; nil for a flag or a string, which keep the context.
  private func pushed(_ scope: Scope?) -> Scope? {
    switch scope?.shape {
    case .list(let element): scope.map { Scope(shape: element, path: $0.path) }
    case .object, .open: scope
    case .text, .html, .truth, nil: nil
    }
  }

  /// The shape of the tag's name, or a finding.
  @discardableResult
  private mutating func resolve(_ tag: TemplateTag, in source: SourceText, _ stack: [Scope]) -> Scope? {
    if tag.name == "." { return stack.last }
    let parts = tag.name.split(separator: ".").map(String.init)
    for scope in stack.reversed() {
      guard case .object(let members) = scope.shape else { continue }
      guard parts.first.flatMap({ members[$0] }) != nil else { continue }
      if let found = descend(parts, from: scope.shape) { return Scope(shape: found, path: scope.path(of: tag.name)) }
      break
    }
    let candidates = stack.reversed().flatMap { scope -> [String] in
      if case .object(let members) = scope.shape { members.keys.sorted() } else { [] }
    }
    report(
      "template-name", source, tag.range, "页面数据里没有“\(tag.name)”",
      NearMiss.cure(for: parts.first ?? "", among: candidates.filter { $0 != parts.first }))
    return nil
  }

  private func descend(_ parts: [String], from shape: Shape) -> Shape? {
    parts.reduce(shape as Shape?) { shape, part in
      switch shape {
      case .object(let members): members[part]
      case .open(let element): element
      default: nil
      }
    }
  }

  private mutating func report(
    _ rule: String, _ source: SourceText, _ range: Range<Int>, _ message: String, _ cures: [String] = []
  ) {
    findings.insert(Diagnostic(rule, at: source.location(of: range), message, cures: cures))
  }
}
