package import Disk
import Glibc

/// Users and groups of the computer, for messages.
///
/// Read from the files themselves: a statically linked program cannot ask the system's name services, and a number says enough of
/// an account that is not in the files.
package enum Account {
  /// The name of a user, or the number.
  package static func user(_ id: UInt32, disk: Disk = Disk()) -> String {
    name(of: Int(id), in: "/etc/passwd", disk) ?? String(id)
  }

  /// The name of a group, or the number.
  package static func group(_ id: UInt32, disk: Disk = Disk()) -> String {
    name(of: Int(id), in: "/etc/group", disk) ?? String(id)
  }

  /// `alice:xxgk，权限 755` of the nearest folder or file of a path that can be looked at; nil when there is none.
  package static func owner(of path: String) -> String? {
    var (status, here) = (stat(), path)
    while lstat(here, &status) != 0 {
      guard let slash = here.lastIndex(of: "/"), slash > here.startIndex else { return nil }
      here = String(here[..<slash])
    }
    let mode = String(status.st_mode & 0o7777, radix: 8)
    return "\(RawName.shown(here)) 属于 \(user(status.st_uid)):\(group(status.st_gid))，权限 \(mode)"
  }

  private static func name(of id: Int, in file: String, _ disk: Disk) -> String? {
    let lines = (try? disk.read(file))?.split(separator: UInt8(ascii: "\n")) ?? []
    for line in lines {
      let parts = line.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      if parts.count > 2, parts[2].elementsEqual(String(id).utf8) { return String(decoding: parts[0], as: UTF8.self) }
    }
    return nil
  }
}
