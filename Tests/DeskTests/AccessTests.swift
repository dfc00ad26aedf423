import Desk
import SiteBuild
import Testing

@Suite struct AccessTests {
  private let access = Access(.token("geheim"), port: 8484)
  private let cookie = "a=b; gongkai-desk=geheim"

  private func verdict(
    isReading: Bool = true, isLocal: Bool = true, host: String? = "127.0.0.1:8484", origin: String? = nil,
    token: String? = nil, cookies: String? = nil, name: String? = nil
  ) -> Access.Verdict {
    var knock = Access.Knock()
    (knock.isReading, knock.isLocal, knock.host, knock.origin) = (isReading, isLocal, host, origin)
    (knock.token, knock.cookies, knock.name) = (token, cookies, name)
    return access.verdict(knock)
  }

  @Test func `the token is needed once, then the cookie`() {
    #expect(verdict() == .forbidden(.token))
    #expect(verdict(token: "gehei") == .forbidden(.token))
    #expect(verdict(token: "geheim") == .welcome(token: "geheim"))
    #expect(verdict(cookies: cookie) == .allowed(nil))
    #expect(verdict(host: "LOCALHOST:8484", cookies: cookie) == .allowed(nil))
    #expect(verdict(cookies: "gongkai-desk=geheim2") == .forbidden(.token))
  }

  @Test(arguments: ["evil.example:8484", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8484.evil.example", nil])
  func `another name that leads here does not`(_ host: String?) {
    #expect(verdict(host: host, cookies: cookie) == .forbidden(.host))
  }

  @Test func `only the desk's own pages may write`() {
    #expect(verdict(isReading: false, origin: "http://127.0.0.1:8484", cookies: cookie) == .allowed(nil))
    #expect(verdict(isReading: false, cookies: cookie) == .forbidden(.origin))
    #expect(verdict(isReading: false, origin: "null", cookies: cookie) == .forbidden(.origin))
    #expect(verdict(origin: "http://evil.example", cookies: cookie) == .forbidden(.origin))
    // A form of another page cannot bring the token along in the address of a write.
    #expect(verdict(isReading: false, origin: "http://127.0.0.1:8484", token: "geheim") == .forbidden(.token))
  }

  @Test func `without a proxy, nobody believes a name`() {
    #expect(verdict(name: "李某") == .forbidden(.token))
    #expect(verdict(cookies: cookie, name: "李某") == .allowed(nil))
    #expect(verdict(isLocal: false, cookies: cookie) == .forbidden(.peer))
  }
}

@Suite struct ProxyAccessTests {
  private struct Shown: Sendable, CustomTestStringConvertible {
    var isReading: Bool
    var isLocal: Bool
    var host: String?
    var origin: String?
    var name: String?

    var testDescription: String { "\(isReading) \(isLocal) \(host ?? "–") \(origin ?? "–") \(name ?? "–")" }

    /// What a request shows, in every combination.
    static let all: [Shown] = [true, false].flatMap { reading in
      [true, false].flatMap { local in
        ["desk.example", "DESK.example", "127.0.0.1:8484", "evil.example", nil].flatMap { host in
          ["https://desk.example", "http://desk.example", "https://evil.example", "null", nil].flatMap { origin in
            ["李某", "", "李\u{0}某", String(repeating: "李", count: 41), nil].map { name in
              Shown(isReading: reading, isLocal: local, host: host, origin: origin, name: name)
            }
          }
        }
      }
    }
  }

  @Test func `only the proxy's own requests pass, with a name`() throws {
    let address = try #require(PublicAddress("https://desk.example"))
    let access = Access(.proxy(header: "X-Remote-User", address: address), port: 8484)
    let name = try #require(PersonName("李某"))
    for shown in Shown.all {
      var knock = Access.Knock()
      (knock.isReading, knock.isLocal, knock.host) = (shown.isReading, shown.isLocal, shown.host)
      (knock.origin, knock.name) = (shown.origin, shown.name)
      // Neither opens the door of a proxy.
      (knock.token, knock.cookies) = ("geheim", "gongkai-desk=geheim")
      let isOwn = shown.origin == "https://desk.example" || shown.isReading && shown.origin == nil
      let expected: Access.Verdict =
        if !shown.isLocal {
          .forbidden(.peer)
        } else if shown.host?.lowercased() != "desk.example" {
          .forbidden(.host)
        } else if !isOwn {
          .forbidden(.origin)
        } else if shown.name == nil || shown.name == "" {
          .forbidden(.nobody)
        } else if shown.name == "李某" {
          .allowed(name)
        } else {
          .forbidden(.name)
        }
      #expect(access.verdict(knock) == expected, "\(shown.testDescription)")
    }
  }

  @Test(arguments: [
    ("https://desk.example", "https://desk.example", "desk.example"),
    ("HTTPS://Desk.Example/", "https://desk.example", "desk.example"),
    ("https://desk.example:443", "https://desk.example", "desk.example"),
    ("http://10.1.2.3:8080", "http://10.1.2.3:8080", "10.1.2.3:8080"),
  ])
  func `an address is written as browsers write it`(_ text: String, _ origin: String, _ host: String) throws {
    let address = try #require(PublicAddress(text))
    #expect(address.origin == origin)
    #expect(address.host == host)
  }

  @Test(arguments: [
    "desk.example", "https://", "https://desk.example/gk", "ftp://desk.example", "https://a@desk.example",
    "https://desk.example:0", "https://desk.example:99999", "https://desk.example:", "https://政务.example", "",
  ])
  func `an address has no path, no user, and a port that exists`(_ text: String) {
    #expect(PublicAddress(text) == nil)
  }
}
