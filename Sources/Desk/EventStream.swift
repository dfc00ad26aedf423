import FlyingSocks
import Synchronization

/// Tells every open page what has changed: server-sent events.
final class EventHub: Sendable {
  private let listeners = Mutex<(next: Int, all: [Int: AsyncStream<String>.Continuation])>((0, [:]))

  /// A new listener, who is first told how far the site is: what happened while its page was on the way, it has not heard. It is
  /// forgotten when its page goes.
  /// - Parameter revision: Asked when the listener hears already, so that no change falls between the two.
  func listen(at revision: () async -> Int) async -> EventStream {
    let (stream, continuation) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingNewest(16))
    let number = listeners.withLock { listeners in
      listeners.next += 1
      listeners.all[listeners.next] = continuation
      return listeners.next
    }
    continuation.onTermination = { [weak self] _ in
      self?.listeners.withLock { _ = $0.all.removeValue(forKey: number) }
    }
    return EventStream(greeting: "retry: 1000\nevent: hello\ndata: \(await revision())\n\n", stream: stream)
  }

  /// - Parameter data: One line.
  func send(_ name: String, _ data: String) {
    let all = listeners.withLock { Array($0.all.values) }
    for listener in all { listener.yield("event: \(name)\ndata: \(data)\n\n") }
  }

  /// A comment: only so finds a server out that a page has gone.
  func ping() {
    let all = listeners.withLock { Array($0.all.values) }
    for listener in all { listener.yield(":\n\n") }
  }
}

/// The events of one page as the bytes of a response without end.
struct EventStream: AsyncBufferedSequence, Sendable {
  typealias Element = UInt8
  /// Comes before every event, and is never dropped.
  let greeting: String
  let stream: AsyncStream<String>

  func makeAsyncIterator() -> Iterator { Iterator(base: stream.makeAsyncIterator(), greeting: greeting) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var base: AsyncStream<String>.Iterator
    private var rest: [UInt8] = []

    init(base: AsyncStream<String>.Iterator, greeting: String) {
      self.base = base
      rest = Array(greeting.utf8)
    }

    mutating func next() async throws -> UInt8? {
      guard let chunk = try await nextBuffer(suggested: 1) else { return nil }
      return chunk.first
    }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      if rest.isEmpty {
        guard let event = await base.next() else { return nil }
        rest = Array(event.utf8)
      }
      let chunk = Array(rest.prefix(count))
      rest.removeFirst(chunk.count)
      return chunk
    }
  }
}
