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

/// Tests are compiled as quickly as can be, also where what they test is optimized.
func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict + [.unsafeFlags(["-Onone"])])
}

let package = Package(
  name: "gongkai",
  products: [.executable(name: "gongkai", targets: ["gongkai"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(name: "CCommonMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CLibcrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CDisk"),

    stage("Base"),
    stage("Archives", ["Base", "CZlib"]),
    stage("OfficeFiles", ["Archives", "Base", "CExpat"]),
    stage("Manuscripts", ["Archives", "Base", "CGumbo", "OfficeFiles"]),
    stage("Disk", ["Base", "CDisk"]),
    stage("Papers", ["Base"]),
    stage("Guard", ["Base", "Papers"]),
    stage("Markdown", ["Base", "CCommonMark", "Papers"]),
    stage("Documents", ["Base", "Markdown", "Papers"]),
    stage(
      "Loading", ["Base", "Disk", "Documents", "Guard", "Markdown", "Papers", .product(name: "Yams", package: "Yams")]),
    stage("Importing", ["Base", "Disk", "Documents", "Loading", "Manuscripts", "Markdown", "OfficeFiles", "Papers"]),
    stage("Resolution", ["Base", "Documents", "Markdown", "Papers"]),
    stage("Auditing", ["Base", "Documents", "OfficeFiles", "Papers", "Resolution"]),
    stage(
      "Search", ["Base", "Documents", "Markdown", "Papers", "Resolution"],
      exclude: ["FORMAT.md", "search-index.schema.json"]),
    stage("Rendering", ["Base", "Disk", "Documents", "Markdown", "Papers", "Resolution"]),
    stage("Exchange", ["Base", "Documents", "Markdown", "Papers", "Resolution", "Search"]),
    stage("Inspection", ["Base", "Documents", "Markdown", "Resolution"]),
    stage("Offline", ["Base", "Documents"]),
    stage("Publishing", ["Archives", "Base", "CLibcrypto", "Disk"]),
    stage("Regions", ["Base", "Disk", "Documents", "Exchange", "Loading", "Markdown", "Papers", "Publishing"]),
    stage(
      "SiteBuild",
      [
        "Auditing", "Base", "Disk", "Documents", "Exchange", "Guard", "Importing", "Inspection", "Loading", "Markdown",
        "OfficeFiles", "Offline", "Papers",
        "Publishing", "Regions",
        "Rendering", "Resolution", "Search",
      ]),
    stage(
      "Desk",
      [
        "Base", "Disk", "Documents", "Importing", "Inspection", "Loading", "Manuscripts", "OfficeFiles", "Papers",
        "Publishing", "SiteBuild",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]),
    .executableTarget(
      name: "gongkai",
      dependencies: [
        "Base", "Desk", "Disk", "Documents", "Exchange", "Importing", "Inspection", "OfficeFiles", "Offline", "Papers",
        "Publishing", "Resolution", "SiteBuild",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["Base", "Disk", "Documents", "Papers"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("ArchitectureTests", ["Base", "TestSupport"]),
    tests("BaseTests", ["Base"]),
    tests("ArchivesTests", ["Archives", "Base", "TestSupport"]),
    tests("OfficeFilesTests", ["Archives", "Base", "OfficeFiles", "TestSupport"]),
    tests("ManuscriptsTests", ["Archives", "Base", "Manuscripts", "OfficeFiles", "TestSupport"]),
    tests("DiskTests", ["Disk", "TestSupport"]),
    tests("PapersTests", ["Base", "Papers"]),
    tests("GuardTests", ["Base", "Guard", "Papers"]),
    tests("DocumentsTests", ["Base", "Documents"]),
    tests("MarkdownTests", ["Base", "Markdown", "CCommonMark", "Papers"], exclude: ["Fixtures"]),
    tests(
      "LoadingTests", ["Base", "Disk", "Documents", "Guard", "Markdown", "Papers", "Loading", "TestSupport"],
      exclude: ["Fixtures"]),
    tests(
      "ImportingTests",
      [
        "Base", "Disk", "Documents", "Importing", "Loading", "Manuscripts", "Markdown", "OfficeFiles", "Papers",
        "TestSupport",
      ]),
    tests("ResolutionTests", ["Base", "Documents", "Papers", "Resolution", "TestSupport"]),
    tests(
      "AuditingTests",
      ["Base", "Documents", "Markdown", "OfficeFiles", "Papers", "Resolution", "Auditing", "TestSupport"]),
    tests(
      "SearchTests", ["Base", "Documents", "Markdown", "Resolution", "Search", "TestSupport"], exclude: ["Fixtures"]),
    tests(
      "RenderingTests", ["Base", "Disk", "Documents", "Markdown", "Papers", "Resolution", "Rendering", "TestSupport"],
      exclude: ["Fixtures"]),
    tests("ExchangeTests", ["Base", "Exchange", "Search", "TestSupport"]),
    tests("InspectionTests", ["Base", "Documents", "Inspection", "Resolution", "TestSupport"]),
    tests("OfflineTests", ["Base", "Offline", "TestSupport"]),
    tests("PublishingTests", ["Disk", "Publishing", "TestSupport"]),
    tests("RegionsTests", ["Base", "Documents", "Papers", "Publishing", "Regions", "TestSupport"]),
    tests("DeskTests", ["Desk", "SiteBuild"]),
    tests(
      "CommandTests",
      [
        "Base", "Disk", "Documents", "Inspection", "Resolution", "Publishing", "SiteBuild", "gongkai", "TestSupport",
      ]),
    tests(
      "SiteBuildTests",
      [
        "Base", "Disk", "Documents", "Exchange", "Importing", "Inspection", "OfficeFiles", "Offline", "Resolution",
        "Publishing", "SiteBuild", "TestSupport",
      ],
      exclude: ["Fixtures"]),
  ]
)
