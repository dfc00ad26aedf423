import Foundation
import Testing

/// The imports of every target are those that ARCHITECTURE.md draws, so data flows one way.
struct ImportTests {
  /// What a target of ours may import of ours. What stands in Package.swift is the compiler's business; this list is
  /// the design's.
  static let allowed: [String: Set<String>] = [
    "Base": [],
    "Disk": [],
    "Documents": ["Base"],
    "Markdown": [],
    "Loading": ["Base", "Disk", "Documents", "Markdown"],
    "Resolution": ["Base", "Documents"],
    "Auditing": ["Base", "Documents", "Resolution"],
    "Search": ["Base"],
    "Rendering": ["Base", "Disk", "Documents", "Markdown", "Resolution"],
    "Publishing": ["Base", "Disk"],
    "SiteBuild": [
      "Base", "Disk", "Documents", "Markdown", "Loading", "Resolution", "Auditing", "Search", "Rendering",
      "Publishing",
    ],
    "gongkai": ["Base", "Disk", "Documents", "Resolution", "Publishing", "SiteBuild"],
  ]

  /// Libraries that only one target may know.
  static let sole: [String: String] = [
    "Yams": "Loading", "CCommonMark": "Markdown", "CLibcrypto": "Publishing", "CDisk": "Disk",
    "ArgumentParser": "gongkai",
  ]

  static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  /// Every (target, imported module, file) in Sources/.
  static func imports() throws -> [(target: String, module: String, file: String)] {
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".swift") }
    return try files.sorted().flatMap { file -> [(target: String, module: String, file: String)] in
      let target = String(file.split(separator: "/")[0])
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      return text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1 else { return nil }
        return (target, String(words[words.count - 1].split(separator: ".")[0]), file)
      }
    }
  }

  @Test func `every import of ours is one that the design allows`() throws {
    let found = try Self.imports()
    #expect(found.count > 100)
    for (target, module, file) in found where Self.allowed[module] != nil {
      #expect(Self.allowed[target]?.contains(module) == true, "\(file) imports \(module)")
    }
  }

  @Test func `a library is known to one target only`() throws {
    for (target, module, file) in try Self.imports() {
      if let owner = Self.sole[module] { #expect(target == owner, "\(file) imports \(module)") }
    }
  }

  @Test func `only the executable knows Foundation's clock, environment and exit`() throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: Self.sources.path).filter { $0.hasSuffix(".swift") }
    let forbidden = ["Date()", "Date.now", "ProcessInfo", "getenv(", "exit(", "print(", "TimeZone"]
    for file in files where !file.hasPrefix("gongkai/") {
      let text = try String(contentsOf: Self.sources.appending(path: file), encoding: .utf8)
      for line in text.split(separator: "\n") where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        for word in forbidden where line.contains(word) {
          let before = line[..<(line.range(of: word)?.lowerBound ?? line.startIndex)].last
          #expect(before?.isLetter == true || before == "_", "\(file): \(line)")
        }
      }
    }
  }
}
