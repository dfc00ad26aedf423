import Documents

/// Which names in the properties of files are those of people: not what computers, programs and offices are called.
struct AuthorNames {
  private let offices: Set<String>

  init(_ site: Site) {
    offices = Set(([site.name, site.organizer] + site.organizations.map(\.name)).map(Self.folded))
  }

  func isPerson(_ name: String) -> Bool {
    let name = Self.folded(name)
    // Question marks are what programs make of a name that they cannot write.
    guard name.contains(where: \.isLetter), !offices.contains(name), !Self.machines.contains(name) else { return false }
    // 某某办公室, 某某局: an office that is not in the list.
    if Self.endings.contains(where: { name.hasSuffix($0) && ($0.count > 1 || name.count > 4) }) { return false }
    return !Self.programs.contains(where: name.contains)
  }

  private static func folded(_ name: String) -> String { name.lowercased().filter { !$0.isWhitespace } }

  /// As Windows, Office and WPS call whoever has not said a name, and as computers come from the shop.
  private static let machines: Set<String> = [
    "administrator", "admin", "user", "users", "guest", "owner", "root", "system", "author", "unknown", "pc", "hp",
    "dell", "lenovo", "asus", "acer", "huawei", "thinkpad", "win7", "win10", "win11", "xp", "test", "windowsuser",
    "microsoftoffice用户", "microsoft", "微软用户", "微软中国", "用户", "个人用户", "管理员", "作者", "未知", "匿名", "china", "computer",
    "匿名用户",
  ]
  /// Parts of the names of programs that write files.
  private static let programs = [
    "python", "openpyxl", "apachepoi", "libreoffice", "openoffice", "wps", "kingsoft", "adobe", "acrobat", "aspose",
    "windows", "office", "foxit", "福昕", "excel", "docx4j", "itext", "pdf", "番茄花园", "雨林木风", "深度技术",
  ]
  private static let endings = ["政府", "办公室", "办公厅", "委员会", "局", "厅", "部", "处", "科", "股", "中心", "公司", "单位", "院", "所"]
}
