// swift-tools-version: 6.2
import PackageDescription

/// `make test` asks for it; a site that is built with a compiler of tomorrow must not fail on its new warnings.
let warningsAreErrors = Context.environment["GONGKAI_WARNINGS_AS_ERRORS"] != nil

/// One language mode for every target: Swift 6, explicit existentials, imports that do not leak.
let strict: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (warningsAreErrors ? [.treatAllWarnings(as: .error)] : [])

/// A target of the pipeline. The order of the calls below is the direction of the data; ARCHITECTURE.md tells what each
/// one does, and ArchitectureTests holds the imports to what is written here.
func stage(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "gongkai",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "gongkai", targets: ["gongkai"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CCommonMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),

    stage("TextEncoding"),
    stage("Diagnostics", ["TextEncoding"]),
    stage("FileTree"),
    stage("QRCode"),
    stage("Documents", ["Diagnostics"]),
    stage("Markdown", ["CCommonMark"]),
    stage("Loading", ["Diagnostics", "FileTree", "Documents", "Markdown", .product(name: "Yams", package: "Yams")]),
    stage("Resolution", ["Diagnostics", "Documents"]),
    stage("Auditing", ["Diagnostics", "Documents", "Resolution"]),
    stage("SearchIndexing", ["TextEncoding"], exclude: ["FORMAT.md", "search-index.schema.json"]),
    stage(
      "Rendering",
      [
        "Diagnostics", "TextEncoding", "FileTree", "QRCode", "Documents", "Markdown", "Resolution", "SearchIndexing",
      ]),
    stage(
      "Publishing",
      ["Diagnostics", "TextEncoding", "FileTree", .product(name: "Crypto", package: "swift-crypto")]),
    stage(
      "SiteBuild",
      [
        "Diagnostics", "TextEncoding", "FileTree", "Documents", "Markdown", "Loading", "Resolution", "Auditing",
        "SearchIndexing", "Rendering", "Publishing",
      ]),
    .executableTarget(
      name: "gongkai",
      dependencies: [
        "Diagnostics", "TextEncoding", "FileTree", "Documents", "Publishing", "SiteBuild",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    tests("ArchitectureTests"),
    tests("TextEncodingTests", ["TextEncoding"]),
    tests("DiagnosticsTests", ["Diagnostics", "TextEncoding"]),
    tests("FileTreeTests", ["FileTree"]),
    tests("QRCodeTests", ["QRCode"], exclude: ["Fixtures"]),
    tests("DocumentsTests", ["Documents"]),
    tests("MarkdownTests", ["Markdown", "CCommonMark"], exclude: ["Fixtures"]),
    tests("LoadingTests", ["Diagnostics", "FileTree", "Documents", "Markdown", "Loading"]),
    tests("ResolutionTests", ["Diagnostics", "Documents", "Resolution"]),
    tests("AuditingTests", ["Diagnostics", "Documents", "Resolution", "Auditing"]),
    tests("SearchIndexingTests", ["SearchIndexing"], exclude: ["Fixtures"]),
    tests(
      "RenderingTests",
      ["Diagnostics", "FileTree", "TextEncoding", "Documents", "Markdown", "Resolution", "Rendering"]),
    tests("PublishingTests", ["FileTree", "TextEncoding", "Publishing"]),
    tests(
      "CommandTests", ["Diagnostics", "Documents", "Resolution", "FileTree", "Publishing", "SiteBuild", "gongkai"]),
    tests(
      "SiteBuildTests", ["Diagnostics", "FileTree", "Documents", "Resolution", "Publishing", "SiteBuild"],
      exclude: ["Fixtures"]),
  ]
)
