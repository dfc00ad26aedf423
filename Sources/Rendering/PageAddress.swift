import Base

/// A page's address below the site's root, and its links to others: all relative, so that the site works below any
/// path, on a mirror, and from a USB stick with a server.
struct PageAddress: Sendable, Hashable {
  /// `""`, or ends with `/`: `zhengce/page/2/`.
  let url: String
  /// Relative path to the root: `./`, `../../`; absolute for the 404 page, which a server shows under any address.
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

  /// The link from here to an address below the root.
  func href(_ path: String, fragment: String? = nil) -> String {
    root + path.encodedForURLPath + (fragment.map { "#" + $0.encodedForURLPath } ?? "")
  }
}
