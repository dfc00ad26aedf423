/// The value that a template finds under a name. Absent means absent: empty strings, lists and objects are never
/// members, because Mustache treats them as true.
package enum View: Sendable, Hashable {
  /// Escaped by `{{name}}`.
  case text(String)
  /// HTML as UTF-8, for `{{{name}}}`.
  case html([UInt8])
  /// A flag that is set; an unset one is absent.
  case truth
  case list([View])
  case object(Members)

  /// A string; nil when it is nil or empty.
  static func optional(_ text: String?) -> View? {
    text.flatMap { $0.isEmpty ? nil : .text($0) }
  }

  /// A list; nil when it is empty.
  static func items(_ views: [View]) -> View? { views.isEmpty ? nil : .list(views) }

  /// A flag; nil when it is false.
  static func flag(_ isUp: Bool) -> View? { isUp ? .truth : nil }

  /// An object without the members that are nil.
  static func make(_ members: KeyValuePairs<MemberName, View?>) -> View {
    .object(Members(members))
  }

  /// The object plus one member whose name is computed.
  func with(_ name: MemberName, _ value: View) -> View {
    guard case .object(var kept) = self else { preconditionFailure("only an object has members") }
    kept.set(name, value)
    return .object(kept)
  }

  /// The object with members added or replaced.
  func adding(_ members: KeyValuePairs<MemberName, View?>) -> View {
    guard case .object(var kept) = self else { preconditionFailure("only an object has members") }
    for (name, value) in members { if let value { kept.set(name, value) } }
    return .object(kept)
  }
}
