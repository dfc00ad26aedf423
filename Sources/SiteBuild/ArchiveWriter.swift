import Base
import Disk
import Glibc
import Publishing
import Rendering

/// Writes a package's archive into a release in pieces; its members' files are in the release already.
struct ArchiveWriter {
  let staging: Staging

  /// - Throws: ENOENT when a member's file is missing, EFBIG when they exceed the format's limits.
  func write(_ entries: [ArchiveEntry], to path: String) throws(FileError) {
    _ = try staging.write(path: path) { sink throws(FileError) in
      var archive = ZIPArchive()
      for entry in entries {
        // The checksum precedes the bytes, so they are read twice.
        var (sum, byteCount) = (CRC32(), 0)
        try read(entry) { piece in
          sum.add(piece)
          byteCount += piece.count
        }
        guard let header = archive.header(of: entry.name, byteCount: byteCount, checksum: sum.value) else {
          throw FileError("写入", path, code: EFBIG)
        }
        try sink.add(header)
        let end = sink.byteCount + byteCount
        try read(entry) { piece throws(FileError) in try sink.add(piece) }
        if sink.byteCount != end { throw FileError("读取", entry.name, code: EBUSY) }
      }
      try sink.add(archive.finished())
    }
  }

  private func read(
    _ entry: ArchiveEntry, _ use: (UnsafeRawBufferPointer) throws(FileError) -> Void
  ) throws(FileError) {
    switch entry.content {
    case .published(let path): try staging.read(path, use)
    case .bytes(let bytes):
      let result = bytes.withUnsafeBytes { piece -> Result<Void, FileError> in
        do throws(FileError) { return .success(try use(piece)) } catch { return .failure(error) }
      }
      try result.get()
    }
  }
}
