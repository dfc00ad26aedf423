import Base
package import Disk
import FlyingFox
import FlyingSocks
import Foundation
package import Importing
package import SiteBuild
import Synchronization

/// The desk (工作台): the site as it will be, at an address of this machine, following every edit; and beside it what a clerk writes
/// with. Nothing in Output is touched.
package final class Desk: Sendable {
  let site: LiveSite
  let access: Access
  let events: EventHub
  let files: DeskFiles
  let settings: DeskSettings
  let work: DeskWork
  /// Held while it is decided whether a step of a review may be passed.
  let reviewing = Mutex(())
  /// Reads what people paste and hand in.
  let reading: FileReading
  let imports = Turns()
  private let assets: [String: [UInt8]]
  private static let mostAttempts = 5
  /// In seconds: LibreOffice takes its time, and so does a large file.
  private static let longestAnswer = 180.0

  /// - Parameters:
  ///   - files: Of the same site.
  ///   - reading: With the programs that this machine has.
  ///   - templates: Holds the desk's own pages in `desk/`.
  /// - Throws: ``FileError`` when those cannot be read.
  package init(
    site: LiveSite, files: DeskFiles, reading: FileReading, templates: LayeredTree, settings: DeskSettings
  ) throws(FileError) {
    (self.site, self.files, self.reading, self.settings) = (site, files, reading, settings)
    access = Access(settings.door, port: settings.port)
    events = EventHub()
    work = DeskWork(events)
    var assets: [String: [UInt8]] = [:]
    for entry in templates.entries(under: "desk") {
      if case .file = entry.kind { assets[entry.path] = try templates.read(entry.path) }
    }
    self.assets = assets
  }

  /// The address for the first visit.
  package var address: String {
    switch settings.door {
    case .token(let token): "http://127.0.0.1:\(settings.port)/desk/?token=\(token)"
    case .proxy(_, let address): address.origin + "/desk/"
    }
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameters:
  ///   - ready: Called once it listens.
  ///   - log: Called with a line of Chinese when an edit could not be taken in.
  /// - Throws: ``PortTaken``; ``FileError`` when there are too many folders to watch.
  package func run(ready: @escaping @Sendable () -> Void, log: @escaping @Sendable (String) -> Void) async throws {
    do throws(FileError) { try files.tidy() } catch { log(error.message) }
    let (changes, feed) = AsyncStream<TreeWatcher.Change>.makeStream()
    let watcher = try TreeWatcher(site.folders) { feed.yield($0) }
    defer { withExtendedLifetime(watcher) {} }
    let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: settings.port)
    let server = HTTPServer(
      config: HTTPServer.Configuration(
        address: address, timeout: Self.longestAnswer, sharedRequestReplaySize: DeskAPI.mostBytes, logger: .disabled))
    await server.appendRoute("*") { [self] request in await reply(to: request) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do { try await server.run() } catch is SocketError { throw PortTaken() }
      }
      group.addTask { [self] in
        for await change in changes {
          await withTaskExecutorPreference(Workshop.shared) { await take(change, log) }
        }
      }
      group.addTask { [events] in
        while true {
          try await Task.sleep(for: .seconds(10))
          events.ping()
        }
      }
      group.addTask {
        try await server.waitUntilListening()
        ready()
        // The group goes on until one of the others ends.
        try await Task.sleep(for: .seconds(Int32.max))
      }
      try await group.next()
      group.cancelAll()
    }
  }

  /// Another program listens at the port, or this user may not.
  package struct PortTaken: Error {}

  /// Takes in what happened to the files, and tells the pages.
  ///
  /// A file may go away between being listed and being read; a moment later all is quiet.
  private func take(_ change: TreeWatcher.Change, _ log: @Sendable (String) -> Void, attempt: Int = 1) async {
    do {
      guard try await site.update(change) else { return }
      // Linked before the rules take the processors; every page that is asked for needs it.
      _ = await site.view()
      events.send("changed", "\(await site.revision)")
      // What the rules say takes longer; the pages do not wait for it.
      let findings = await site.findings()
      events.send(
        "checked", "\(findings.count { $0.severity == .error }) \(findings.count { $0.severity == .warning })")
    } catch {
      if attempt < Self.mostAttempts, (try? await Task.sleep(for: .milliseconds(100))) != nil {
        return await take(.paths([]), log, attempt: attempt + 1)
      }
      log((error as? FileError)?.message ?? "\(error)")
      events.send("failed", (error as? FileError)?.message ?? "无法读取文件")
    }
  }

  /// Answers one request.
  func reply(to request: HTTPRequest) async -> HTTPResponse {
    let knock = knock(request)
    let user: PersonName?
    switch access.verdict(knock) {
    case .allowed(let name): user = name
    case .welcome(let token): return welcome(request, token)
    case .forbidden(let reason): return await .text(reason.message(access.door), .forbidden).draining(request)
    }
    // `request.path` has lost a slash at the end.
    guard let path = request.target.path().removingPercentEncoding, !path.contains("\0") else {
      return .text("地址不对", .badRequest)
    }
    if path == "/desk/events" {
      // A proxy that keeps events back until they fill a page would make them useless; nginx listens to this.
      let headers: HTTPHeaders = [
        .contentType: "text/event-stream", .cacheControl: "no-store", HTTPHeader("X-Accel-Buffering"): "no",
      ]
      let stream = await events.listen { await site.revision }
      return HTTPResponse(
        statusCode: .ok, headers: headers, body: HTTPBodySequence(from: stream, suggestedBufferSize: 1024))
    }
    if path.hasPrefix("/desk/api/") {
      return await DeskAPI(desk: self, user: user?.text).reply(String(path.dropFirst("/desk/api/".count)), request)
    }
    guard knock.isReading else { return await .text("只能读取", .methodNotAllowed).draining(request) }
    if path == "/desk" { return .redirect("/desk/") }
    if path.hasPrefix("/desk/") { return asset(String(path.dropFirst())) }
    return await page(path, day: day(request))
  }

  /// The day that the browser asks for; nil: today.
  func day(_ request: HTTPRequest) -> CalendarDate? {
    Access.value(of: "gongkai-day", in: request.headers[.cookie]).flatMap { try? CalendarDate.parse($0).get() }
  }

  private func knock(_ request: HTTPRequest) -> Access.Knock {
    var knock = Access.Knock()
    knock.isReading = [.GET, .HEAD].contains(request.method)
    if case .ip4("127.0.0.1", _)? = request.remoteAddress { knock.isLocal = true } else { knock.isLocal = false }
    knock.host = request.headers[.host]
    knock.origin = request.headers[HTTPHeader("Origin")]
    knock.token = request.query.first { $0.name == "token" }?.value
    knock.cookies = request.headers[.cookie]
    if case .proxy(let header, _) = access.door { knock.name = request.headers[HTTPHeader(header)] }
    return knock
  }

  private func welcome(_ request: HTTPRequest, _ token: String) -> HTTPResponse {
    let query = request.query.filter { $0.name != "token" }.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    var response = HTTPResponse.redirect(request.target.path() + (query.isEmpty ? "" : "?" + query))
    response.headers[.setCookie] = "\(Access.cookie)=\(token); Path=/; HttpOnly; SameSite=Strict"
    return response
  }

  private func asset(_ path: String) -> HTTPResponse {
    let path = LiveView.path(of: path)
    guard let bytes = assets[path] else { return .text("没有这个页面", .notFound) }
    return .bytes(bytes, MediaType.of(path: path))
  }

  /// A file of the site; of what readers do not see, the page that it would have.
  private func page(_ path: String, day: CalendarDate?) async -> HTTPResponse {
    let base = await site.basePath
    guard path.hasPrefix(base) else { return .redirect(base) }
    let file = LiveView.path(of: String(path.dropFirst(base.count)))
    let revision = await site.revision
    let view = await site.view(on: day)
    if let bytes = await view.bytes(at: file) { return .page(bytes, file, revision) }
    if view.has(file + "/index.html") { return .redirect(path + "/") }
    let opened = await site.openedView(on: day)
    if let bytes = await opened.bytes(at: file) { return .page(bytes, file, revision) }
    if opened.has(file + "/index.html") { return .redirect(path + "/") }
    var response = HTTPResponse.page(view.notFound, "404.html", revision)
    response.statusCode = .notFound
    return response
  }
}

extension Access.Reason {
  fileprivate func message(_ door: Access.Door) -> String {
    switch (self, door) {
    case (.peer, _): "工作台只回答这台机器上的代理"
    case (.host, .token): "只能用 http://127.0.0.1 打开工作台"
    case (.host, .proxy(_, let address)): "只能用 \(address.origin) 打开工作台；代理要把访问的网址照样传来（Host）"
    case (.origin, _): "请求来自别的网页，没有执行"
    case (.token, _): "请用终端里显示的完整网址打开工作台，网址里有这一次的口令"
    case (.nobody, .proxy(let header, _)): "代理没有说来的是谁：登录以后，代理要把用户名写在 \(header) 里传来"
    case (.nobody, .token): "不知道来的是谁"
    case (.name, _): "用户名不能用：最多 40 个字，UTF-8 编码，没有看不见的字符"
    }
  }
}

extension HTTPResponse {
  /// The site's policy, and its own events.
  private static let policy = """
    default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; \
    media-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'
    """

  static func bytes(_ bytes: [UInt8], _ type: String, _ status: HTTPStatusCode = .ok) -> HTTPResponse {
    let headers: HTTPHeaders = [
      .contentType: type.hasPrefix("text/") || type.hasSuffix("json") ? type + "; charset=utf-8" : type,
      .cacheControl: "no-store", HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("Content-Security-Policy"): policy, HTTPHeader("Referrer-Policy"): "same-origin",
    ]
    return HTTPResponse(statusCode: status, headers: headers, body: Data(bytes))
  }

  static func text(_ text: String, _ status: HTTPStatusCode) -> HTTPResponse {
    .bytes(Array((text + "\n").utf8), "text/plain", status)
  }

  static func redirect(_ address: String) -> HTTPResponse {
    let headers: HTTPHeaders = [.location: address, .cacheControl: "no-store"]
    return HTTPResponse(statusCode: .found, headers: headers)
  }

  /// A file of the site; pages get the bar.
  static func page(_ bytes: [UInt8], _ path: String, _ revision: Int) -> HTTPResponse {
    guard path.hasSuffix(".html") else { return .bytes(bytes, MediaType.of(path: path)) }
    return .bytes(bytes.withBar(revision), "text/html")
  }
}

extension [UInt8] {
  private static let end = Array("</body>".utf8)

  /// A page with the script of the bar at its end, which says what state of the site it shows, and what is above its main part:
  /// where that is the same, the new text is put in place without loading the page again.
  func withBar(_ revision: Int) -> [UInt8] {
    let data = "data-revision=\"\(revision)\" data-head=\"\(headFingerprint)\""
    let bar = Array("<script type=\"module\" src=\"/desk/bar.js\" \(data)></script>".utf8)
    guard let end = self.lastRange(of: Self.end) else { return self + bar }
    return self[..<end] + bar + self[end...]
  }

  private var headFingerprint: String {
    let start = firstRange(of: Array("<body".utf8))?.lowerBound ?? startIndex
    let end = self[start...].firstRange(of: Array("<main".utf8))?.lowerBound ?? endIndex
    var fingerprint = Fingerprint()
    fingerprint.add(String(decoding: self[start..<end], as: UTF8.self))
    return fingerprint.text
  }

  private func lastRange(of pattern: [UInt8]) -> Int? {
    var index = count - pattern.count
    while index >= 0 {
      if self[index...].starts(with: pattern) { return index }
      index -= 1
    }
    return nil
  }
}
