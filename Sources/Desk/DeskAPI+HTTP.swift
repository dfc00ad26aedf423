import Base
import FlyingFox
import Foundation

extension DeskAPI {
  /// Answers a request of the desk's pages.
  func reply(_ name: String, _ request: HTTPRequest) async -> HTTPResponse {
    let query = Dictionary(request.query.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    var body: [UInt8]?
    switch request.method {
    case .GET, .HEAD: body = nil
    case .POST:
      if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > Self.mostBytes {
        return .text("太大了", .payloadTooLarge)
      }
      body = (try? await request.bodyData).map { Array($0) } ?? []
    default: return .text("不支持", .methodNotAllowed)
    }
    let answer = await answer(name, query, body: body, day: desk.day(request))
    return .bytes(answer.value.compact, "application/json", HTTPStatusCode(answer.status, phrase: ""))
  }
}
