import Archives
import Base
package import Disk

extension Staging {
  /// Shorter files gain nothing, longer ones would need their size in memory.
  private static let compressedSizes = 1024...(64 << 20)

  /// Writes a copy `x.gz` beside every text file of this release, for web servers that send those to whoever takes them.
  /// The same file gives the same bytes: no name and no time is in it.
  ///
  /// - Parameter endings: the extensions of text files, in lower case.
  package func writeCompressedCopies(of endings: Set<String>, jobs: Int) async throws(FileError) {
    let records = try finished().records
    let taken = Set(records.map(\.path))
    let texts = records.filter { record in
      Self.compressedSizes.contains(record.byteCount) && endings.contains(record.path.fileExtension)
        && !taken.contains(record.path + ".gz")
    }
    let failures = await boundedMap(texts, jobs: jobs, chunk: 8) { record -> FileError? in
      do throws(FileError) {
        guard let bytes = try self.bytes(of: record.path), let packed = bytes.gzipped, packed.count < bytes.count
        else { return nil }
        _ = try self.write(path: record.path + ".gz", bytes: packed)
        return nil
      } catch { return error }
    }
    if let failure = failures.compactMap(\.self).first { throw failure }
  }
}
