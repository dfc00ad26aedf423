import Foundation
import TestSupport

/// What Package.swift says about the targets, read from its text: asking the package manager takes a second and a lock.
struct PackageManifest {
  struct Target {
    enum Kind { case system, source, tests }

    let name: String
    let kind: Kind
    /// Targets and libraries.
    let dependencies: Set<String>

    var folder: String { (kind == .tests ? "Tests/" : "Sources/") + name }
  }

  let targets: [Target]

  init() throws {
    let text = try Repository.text("Package.swift")
    let calls = text.matches(
      of: /(stage|tests|\.target|\.testTarget|\.executableTarget|\.systemLibrary)\(\s*(?:name: )?"(\w+)"/)
    targets = calls.enumerated().map { index, call in
      let end = index + 1 < calls.count ? calls[index + 1].range.lowerBound : text.endIndex
      return Self.target(String(call.2), by: call.1, text[call.range.upperBound..<end])
    }
  }

  /// Reads a target from the call that makes it; `arguments` is the text after its name.
  private static func target(_ name: String, by call: Substring, _ arguments: Substring) -> Target {
    let isTests = ["tests", ".testTarget"].contains(call) || arguments.contains(#"path: "Tests/"#)
    let list = arguments.prefixMatch(of: /,\s*(?:dependencies: )?\[([^\]]*)\]/)?.1 ?? ""
    let names = list.replacing(/package: "[^"]*"/, with: "").matches(of: /"([^"]+)"/).map { String($0.1) }
    return Target(
      name: name, kind: call == ".systemLibrary" ? .system : isTests ? .tests : .source, dependencies: Set(names))
  }

  func targets(_ kind: Target.Kind) -> [Target] { targets.filter { $0.kind == kind } }

  /// Modules that only one target may import: C modules, and the libraries of other packages.
  var libraries: Set<String> {
    Set(targets.flatMap(\.dependencies)).subtracting(targets.filter { $0.kind != .system }.map(\.name))
  }
}
