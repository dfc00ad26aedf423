import FlyingFox
import FlyingSocks
import Foundation

/// What a request sends, piece by piece.
///
/// The rest of a body that nobody has read would be taken for the next request. So whoever refuses it before its end answers with
/// ``HTTPResponse/draining(_:)``, or reads on.
struct RequestBody {
  /// How many bytes the request announces; nil if it does not say.
  let count: Int?
  private var iterator: HTTPBodySequence.Iterator

  init(_ request: HTTPRequest) {
    count = request.headers[.contentLength].flatMap { Int($0) }
    iterator = request.bodySequence.makeAsyncIterator()
  }

  /// The next piece; nil at the end.
  mutating func next() async throws -> [UInt8]? { try await iterator.next().map(Array.init) }

  /// Reads what is left of it, and forgets it.
  mutating func drain() async { while (try? await next()) != nil {} }

  /// All that is left of it.
  mutating func rest() async throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count ?? 0)
    while let piece = try await next() { bytes += piece }
    return bytes
  }
}

extension HTTPResponse {
  /// The response at once, and then the body of its request, read and forgotten.
  func draining(_ request: HTTPRequest) async -> HTTPResponse {
    guard let payload = try? await bodyData else { return self }
    var response = HTTPResponse(
      statusCode: statusCode, headers: headers,
      body: HTTPBodySequence(from: Drain(payload: Array(payload), rest: request.bodySequence), count: payload.count))
    response.headers[.connection] = "close"
    return response
  }

  private struct Drain: AsyncBufferedSequence, Sendable {
    typealias Element = UInt8
    let payload: [UInt8]
    let rest: HTTPBodySequence

    func makeAsyncIterator() -> Iterator { Iterator(payload: payload, rest: rest) }

    struct Iterator: AsyncBufferedIteratorProtocol {
      var payload: [UInt8]
      let rest: HTTPBodySequence

      mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

      mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
        if payload.isEmpty {
          for try await _ in rest {}
          return nil
        }
        let chunk = Array(payload.prefix(count))
        payload.removeFirst(chunk.count)
        return chunk
      }
    }
  }
}
