/// What a template sees under a name. Absent means absent: no empty text, list or object is ever a member, because
/// Mustache takes an empty one for true.
package enum View: Sendable, Hashable {
  /// Escaped by `{{name}}`.
  case text(String)
  /// HTML, UTF-8, for `{{{name}}}`.
  case html([UInt8])
  /// A flag that is up; one that is down is absent.
  case truth
  case list([View])
  case object(Members)

  /// A text, or nothing when it is nil or empty.
  static func optional(_ text: String?) -> View? {
    text.flatMap { $0.isEmpty ? nil : .text($0) }
  }

  /// A list, or nothing when it is empty.
  static func items(_ views: [View]) -> View? { views.isEmpty ? nil : .list(views) }

  /// A flag.
  static func flag(_ isUp: Bool) -> View? { isUp ? .truth : nil }

  /// An object without the members that are nil.
  static func make(_ members: KeyValuePairs<MemberName, View?>) -> View {
    .object(Members(members))
  }

  /// The members of an object with one whose name is computed.
  func with(_ name: MemberName, _ value: View) -> View {
    guard case .object(var kept) = self else { preconditionFailure("only an object has members") }
    kept.set(name, value)
    return .object(kept)
  }

  /// The members of an object with others added or replaced.
  func adding(_ members: KeyValuePairs<MemberName, View?>) -> View {
    guard case .object(var kept) = self else { preconditionFailure("only an object has members") }
    for (name, value) in members { if let value { kept.set(name, value) } }
    return .object(kept)
  }
}
