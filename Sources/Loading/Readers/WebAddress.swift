import Base

/// An absolute http or https address, split into the parts we need.
struct WebAddress {
  /// What follows the host, including the slash; empty if nothing does.
  let rest: String

  /// Reads an address; nil if the text is not one.
  init?(_ text: String) {
    let lower = text.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://"), LinkAddress(text).host != nil,
      !text.contains(where: { $0.isWhitespace || "<>\"\\".contains($0) })
    else { return nil }
    let afterScheme = text.dropFirst(lower.hasPrefix("https") ? 8 : 7)
    rest = String(afterScheme.drop { !"/?#".contains($0) })
  }
}
