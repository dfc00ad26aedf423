package import Disk
import Glibc

/// A new document among those that are there.
package enum NewDocument {
  /// Writes a document under the first free number of a year; never over another.
  ///
  /// - Parameters:
  ///   - folder: Below the root: `Content/zhengce`.
  /// - Returns: Its path below the root.
  /// - Throws: ``FileError``.
  package static func write(_ bytes: [UInt8], in folder: String, of root: String, year: Int) throws(FileError) -> String
  {
    let disk = Disk()
    var number = 1
    while true {
      let path = "\(folder)/\(year)-\(number)"
      // A document may also be a folder.
      if try disk.status(of: root + "/" + path) == nil, try disk.status(of: root + "/" + path + ".md") == nil {
        do throws(FileError) {
          try disk.writeNew(root + "/" + path + ".md", bytes)
          return path + ".md"
        } catch {
          // Somebody was quicker.
          if error.code != EEXIST { throw error }
        }
      }
      number += 1
    }
  }
}
