import Base
import Disk
import Documents
import Loading
import Publishing
import Regions

extension Library {
  /// The same with the documents of other sites that site.yml names.
  ///
  /// - Throws: ``FileError`` if an export cannot be read; one that is not there is a finding.
  func withRegion(_ request: BuildRequest, _ shelf: TextShelf? = nil) async throws(FileError) -> Library {
    let read = try await region(request, shelf)
    return with(read.read, read.findings)
  }

  /// The documents of other sites that site.yml names, and what is wrong with their exports.
  func region(
    _ request: BuildRequest, _ shelf: TextShelf? = nil
  ) async throws(FileError) -> (read: Region, findings: [Diagnostic]) {
    if site.sources.isEmpty { return (Region(), []) }
    let (region, findings) = try await readRegion(
      of: site, root: request.root, kinds: kinds, jobs: request.jobs, shelf: shelf)
    return (region, findings)
  }

  /// The same with other sites' documents that were read before.
  func with(_ region: Region, _ findings: [Diagnostic]) -> Library {
    if region.sources.isEmpty, findings.isEmpty { return self }
    var library = self
    library.region = region
    library.findings = (library.findings + findings).sorted()
    return library
  }
}

/// The folders of other sites' exports, identified by names, sizes and times; taken before they are read.
struct RegionStamp: Sendable {
  let read: Read
  var digest: String { read.digest }

  /// What of it is kept for the next build.
  struct Read: Sendable {
    let folders: [String]
    let digest: String
  }

  /// By the file system's clock.
  let latestChange: Int

  /// Nil when a folder cannot be listed.
  init?(_ folders: [String]) {
    guard let stamp = try? TreeStamp(of: folders) else { return nil }
    read = Read(folders: folders, digest: checksum(of: stamp.bytes))
    latestChange = stamp.latestChange
  }
}
