import Foundation
import TestSupport
import Testing

/// Package.swift sets the direction of the data. What it declares is exactly what the files import.
struct ImportTests {
  /// A file and a module that it imports.
  struct Import {
    let file: String
    let module: String
  }

  static func imports(in folder: String) throws -> [Import] {
    try Repository.files(in: folder, ".swift").flatMap { file in
      try Repository.text(file).split(separator: "\n").compactMap { line -> Import? in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1 else { return nil }
        return Import(file: file, module: String(words[words.count - 1].split(separator: ".")[0]))
      }
    }
  }

  @Test func `every folder of sources and tests is a target`() throws {
    let manifest = try PackageManifest()
    let folders = Set(
      try (Repository.files(in: "Sources", ".swift", ".modulemap") + Repository.files(in: "Tests", ".swift"))
        .map { $0.split(separator: "/").prefix(2).joined(separator: "/") })
    #expect(Set(manifest.targets.map(\.folder)) == folders)
    #expect(
      manifest.libraries == [
        "ArgumentParser", "CCommonMark", "CDisk", "CExpat", "CGumbo", "CLibcrypto", "CZlib", "FlyingFox",
        "FlyingSocks", "Yams",
      ])
  }

  @Test func `what a file imports, its target depends on`() throws {
    let manifest = try PackageManifest()
    let known = manifest.libraries.union(manifest.targets.map(\.name))
    for target in manifest.targets where target.kind != .system {
      for found in try Self.imports(in: target.folder) where known.contains(found.module) {
        #expect(target.dependencies.contains(found.module), "\(found.file) imports \(found.module)")
      }
    }
  }

  @Test func `what a target depends on, a file imports`() throws {
    for target in try PackageManifest().targets where target.kind != .system {
      let unused = target.dependencies.subtracting(try Self.imports(in: target.folder).map(\.module))
      #expect(unused.isEmpty, "\(target.name) depends on \(unused.sorted()), which no file of it imports")
    }
  }

  @Test func `a library is known to one target and its tests`() throws {
    let manifest = try PackageManifest()
    for library in manifest.libraries {
      let users = manifest.targets(.source).filter { $0.dependencies.contains(library) }.map(\.name)
      #expect(users.count == 1, "\(library): \(users)")
      let tests = manifest.targets(.tests).filter { $0.dependencies.contains(library) }.map(\.name)
      #expect(tests.allSatisfy { users.contains(String($0.dropLast(5))) }, "\(library): \(tests)")
    }
  }

  @Test func `the program depends on nothing that is there for the tests`() throws {
    let manifest = try PackageManifest()
    let tests = manifest.targets(.tests).map(\.name)
    for target in manifest.targets(.source) { #expect(target.dependencies.isDisjoint(with: tests), "\(target.name)") }
  }

  @Test func `the table of ARCHITECTURE.md has a row for each target, with what it imports`() throws {
    let manifest = try PackageManifest()
    let text = try Repository.text("ARCHITECTURE.md")
    let rows = text.matches(of: /\| target \|[^\n]*\n\|[-|]+\n((?:\|[^\n]*\n)+)/).first?.1 ?? ""
    var described: [String: Set<String>] = [:]
    for row in rows.split(separator: "\n") {
      let cells = row.split(separator: "|", omittingEmptySubsequences: false)
      let names = cells[1].matches(of: /`(\w+)`/).map { String($0.1) }
      let imports = Set(cells[3].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }).subtracting([""]
      )
      for name in names { described[name] = imports }
    }
    let sources = manifest.targets(.source)
    #expect(
      Set(described.keys) == Set(sources.map(\.name) + manifest.targets(.system).map(\.name)), "rows for these targets")
    for target in sources {
      let imports = target.dependencies.subtracting(manifest.libraries)
      #expect(described[target.name] == imports, "\(target.name) imports \(imports.sorted().joined(separator: ", "))")
    }
  }

  @Test func `only the executable knows Foundation's clock, environment and exit`() throws {
    let forbidden = ["Date()", "Date.now", "ProcessInfo", "getenv(", "exit(", "print(", "TimeZone"]
    for file in try Repository.files(in: "Sources", ".swift") where !file.hasPrefix("Sources/gongkai/") {
      for line in try Repository.text(file).split(separator: "\n")
      where !line.drop(while: { $0 == " " }).hasPrefix("//") {
        for word in forbidden where line.contains(word) {
          let before = line[..<(line.range(of: word)?.lowerBound ?? line.startIndex)].last
          #expect(before?.isLetter == true || before == "_", "\(file): \(line)")
        }
      }
    }
  }
}
