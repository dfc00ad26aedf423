/// An absolute http or https address, split into the parts we need.
struct WebAddress {
  let host: String
  /// What follows the host, including the slash; empty if nothing does.
  let rest: String

  /// Reads an address; nil if the text is not one.
  init?(_ text: String) {
    let lower = text.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return nil }
    let afterScheme = text.dropFirst(lower.hasPrefix("https") ? 8 : 7)
    let end = afterScheme.firstIndex { "/?#".contains($0) } ?? afterScheme.endIndex
    host = String(afterScheme[..<end])
    rest = String(afterScheme[end...])
    let name = host.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
    let isName = !name.isEmpty && !host.contains("@") && !name.hasPrefix(".")
    guard isName, !text.contains(where: { $0.isWhitespace || "<>\"".contains($0) }) else { return nil }
  }
}
