import Base
import FlyingFox
import Foundation
import Importing
import SiteBuild

extension DeskAPI {
  /// Answers a request of the desk's pages.
  func reply(_ name: String, _ request: HTTPRequest) async -> HTTPResponse {
    let query = Self.values(request.target.query())
    switch request.method {
    case .GET, .HEAD: return response(await answer(name, query, body: nil, day: desk.day(request)))
    case .POST: break
    default: return await .text("不支持", .methodNotAllowed).draining(request)
    }
    // Whoever does not say how much it is, or says that it is too much, need not be listened to.
    var sent = RequestBody(request)
    guard let count = sent.count else {
      return await response(.refused(411, "没有写明长度")).draining(request)
    }
    if count > Self.limit(name) { return await response(Self.tooLarge(name)).draining(request) }
    let answer: Answer
    do {
      answer =
        switch name {
        case "attach": try await attach(query, &sent)
        case "import": try await take(query, &sent)
        default: await self.answer(name, query, body: try await sent.rest(), day: desk.day(request))
        }
    } catch { answer = Self.refusal(error) }
    await sent.drain()
    return response(answer)
  }

  /// The values of a query, as pages write it: with a plus for a blank, and from old programs in GBK.
  private static func values(_ query: String) -> [String: String] {
    let pairs = query.split(separator: "&").compactMap { pair -> (String, String)? in
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.replacing("+", with: " ").unescapingPercents }
      guard let name = halves[0], let value = halves.count > 1 ? halves[1] : "" else { return nil }
      return (name, value)
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  private func response(_ answer: Answer) -> HTTPResponse {
    .bytes(answer.value.compact, "application/json", HTTPStatusCode(answer.status, phrase: ""))
  }

  /// How many bytes a request may send.
  private static func limit(_ name: String) -> Int {
    switch name {
    case "attach": DeskFiles.mostAttachmentBytes
    case "import": FileReading.mostBytes
    default: mostBytes
    }
  }

  private static func tooLarge(_ name: String) -> Answer {
    let most = "\(limit(name) >> 20) MB"
    return switch name {
    case "attach": .refused(413, "文件太大，没有放进来：附件最大 \(most)；压缩其中的图片，或者分成几个文件")
    case "import": .refused(413, "文件太大，没有导入：最大 \(most)；删去其中的大图片，或者分成几个文件")
    case "paste": .refused(413, "内容太多，没有粘贴：一次最多 \(most)；分几次复制，或者用“导入”")
    default: .refused(413, "太大了，没有保存：最大 \(most)")
    }
  }
}
