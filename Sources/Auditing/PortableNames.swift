package import Base
import Documents
package import Resolution

/// In a copy for sticks and other people's computers, no name that Windows and the file systems of sticks (FAT, exFAT, NTFS) cannot
/// hold (`offline-name`, error). Only such a copy asks: the site itself may go on having the name. Names that differ in case only
/// are an error everywhere (``AddressClashes``).
package struct PortableNames {
  /// Of what stands before the first dot, in lower case: devices of Windows.
  private static let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })
  private static let signs: Set<Character> = ["<", ">", ":", "\"", "\\", "|", "?", "*"]
  /// Of an address below the copy's folder, in units of UTF-16. Windows takes 260 with the drive, the folder and an end mark.
  private static let longestPath = 240
  /// How much longer a name can become in a copy.
  private let addedLength: Int

  /// Memberwise.
  package init(addedLength: Int) { self.addedLength = addedLength }

  /// - Parameter entries: What the copy has of the site.
  package func findings(of entries: [SitePlan.Entry], in context: AuditContext) -> [Diagnostic] {
    // One mistake in a folder's name is one finding, whatever lies in the folder.
    var told: Set<String> = []
    return entries.compactMap { entry in
      guard let fault = fault(of: entry.path) else { return nil }
      // The folder of a term has its id, whatever list is below it.
      let isTerm = entry.file.term == fault.cause || entry.owner.isSettings
      guard told.insert(isTerm ? fault.cause : "\(entry.owner) \(fault.cause)").inserted else { return nil }
      return Diagnostic(
        "offline-name", at: isTerm ? AuditContext.settings : context.place(of: entry),
        "\(entry.file.name)在离线副本里\(fault.message)",
        cures: [isTerm ? "在 site.yml 里给它改一个 id：{id: 英文名, name: 名称}" : fault.cure])
    }
  }

  /// What is wrong with a path, and the name that is to blame.
  func fault(of path: String) -> (cause: String, message: String, cure: String)? {
    for name in path.split(separator: "/") {
      if let sign = name.first(where: { Self.signs.contains($0) || $0.asciiValue ?? 0x20 < 0x20 }) {
        return (String(name), "的名称“\(name)”里有 Windows 不允许的“\(sign)”", "改文件名，去掉这个符号")
      }
      if name.hasSuffix(".") || name.hasSuffix(" ") {
        return (String(name), "的名称“\(name)”以点或者空格结尾，Windows 不允许", "改文件名，去掉最后的符号")
      }
      if Self.devices.contains(name.prefix { $0 != "." }.lowercased()) {
        return (String(name), "的名称“\(name)”在 Windows 上是设备的名称", "改文件名、文件夹名或者 slug")
      }
    }
    let length = path.utf16.count + addedLength
    return length <= Self.longestPath
      ? nil : ("", "的路径有 \(length) 个字符，不能超过 \(Self.longestPath) 个", "改用短的文件名、文件夹名或者 slug")
  }
}

extension SiteFile {
  /// The id in whose folder it lies, if site.yml says it.
  fileprivate var term: String? {
    switch self {
    case .selection(_, _, let id, _), .term(_, let id, _), .answer(let id), .poster(let id),
      .feed(.term(_, let id)), .calendarFeed(.term(_, let id)):
      id
    default: nil
    }
  }
}

extension SitePlan.Owner {
  /// Whether what it is called stands in site.yml.
  fileprivate var isSettings: Bool {
    switch self {
    case .site, .facet: true
    case .column, .document: false
    }
  }
}
