import Base

/// A parsed Mustache template: the core of the specification (variables, sections, inverted sections, partials,
/// comments, standalone lines), rendered to bytes.
struct Template: Sendable {
  /// A step of rendering. Plain numbers, because a site takes millions of them, and counting references to what they name would
  /// cost more than the steps.
  enum Step: Sendable {
    /// Bytes of the template.
    case text(Range<Int>)
    /// `{{name}}`, or `{{{name}}}` when not escaped.
    case variable(name: Int, isEscaped: Bool)
    /// The steps up to `end` are inside.
    case section(name: Int, end: Int)
    case inverted(name: Int, end: Int)
    case partial(name: Int)
  }

  /// A dotted name; empty for the current element (`.`).
  typealias Name = [MemberName]

  let bytes: [UInt8]
  private(set) var steps: [Step] = []
  private(set) var names: [Name] = []
  /// Names of partials.
  private(set) var partials: [String] = []

  /// Parses a template.
  ///
  /// - Throws: for an unsupported or unterminated tag, and for sections that do not match.
  init(_ bytes: [UInt8]) throws(TemplateTagError) {
    self.bytes = bytes
    var scanner = TemplateScanner(bytes)
    var open: [(tag: TemplateTag, step: Int)] = []
    var done = 0
    while let tag = try scanner.next() {
      let whole = Self.standalone(tag, in: bytes) ?? tag.range
      if whole.lowerBound > done { steps.append(.text(done..<whole.lowerBound)) }
      done = max(done, whole.upperBound)
      switch tag.kind {
      case .comment: break
      case .variable: steps.append(.variable(name: add(tag), isEscaped: true))
      case .unescaped: steps.append(.variable(name: add(tag), isEscaped: false))
      case .partial:
        steps.append(.partial(name: partials.count))
        partials.append(tag.name)
      case .section, .inverted:
        guard open.count < Self.deepest else {
          throw TemplateTagError(message: "“\(tag.name)”在 \(Self.deepest) 段里面，嵌套太深", range: tag.range)
        }
        open.append((tag, steps.count))
        // Its end is not known yet.
        steps.append(tag.kind == .section ? .section(name: add(tag), end: 0) : .inverted(name: add(tag), end: 0))
      case .end:
        guard let (start, step) = open.popLast(), start.name == tag.name else {
          throw TemplateTagError(message: "结束标签“\(tag.name)”与开始标签不配对", range: tag.range)
        }
        close(step)
      }
    }
    if let (start, _) = open.last {
      throw TemplateTagError(message: "“\(start.name)”这一段没有结束标签", range: start.range)
    }
    if done < bytes.count { steps.append(.text(done..<bytes.count)) }
  }

  private mutating func add(_ tag: TemplateTag) -> Int {
    names.append(tag.name == "." ? [] : tag.name.split(separator: ".").map { MemberName(String($0)) })
    return names.count - 1
  }

  /// Ends a section with the last step.
  private mutating func close(_ step: Int) {
    switch steps[step] {
    case .section(let name, _): steps[step] = .section(name: name, end: steps.count)
    case .inverted(let name, _): steps[step] = .inverted(name: name, end: steps.count)
    case .text, .variable, .partial: break
    }
  }

  /// How many sections may be open at once: far more than a page has, far fewer than the stack holds.
  private static let deepest = 100

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
    renderer.render(template, template.steps.indices)
    return renderer.out.bytes
  }

  private init(partials: [String: Template], stack: [View], out: OutputBuffer) {
    self.partials = partials
    self.stack = stack
    self.out = out
  }

  private mutating func render(_ template: Template, _ steps: Range<Int>) {
    var next = steps.lowerBound
    while next < steps.upperBound {
      let step = template.steps[next]
      next += 1
      switch step {
      case .text(let range): out.write(bytes: template.bytes[range])
      case .variable(let name, let isEscaped): write(lookUp(template.names[name]), isEscaped: isEscaped)
      case .section(let name, let end):
        if let value = lookUp(template.names[name]) { renderSection(value, template, next..<end) }
        next = end
      case .inverted(let name, let end):
        if lookUp(template.names[name]) == nil { render(template, next..<end) }
        next = end
      case .partial(let name):
        if let partial = partials[template.partials[name]] { render(partial, partial.steps.indices) }
      }
    }
  }

  private mutating func renderSection(_ value: View, _ template: Template, _ steps: Range<Int>) {
    switch value {
    case .truth: render(template, steps)
    case .list(let elements): for element in elements { render(template, steps, on: element) }
    case .text, .html, .object: render(template, steps, on: value)
    }
  }

  private mutating func render(_ template: Template, _ steps: Range<Int>, on element: View) {
    stack.append(element)
    render(template, steps)
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
