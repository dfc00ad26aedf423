import Resolution

extension Relation {
  /// The provisions it names, as a list: 第三条、第五条.
  var provisions: String { articles.joined(separator: "、") }
}
