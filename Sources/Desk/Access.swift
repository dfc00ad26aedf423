/// Who may use the desk: whoever has its token, from this machine, and not by way of a page of somebody else.
package struct Access: Sendable {
  /// In the address that the terminal prints, then in a cookie.
  package let token: String
  private let hosts: Set<String>

  package static let cookie = "gongkai-desk"

  /// What becomes of a request.
  package enum Verdict: Sendable, Hashable {
    case allowed
    /// It has the token in its address: it goes into a cookie, and out of the address.
    case welcome
    case forbidden(Reason)
  }

  package enum Reason: Sendable, Hashable, CaseIterable {
    /// Not an address of this machine: another name that leads here (DNS rebinding).
    case host
    /// Written by a page that is not the desk's.
    case origin
    case token
  }

  /// Of a server at a port of this machine.
  package init(token: String, port: UInt16) {
    self.token = token
    hosts = Set(["127.0.0.1", "localhost", "[::1]"].map { "\($0):\(port)" })
  }

  /// - Parameters:
  ///   - isReading: Whether the method is GET or HEAD.
  ///   - query: The value of `token` in the address.
  ///   - cookies: The header.
  package func verdict(
    isReading: Bool, host: String?, origin: String?, query: String?, cookies: String?
  ) -> Verdict {
    guard let host, hosts.contains(host.lowercased()) else { return .forbidden(.host) }
    // Browsers always send it with what changes something.
    if isReading ? origin != nil && origin != "http://" + host : origin != "http://" + host {
      return .forbidden(.origin)
    }
    if Self.value(of: Self.cookie, in: cookies).map({ Self.isSame($0, token) }) == true { return .allowed }
    if isReading, let query, Self.isSame(query, token) { return .welcome }
    return .forbidden(.token)
  }

  /// The value of a cookie.
  package static func value(of name: String, in cookies: String?) -> String? {
    cookies?.split(separator: ";").lazy.map { $0.drop { $0 == " " } }
      .first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
  }

  /// Compares without telling by its time where two texts part.
  private static func isSame(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    return a.count == b.count && zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
