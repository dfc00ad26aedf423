import Desk
import Testing

@Suite struct AccessTests {
  private let access = Access(token: "geheim", port: 8484)
  private let host = "127.0.0.1:8484"
  private let cookie = "a=b; gongkai-desk=geheim"

  private func verdict(
    isReading: Bool = true, host: String? = "127.0.0.1:8484", origin: String? = nil, query: String? = nil,
    cookies: String? = nil
  ) -> Access.Verdict {
    access.verdict(isReading: isReading, host: host, origin: origin, query: query, cookies: cookies)
  }

  @Test func `the token is needed once, then the cookie`() {
    #expect(verdict() == .forbidden(.token))
    #expect(verdict(query: "gehei") == .forbidden(.token))
    #expect(verdict(query: "geheim") == .welcome)
    #expect(verdict(cookies: cookie) == .allowed)
    #expect(verdict(host: "LOCALHOST:8484", cookies: cookie) == .allowed)
    #expect(verdict(cookies: "gongkai-desk=geheim2") == .forbidden(.token))
  }

  @Test(arguments: ["evil.example:8484", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8484.evil.example", nil])
  func `another name that leads here does not`(_ host: String?) {
    #expect(verdict(host: host, cookies: cookie) == .forbidden(.host))
  }

  @Test func `only the desk's own pages may write`() {
    #expect(verdict(isReading: false, origin: "http://127.0.0.1:8484", cookies: cookie) == .allowed)
    #expect(verdict(isReading: false, cookies: cookie) == .forbidden(.origin))
    #expect(verdict(isReading: false, origin: "null", cookies: cookie) == .forbidden(.origin))
    #expect(verdict(origin: "http://evil.example", cookies: cookie) == .forbidden(.origin))
    // A form of another page cannot bring the token along in the address of a write.
    #expect(verdict(isReading: false, origin: "http://127.0.0.1:8484", query: "geheim") == .forbidden(.token))
  }
}
