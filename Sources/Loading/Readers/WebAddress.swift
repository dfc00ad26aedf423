/// An absolute http or https address, cut into what we need of it.
struct WebAddress {
  let host: String
  /// What follows the host, with its first slash; empty when there is none.
  let rest: String

  /// Reads an address; nil when it is none.
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
