package import SiteBuild

/// Who may use the desk: from this machine and with its token, or whom a proxy on this machine lets in; and never by way of a page of
/// somebody else.
package struct Access: Sendable {
  package let door: Door
  private let hosts: Set<String>

  package static let cookie = "gongkai-desk"

  /// What keeps others out.
  package enum Door: Sendable, Hashable {
    /// In the address that the terminal prints, then in a cookie.
    case token(String)
    /// The login of a proxy, which writes into this header who has come, and only it does.
    case proxy(header: String, address: PublicAddress)
  }

  /// What a request shows at the door.
  package struct Knock: Sendable {
    /// Whether the method is GET or HEAD.
    package var isReading = true
    /// Whether it comes from this machine.
    package var isLocal = true
    package var host: String?
    package var origin: String?
    /// The value of `token` in the address.
    package var token: String?
    /// The header.
    package var cookies: String?
    /// The header of the proxy.
    package var name: String?

    /// A request that shows nothing.
    package init() {}
  }

  /// What becomes of a request.
  package enum Verdict: Sendable, Hashable {
    /// With the name of who it is, which only a proxy knows.
    case allowed(PersonName?)
    /// It has the token in its address: it goes into a cookie, and out of the address.
    case welcome(token: String)
    case forbidden(Reason)
  }

  package enum Reason: Sendable, Hashable, CaseIterable {
    /// From another machine, past the proxy.
    case peer
    /// Not an address of the desk: another name that leads here (DNS rebinding).
    case host
    /// Written by a page that is not the desk's.
    case origin
    case token
    /// The proxy has not said who it is.
    case nobody
    /// What it says is no name.
    case name
  }

  /// Of a server at a port of this machine.
  package init(_ door: Door, port: UInt16) {
    self.door = door
    switch door {
    case .token: hosts = Set(["127.0.0.1", "localhost", "[::1]"].map { "\($0):\(port)" })
    case .proxy(_, let address): hosts = [address.host]
    }
  }

  package func verdict(_ knock: Knock) -> Verdict {
    guard knock.isLocal else { return .forbidden(.peer) }
    guard let host = knock.host?.lowercased(), hosts.contains(host) else { return .forbidden(.host) }
    let own: String
    switch door {
    case .token: own = "http://" + host
    case .proxy(_, let address): own = address.origin
    }
    // Browsers always send it with what changes something.
    let origin = knock.origin?.lowercased()
    if knock.isReading ? origin != nil && origin != own : origin != own { return .forbidden(.origin) }
    switch door {
    case .token(let token):
      if Self.value(of: Self.cookie, in: knock.cookies).map({ Self.isSame($0, token) }) == true { return .allowed(nil) }
      if knock.isReading, let given = knock.token, Self.isSame(given, token) { return .welcome(token: token) }
      return .forbidden(.token)
    case .proxy:
      guard let name = knock.name, !name.isEmpty else { return .forbidden(.nobody) }
      return PersonName(name).map { .allowed($0) } ?? .forbidden(.name)
    }
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
