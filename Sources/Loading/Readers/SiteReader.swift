import Base
import Documents

/// Reads site.yml into a site, with findings.
struct SiteReader {
  var file: FileReader
  /// Sizes of the files in Content/ by path.
  let files: [String: Int]
  private var site = Site()

  static let vocabulary = Vocabulary(.site)

  /// Reads a file known to be text; `file` has its findings so far.
  ///
  /// - Parameter files: Sizes of the files in Content/ by path.
  /// - Returns: The site with its valid values.
  static func read(_ file: FileReader, files: [String: Int]) -> (site: Site, findings: [Diagnostic]) {
    var reader = SiteReader(file: file, files: files)
    reader.read()
    return (reader.site, reader.file.findings)
  }

  private init(file: FileReader, files: [String: Int]) {
    self.file = file
    self.files = files
  }

  private mutating func read() {
    guard let root = file.readYAML(file.source.markLength..<file.source.bytes.count),
      let entries = file.entries(of: root, what: "site.yml ")
    else { return }
    let draft = Draft(entries, vocabulary: Self.vocabulary, file: &file)
    readNames(draft)
    readTexts(draft)
    site.contact = contact(draft["contact"])
    site.organizations = organizations(draft["organizations"])
    site.topics = terms(draft["topics"], "主题分类")
    site.themes = terms(draft["themes"], "特色主题")
    site.audiences = terms(draft["audiences"], "服务对象")
    site.places = places(draft["places"])
    site.matcher = matcher(draft["matcher"])
    site.synonyms = synonyms(draft["synonyms"])
    site.sources = sources(draft["sources"])
    site.searchEngine = searchEngine(draft["search"])
    site.pageSize = file.integer(draft["pageSize"], "pageSize（每页行数）", in: 1...200) ?? site.pageSize
    site.dueSoonDays =
      file.integer(draft["dueSoonDays"], "dueSoonDays（任务提前几天提示）", in: 0...365) ?? site.dueSoonDays
    site.outcomeDays =
      file.integer(draft["outcomeDays"], "outcomeDays（征集结束后几天内反馈）", in: 1...3650) ?? site.outcomeDays
    site.interpretationForms = interpretationForms(
      draft["interpretationForms"], levels: Set(site.organizations.compactMap(\.level)))
    site.quotas = quotas(draft["quotas"], offices: site.organizations.map(\.name))
    site.localDeadlines = deadlines(draft["deadlines"])
    site.inspection = inspection(draft["inspection"])
    site.keepReleases =
      file.integer(draft["keepReleases"], "keepReleases（保留几个历史版本）", in: 0...50) ?? site.keepReleases
    site.theme = theme(draft["theme"])
    site.indexNumbering = indexNumbers(draft["indexNumbers"])
    site.attachmentTypes = attachmentTypes(draft["attachmentTypes"])
    site.attachmentCharacters =
      file.integer(draft["attachmentCharacters"], "attachmentCharacters（一个附件搜索收多少字）", in: 0...80_000)
      ?? site.attachmentCharacters
    site.hasCompressedCopies = file.boolean(draft["compressedCopies"], "compressedCopies（压缩副本）") ?? false
    site.allowed = allowed(draft["allowed"])
    site.reviews = reviews(draft["reviews"])
    site.removalLimit =
      file.integer(draft["removalLimit"], "removalLimit（一次最多撤下百分之几的文件）", in: 0...100) ?? site.removalLimit
  }

  /// Reads extensions, with or without the dot; what runs is never one of them.
  private mutating func attachmentTypes(_ value: YAMLValue?) -> Set<String> {
    var types: Set<String> = []
    for (text, place) in file.texts(value, "attachmentTypes（可以公开的附件类型）") {
      let ending = (text.hasPrefix(".") ? String(text.dropFirst()) : text).lowercased()
      if FileTypes.active.contains(ending) || FileTypes.programs.contains(ending) {
        file.add(
          "wrong-choice", at: place, ".\(ending) 文件会在读者的浏览器、电脑或者服务器上运行，不能作为附件", cures: ["删去 \(text)"])
      } else if ending.isEmpty || !ending.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) })
      {
        file.add("wrong-type", at: place, "“\(text)”不是扩展名", cures: ["只写字母和数字，例如 attachmentTypes: [dwg, shp]"])
      } else {
        types.insert(ending)
      }
    }
    return types
  }

  private mutating func readNames(_ draft: Draft) {
    site.name = required(draft, "name", "站点名称") ?? ""
    site.shortName = file.text(draft["shortName"], "站点简称") ?? site.name
    site.organizer = required(draft, "organizer", "主办单位") ?? ""
    if let address = required(draft, "baseURL", "网址"), let value = draft["baseURL"] {
      site.baseURL = baseURL(address, value.place) ?? ""
    }
    if let code = required(draft, "siteIDCode", "网站标识码"), let value = draft["siteIDCode"] {
      site.siteIDCode = code
      if !Self.isSiteCode(code) {
        file.add(
          "site-id-code", at: value.place, "网站标识码“\(code)”应为 10 位数字，或者 bm 加 8 位数字", cures: ["核对标识码，并加上引号"])
      }
    }
  }

  private mutating func required(_ draft: Draft, _ key: String, _ label: String) -> String? {
    if draft[key] == nil {
      file.add("missing-field", at: draft.place(of: key), "\(label)缺失，site.yml 必须写 \(key)", cures: ["写上 \(key)"])
    }
    return file.text(draft[key], label)
  }

  private mutating func readTexts(_ draft: Draft) {
    site.undertaker = file.text(draft["undertaker"], "承办单位")
    site.icp = file.text(draft["icp"], "ICP 备案编号")
    site.icpURL = address("icpURL", of: "icp", "ICP 备案", draft)
    site.policeRecord = file.text(draft["policeRecord"], "公安备案号")
    site.policeURL = address("policeURL", of: "policeRecord", "公安备案", draft)
    site.badgeURL = file.webAddress(draft["badgeURL"], "党政机关网站标识的链接")
    site.errorReportURL = file.webAddress(draft["errorReportURL"], "网站找错的链接")
    site.notice = file.text(draft["notice"], "页脚说明", multiline: true)
    site.dataLicence = file.text(draft["dataLicence"], "数据使用说明", multiline: true)
    if let value = draft["timeZone"], let zone = file.text(value, "时区") {
      if ZoneNames.contain(zone) {
        site.timeZone = zone
      } else {
        file.add(
          "time-zone", at: value.place, "时区“\(zone)”不是 IANA 时区名，浏览器不认识", cures: ["写作 Asia/Shanghai 或 Asia/Urumqi"])
      }
    }
  }

  /// Reads where the number of a registration leads; without the number there is nothing to lead there.
  private mutating func address(_ key: String, of number: String, _ label: String, _ draft: Draft) -> String? {
    let url = file.webAddress(draft[key], "\(label)的网址")
    if let value = draft[key], draft[number] == nil {
      file.add(
        "fixed-field", .warning, at: value.place, "没有写 \(number)，\(key) 没有作用", cures: ["写上 \(number)，或者删去 \(key)"])
    }
    return url
  }

  /// Reads an absolute address without a query, and adds a trailing slash.
  private mutating func baseURL(_ text: String, _ place: Range<Int>) -> String? {
    guard let address = WebAddress(text), LinkAddress(text).host?.hasUser == false,
      !address.rest.contains(where: { "?#%".contains($0) }),
      address.rest.split(separator: "/").allSatisfy({ PathSegment.isPlain($0) })
    else {
      file.add(
        "web-address", at: place, "网址“\(text)”不是完整的站点网址", cures: ["写作 https://www.example.gov.cn/，可以带一级目录"])
      return nil
    }
    return text.hasSuffix("/") ? text : text + "/"
  }

  /// Whether it is like `3700000001` or `bm01000001`.
  private static func isSiteCode(_ code: String) -> Bool {
    let digits = code.hasPrefix("bm") ? code.dropFirst(2) : Substring(code)
    return code.utf8.count == 10 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
