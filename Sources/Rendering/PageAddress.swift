import Base

/// Where a page stands below the site's root, and how it reaches others: all links are relative, so that the site works
/// below any path, from a mirror and from a USB stick with a server.
struct PageAddress: Sendable, Hashable {
  /// `""`, or ends with `/`: `zhengce/page/2/`.
  let url: String
  /// Relative way to the root: `./`, `../../`; of the 404 page, which a server shows under any address, the absolute path.
  let root: String

  init(_ url: String) {
    self.url = url
    let depth = url.utf8.count { $0 == 0x2F }
    root = depth == 0 ? "./" : String(repeating: "../", count: depth)
  }

  /// A page whose links are absolute paths.
  init(_ url: String, absoluteRoot: String) {
    self.url = url
    root = absoluteRoot
  }

  /// The link from here to a place below the root.
  func href(_ path: String, fragment: String? = nil) -> String {
    root + path.encodedForURLPath + (fragment.map { "#" + $0.encodedForURLPath } ?? "")
  }
}
