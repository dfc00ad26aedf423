package import Base
package import Disk
package import Documents
package import Loading

/// Reads the exports of other sites that site.yml names.
///
/// - Parameters:
///   - root: The site's root, to which folders are relative.
///   - kinds: Those of the site, which its documents of other sites use, too.
///   - jobs: Maximum number of lines read at once.
///   - shelf: Where texts are kept that are too many for memory.
/// - Returns: What could be read, and what is wrong with the rest: an export that is missing or was not fetched whole is an error, because a
///   thousand documents must not vanish for a broken line.
/// - Throws: ``FileError`` if a file cannot be read for another reason than that it is not there.
package func readRegion(
  of site: Site, root: String, kinds: [Kind], jobs: Int, shelf: TextShelf? = nil
) async throws(FileError) -> (region: Region, findings: [Diagnostic]) {
  var region = Region()
  var findings: [Diagnostic] = []
  for setting in site.sources {
    let folder = setting.folder.hasPrefix("/") ? setting.folder : root + "/" + setting.folder
    let reader = SourceReader(setting, folder: folder, site: site, kinds: kinds, others: region.kinds)
    let read = try await reader.read(jobs: jobs, shelf)
    findings += read.findings
    guard let source = read.source else { continue }
    region.sources.append(source)
    region.documents += read.documents
    region.columns += read.columns
    region.kinds += read.kinds
    region.withdrawn.formUnion(read.withdrawn)
  }
  region.documents.sort { $0.id < $1.id }
  region.columns.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  return (region, findings.sorted())
}

extension Site {
  /// The folders of its sources, absolute.
  ///
  /// - Parameter root: The site's root.
  package func sourceFolders(root: String) -> [String] {
    sources.map { $0.folder.hasPrefix("/") ? $0.folder : root + "/" + $0.folder }
  }
}
