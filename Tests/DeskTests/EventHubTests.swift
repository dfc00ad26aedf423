import Testing

@testable import Desk

@Suite struct EventHubTests {
  /// Somebody saves while a page asks for its events: the page hears first how far the site is, and then of the change.
  @Test func noChangeFallsBetweenAPageAndItsEvents() async throws {
    let hub = EventHub()
    var events = await hub.listen {
      hub.send("changed", "2")
      return 1
    }.makeAsyncIterator()
    let hello = "retry: 1000\nevent: hello\ndata: 1\n\n"
    #expect(try await text(&events, hello.utf8.count) == hello)
    let changed = "event: changed\ndata: 2\n\n"
    #expect(try await text(&events, changed.utf8.count) == changed)
  }

  /// A page that reads slowly loses old events, but not its first line.
  @Test func aSlowPageStillHearsHowFarTheSiteIs() async throws {
    let hub = EventHub()
    let stream = await hub.listen { 7 }
    for revision in 8..<40 { hub.send("changed", "\(revision)") }
    var events = stream.makeAsyncIterator()
    let hello = "retry: 1000\nevent: hello\ndata: 7\n\n"
    #expect(try await text(&events, hello.utf8.count) == hello)
    #expect(try await text(&events, 200).hasPrefix("event: changed\ndata: 24\n\n"))
  }

  private func text(_ events: inout EventStream.Iterator, _ count: Int) async throws -> String {
    String(decoding: try await events.nextBuffer(suggested: count) ?? [], as: UTF8.self)
  }
}
