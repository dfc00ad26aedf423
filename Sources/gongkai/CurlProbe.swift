import Base
import Foundation
import Inspection

/// Asks web addresses for their heads, by the program curl: it knows proxies and certificates as the machine has them, and
/// linking a library for it would double the program.
enum CurlProbe {
  /// Addresses asked at once.
  private static let atOnce = 8
  private static let seconds = 15

  /// How curl answered: its exit status, and the status of the last response.
  struct Answer: Sendable, Hashable {
    let exit: Int32
    let status: Int
  }

  /// Runs a request; nil when there is no curl.
  typealias Runner = @Sendable (_ url: String, _ method: String) -> Answer?

  /// The answers of the network.
  static let answers: @Sendable ([String]) async -> LinkAnswers = { await answers(to: $0, run: curl) }

  /// The answers of whatever `run` asks.
  static func answers(to urls: [String], run: @escaping Runner) async -> LinkAnswers {
    // An address inside the office's network says nothing about what readers find.
    let asked = urls.filter { LinkAddress($0).host.map { !$0.isPrivate } ?? false }
    let found = await boundedMap(asked, jobs: atOnce, chunk: 1) { url -> Answer? in
      guard let head = run(url, "HEAD") else { return nil }
      // Some servers know no HEAD.
      return isAlive(head) || head.exit != 0 ? head : run(url, "GET")
    }
    let answers = found.compactMap(\.self)
    if answers.count < found.count { return .impossible("没有检查：本机没有 curl") }
    if !answers.isEmpty, answers.allSatisfy({ [5, 6, 7].contains($0.exit) }) { return .impossible("没有检查：本机没有网络") }
    let dead = zip(asked, answers).filter { !isAlive($0.1) }.map { ($0.0, wording($0.1)) }
    return .asked(answers.count, dead: Dictionary(dead, uniquingKeysWith: { first, _ in first }))
  }

  /// Whoever asks for a password or forbids programs is there.
  private static func isAlive(_ answer: Answer) -> Bool {
    answer.exit == 0 && ((200..<400).contains(answer.status) || [401, 403, 429].contains(answer.status))
  }

  private static func wording(_ answer: Answer) -> String {
    switch answer.exit {
    case 0: String(answer.status)
    case 6: "找不到主机"
    case 7: "连接不上"
    case 28: "\(seconds) 秒没有回应"
    case 35, 60: "证书有问题"
    default: "curl \(answer.exit)"
    }
  }

  private static func curl(_ url: String, _ method: String) -> Answer? {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["curl", "--silent", "--location", "--max-redirs", "10", "--proto", "=http,https"]
      + (method == "HEAD" ? ["--head"] : []) + [
        "--max-time", "\(seconds)", "--output", "/dev/null", "--write-out", "%{http_code}", "--url", url,
      ]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch { return nil }
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // env says so when there is no such program.
    return process.terminationStatus == 127 ? nil : Answer(exit: process.terminationStatus, status: Int(said) ?? 0)
  }
}
