import Papers

extension MarkdownText {
  /// The numbers in the text, if it lacks a provision of this name (第三条第二款 is looked up as 第三条); nil if it has all, or
  /// if the name or the text is not numbered.
  package func numbers(lacking name: String) -> [String]? {
    let wanted = Provision.named(name).map(\.anchor)
    let numbered = wanted.isEmpty ? [] : (outline + numberedParagraphs).filter { !Provision.named($0.text).isEmpty }
    if numbered.isEmpty || Set(wanted).isSubset(of: numbered.map(\.anchor)) { return nil }
    return numbered.map(\.text)
  }
}
