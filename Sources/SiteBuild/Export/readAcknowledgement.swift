import Disk
package import Exchange
import Glibc

/// Reads what a receiver says of a package of changes.
///
/// - Parameters:
///   - folder: The package, as it was sent.
///   - file: What came back.
/// - Throws: ``FileError``, and ``ExportError`` if the folder is no such package.
package func readAcknowledgement(_ file: String, of folder: String) throws -> Acknowledgement {
  let disk = Disk()
  guard let bytes = try disk.read(folder + "/" + ExportHeader.fileName),
    ExportHeader(json: bytes)?.format == .changes,
    let template = try disk.read(folder + "/" + Acknowledgement.fileName),
    let sent = Acknowledgement.lines(of: template)
  else { throw ExportError.notChanges(folder) }
  guard let answer = try disk.read(file) else { throw FileError("读取", file, code: ENOENT) }
  return Acknowledgement(answer, path: file, of: sent)
}
