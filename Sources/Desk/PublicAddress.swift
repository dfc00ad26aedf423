/// Where people find the desk when a proxy stands in front of it: `https://desk.example`.
package struct PublicAddress: Sendable, Hashable {
  /// What browsers send as `Origin`.
  package let origin: String
  /// What browsers send as `Host`.
  package let host: String

  /// Nil unless it is a scheme, a host and perhaps a port, as browsers write them.
  package init?(_ text: String) {
    let text = text.lowercased()
    guard let scheme = ["https", "http"].first(where: { text.hasPrefix($0 + "://") }) else { return nil }
    var host = text.dropFirst(scheme.count + 3)
    if host.hasSuffix("/") { host = host.dropLast() }
    // Browsers leave it out.
    let usual = scheme == "https" ? ":443" : ":80"
    if host.hasSuffix(usual) { host = host.dropLast(usual.count) }
    let signs = Set("abcdefghijklmnopqrstuvwxyz0123456789.-")
    let parts = host.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty, name.allSatisfy(signs.contains), parts.count <= 2 else { return nil }
    if parts.count == 2, UInt16(parts[1]).map({ $0 > 0 }) != true { return nil }
    self.host = String(host)
    origin = scheme + "://" + host
  }
}
