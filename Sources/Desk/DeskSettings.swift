package import SiteBuild

/// What the desk is told when it is opened.
package struct DeskSettings: Sendable {
  package var door: Access.Door
  package var port: UInt16
  /// What is built, and where to: root, templates, output, the day of the clock.
  package var request: BuildRequest
  /// Of the program, for the manifest.
  package var version: String
  package var publishing: Publishing
  /// A moment, in seconds since 1970, as people read it.
  package var time: @Sendable (_ seconds: Int) -> String

  /// Who may put the site on the web from the desk, and take back what was put there.
  package enum Publishing: Sendable, Hashable {
    case everybody
    /// Names that the proxy gives. On the command line and not in site.yml, which everybody at the desk can edit.
    case only(Set<String>)
    /// Nobody; why, in words.
    case off(String)
  }

  /// Memberwise.
  package init(
    door: Access.Door, port: UInt16, request: BuildRequest, version: String, publishing: Publishing,
    time: @escaping @Sendable (Int) -> String
  ) {
    (self.door, self.port, self.request, self.version) = (door, port, request, version)
    (self.publishing, self.time) = (publishing, time)
  }

  /// Why somebody may not publish; nil: they may.
  func objection(to user: String?) -> String? {
    switch publishing {
    case .everybody: nil
    case .off(let reason): reason
    case .only(let names):
      user.map(names.contains) == true ? nil : "你没有发布的权限；可以发布的有：" + names.sorted().joined(separator: "、")
    }
  }
}
