import Base

/// A parsed Mustache template: the core of the specification (variables, sections, inverted sections, partials,
/// comments, standalone lines), rendered to bytes.
struct Template: Sendable {
  /// A part of a template.
  indirect enum Node: Sendable {
    case text([UInt8])
    /// `{{name}}`, or `{{{name}}}` when not escaped.
    case variable(Name, isEscaped: Bool)
    case section(Name, [Node])
    case inverted(Name, [Node])
    case partial(String)
  }

  /// A dotted name; empty for the current element (`.`).
  typealias Name = [MemberName]

  let nodes: [Node]

  /// Parses a template.
  ///
  /// - Throws: for an unsupported or unterminated tag, and for sections that do not match.
  init(_ bytes: [UInt8]) throws(TemplateTagError) {
    var scanner = TemplateScanner(bytes)
    var open: [(tag: TemplateTag, nodes: [Node])] = []
    var nodes: [Node] = []
    var done = 0
    while let tag = try scanner.next() {
      let whole = Self.standalone(tag, in: bytes) ?? tag.range
      if whole.lowerBound > done { nodes.append(.text(Array(bytes[done..<whole.lowerBound]))) }
      done = max(done, whole.upperBound)
      switch tag.kind {
      case .comment: break
      case .variable: nodes.append(.variable(Self.name(tag), isEscaped: true))
      case .unescaped: nodes.append(.variable(Self.name(tag), isEscaped: false))
      case .partial: nodes.append(.partial(tag.name))
      case .section, .inverted:
        guard open.count < Self.deepest else {
          throw TemplateTagError(message: "“\(tag.name)”在 \(Self.deepest) 段里面，嵌套太深", range: tag.range)
        }
        open.append((tag, nodes))
        nodes = []
      case .end:
        guard let (start, before) = open.popLast(), start.name == tag.name else {
          throw TemplateTagError(message: "结束标签“\(tag.name)”与开始标签不配对", range: tag.range)
        }
        let inner = nodes
        nodes = before
        nodes.append(start.kind == .section ? .section(Self.name(start), inner) : .inverted(Self.name(start), inner))
      }
    }
    if let (start, _) = open.last {
      throw TemplateTagError(message: "“\(start.name)”这一段没有结束标签", range: start.range)
    }
    if done < bytes.count { nodes.append(.text(Array(bytes[done...]))) }
    self.nodes = nodes
  }

  /// How many sections may be open at once: far more than a page has, far fewer than the stack holds.
  private static let deepest = 100

  private static func name(_ tag: TemplateTag) -> Name {
    tag.name == "." ? [] : tag.name.split(separator: ".").map { MemberName(String($0)) }
  }

  /// The whole line of a standalone tag; nil for variables and for tags with other text on their line.
  private static func standalone(_ tag: TemplateTag, in bytes: [UInt8]) -> Range<Int>? {
    if tag.kind == .variable || tag.kind == .unescaped { return nil }
    var start = tag.range.lowerBound
    while start > 0, [0x20, 0x09].contains(bytes[start - 1]) { start -= 1 }
    guard start == 0 || bytes[start - 1] == 0x0A else { return nil }
    var end = tag.range.upperBound
    while end < bytes.count, [0x20, 0x09, 0x0D].contains(bytes[end]) { end += 1 }
    if end == bytes.count { return start..<end }
    return bytes[end] == 0x0A ? start..<(end + 1) : nil
  }
}

/// Renders templates. Names are looked up from the innermost context outwards, as in Mustache.
struct TemplateRenderer {
  let partials: [String: Template]
  private var stack: [View]
  private var out: OutputBuffer

  /// The bytes of `template` filled with `view`.
  static func render(_ template: Template, _ view: View, partials: [String: Template]) -> [UInt8] {
    var renderer = TemplateRenderer(partials: partials, stack: [view], out: OutputBuffer(capacity: 1 << 14))
    renderer.render(template.nodes)
    return renderer.out.bytes
  }

  private init(partials: [String: Template], stack: [View], out: OutputBuffer) {
    self.partials = partials
    self.stack = stack
    self.out = out
  }

  private mutating func render(_ nodes: [Template.Node]) {
    for node in nodes {
      switch node {
      case .text(let bytes): out.write(bytes: bytes)
      case .variable(let name, let isEscaped): write(lookUp(name), isEscaped: isEscaped)
      case .section(let name, let inner): lookUp(name).map { renderSection($0, inner) }
      case .inverted(let name, let inner): if lookUp(name) == nil { render(inner) }
      case .partial(let name): if let partial = partials[name] { render(partial.nodes) }
      }
    }
  }

  private mutating func renderSection(_ value: View, _ inner: [Template.Node]) {
    switch value {
    case .truth: render(inner)
    case .list(let elements): for element in elements { render(inner, on: element) }
    case .text, .html, .object: render(inner, on: value)
    }
  }

  private mutating func render(_ inner: [Template.Node], on element: View) {
    stack.append(element)
    render(inner)
    stack.removeLast()
  }

  private mutating func write(_ value: View?, isEscaped: Bool) {
    switch value {
    case .text(let text): if isEscaped { out.writeEscaped(text) } else { out.write(text) }
    case .html(let bytes):
      if isEscaped { out.writeEscaped(String(decoding: bytes, as: UTF8.self)) } else { out.write(bytes: bytes) }
    case .truth, .list, .object, nil: break
    }
  }

  private func lookUp(_ name: Template.Name) -> View? {
    guard let first = name.first else { return stack.last }
    for level in stack.indices.reversed() {
      guard case .object(let members) = stack[level], var found = members[first] else { continue }
      for part in name.dropFirst() {
        guard case .object(let inner) = found, let next = inner[part] else { return nil }
        found = next
      }
      return found
    }
    return nil
  }
}
