import Base

/// Checks templates against the shapes of the views they get, because Mustache prints nothing for a name that is not
/// there (`template-partial`, `template-name`), and against partials that take themselves and would never end
/// (`template-recursion`). All are errors.
struct TemplateLint {
  /// By name without `.mustache`.
  let sources: [String: SourceText]
  private(set) var findings: Set<Diagnostic> = []

  init(sources: [String: SourceText]) { self.sources = sources }

  /// Checks a page's template and the partials it takes, with what the page's view can hold.
  mutating func check(template name: String, shape: Shape) {
    check(name, stack: [shape], chain: [])
  }

  /// `chain`: the templates that are being checked, from the page's own to the one that takes this.
  private mutating func check(_ name: String, stack: [Shape], chain: [String]) {
    guard let source = sources[name] else { return }
    var scanner = TemplateScanner(source.bytes)
    var stack = stack
    // What does not parse is a finding of the parser.
    while let tag = (try? scanner.next()).flatMap(\.self) {
      check(tag, in: source, stack: &stack, chain: chain + [name])
    }
  }

  private mutating func check(
    _ tag: TemplateTag, in source: SourceText, stack: inout [Shape], chain: [String]
  ) {
    switch tag.kind {
    case .comment: break
    case .variable, .unescaped:
      resolve(tag, in: source, stack)
    case .section:
      stack.append(pushed(resolve(tag, in: source, stack), on: stack))
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
      if chain.contains(tag.name) {
        report("template-recursion", source, tag.range, "“\(tag.name)”引用了自己，页面永远写不完")
      } else {
        check(tag.name, stack: stack, chain: chain)
      }
    }
  }

  /// What a section pushes: the element of a list, an object itself, and for a flag or a text what was there.
  private func pushed(_ shape: Shape?, on stack: [Shape]) -> Shape {
    switch shape {
    case .list(let element): element
    case .object, .open: shape ?? .text
    case .text, .html, .truth, nil: stack.last ?? .text
    }
  }

  /// The shape under the tag's name, or a finding.
  @discardableResult
  private mutating func resolve(_ tag: TemplateTag, in source: SourceText, _ stack: [Shape]) -> Shape? {
    if tag.name == "." { return stack.last }
    let parts = tag.name.split(separator: ".").map(String.init)
    var candidates: [String] = []
    for shape in stack.reversed() {
      guard case .object(let members) = shape else { continue }
      candidates += members.keys.sorted()
      guard parts.first.flatMap({ members[$0] }) != nil else { continue }
      if let found = descend(parts, from: shape) { return found }
      break
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
