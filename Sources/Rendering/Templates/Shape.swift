/// The names that a template may use: everything a ``View`` of a page can hold. The linter checks templates against it,
/// and debug builds check every view against it, so that the two cannot drift apart.
package indirect enum Shape: Sendable, Hashable {
  case text
  case html
  case truth
  case list(Shape)
  case object([String: Shape])
  /// An object whose member names the site chooses: fields of its own kinds.
  case open(Shape)

  /// An object with the members of both.
  func merging(_ other: [String: Shape]) -> Shape {
    guard case .object(let members) = self else { preconditionFailure("only an object has members") }
    return .object(members.merging(other) { _, new in new })
  }

  /// The first name in `view` that this shape lacks, as a dotted path; nil when the view fits.
  func misfit(_ view: View, at path: String = "") -> String? {
    switch (self, view) {
    case (.text, .text), (.html, .html), (.truth, .truth): return nil
    case (.list(let element), .list(let views)):
      return views.lazy.compactMap { element.misfit($0, at: path + "[]") }.first
    case (.open(let element), .object(let members)):
      return members.items.lazy.compactMap { element.misfit($0.view, at: path + ".*") }.first
    case (.object(let shapes), .object(let members)):
      return members.items.lazy.compactMap { member in
        let path = path + "." + member.name.text
        guard let shape = shapes[member.name.text] else { return path }
        return shape.misfit(member.view, at: path)
      }.first
    default: return path
    }
  }
}
