package import Base
package import Papers

/// An office whose documents this site publishes.
package struct Organization: Sendable, Hashable {
  /// ASCII, in URLs: `/issuers/<id>/`.
  package let id: String
  package let name: String
  /// The 机关代字 that it may use.
  package let agencyCodes: [String]
  /// 县级, 部门, 乡镇 …; nil when not given.
  package let level: String?
  /// Where people can ask about its documents; nil when not given.
  package let phone: String?

  /// Memberwise.
  package init(
    id: String, name: String, agencyCodes: [String] = [], level: String? = nil, phone: String? = nil
  ) {
    self.id = id
    self.name = name
    self.agencyCodes = agencyCodes
    self.level = level
    self.phone = phone
  }
}

/// A subject or life event that documents are filed under.
package struct Term: Sendable, Hashable {
  /// ASCII or percent-encodable, in URLs.
  package let id: String
  package let name: String

  /// Memberwise.
  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// The settings in `Content/site.yml`.
package struct Site: Sendable {
  package var name = ""
  package var shortName = ""
  /// Absolute, ends with `/`.
  package var baseURL = ""
  package var siteIDCode = ""
  package var organizer = ""
  package var undertaker: String?
  package var contact = Contact()
  package var icp: String?
  /// Where the number leads.
  package var icpURL: String?
  /// 公安机关备案标识.
  package var policeRecord: String?
  /// Where the number leads.
  package var policeURL: String?
  /// 党政机关网站标识: a URL.
  package var badgeURL: String?
  /// 我为政府网站找错: a URL.
  package var errorReportURL: String?
  /// A sentence in the footer, for example on a demonstration site.
  package var notice: String?
  /// 数据使用说明: a sentence on the page about open data.
  package var dataLicence: String?
  /// An IANA name; the executable determines today's date from it.
  package var timeZone = "Asia/Shanghai"
  package var organizations: [Organization] = []
  package var topics: [Term] = []
  package var themes: [Term] = []
  package var audiences: [Term] = []
  /// The questions by which readers find policies.
  package var matcher: [MatcherQuestion] = []
  /// Towns and villages, each before those that lie in it.
  package var places: [Place] = []
  /// Other sites whose exports are shown beside the site's own documents.
  package var sources: [SourceSetting] = []
  /// Groups of words that mean the same to citizens.
  package var synonyms: [[String]] = []
  /// The same from the dictionaries of the templates: the official word of each group first.
  package var commonSynonyms: [[String]] = []
  /// What answers searches when there are too many documents for a reader's browser; nil: the browser always does.
  package var searchEngine: SearchEngine?
  /// Rows per page of a list.
  package var pageSize = 20
  /// A task is 即将到期 from this many days before its last day.
  package var dueSoonDays = 15
  /// The outcome of a consultation is due this many days after its last day.
  package var outcomeDays = 60
  /// Required number of forms of interpretation, by the level of the issuer; empty: no requirement.
  package var interpretationForms: [String: Int] = [:]
  /// How often a year something must happen; counted on the pages that gather it.
  package var quotas: [Quota] = []
  /// Other lengths of deadlines that no law fixes.
  package var localDeadlines: [LocalDeadline] = []
  package var inspection = InspectionSettings()
  /// The working days, from the notices of the State Council.
  package var workCalendar = WorkCalendar()
  /// Number of earlier releases kept for rollback.
  package var keepReleases = 7
  /// Percentage of the published documents that a build may take off the site without an explicit day.
  package var removalLimit = 20
  /// Extensions of files that it publishes besides ``FileTypes/published``, in lower case.
  package var attachmentTypes: Set<String> = []
  /// Characters of an attachment's text that the search takes; 0: none.
  package var attachmentCharacters = 60_000
  package var theme = Theme()
  /// How documents get their 索引号; nil: nobody asks for one.
  package var indexNumbering: IndexNumbering?
  /// Whether compressed copies stand beside the files, for a web server that sends those.
  package var hasCompressedCopies = false

  /// Which documents must show that they were reviewed before publication.
  package var reviews = ReviewDuty.none
  /// Hashes of personal data that somebody has decided to show.
  package var allowed: [String] = []

  /// A required number per year: 邀请列席每年不少于5次.
  package struct Quota: Sendable, Hashable {
    /// Id of the kind of the documents counted.
    package let kind: String
    /// Key of a field that they must have; nil: all count.
    package let field: String?
    /// What is counted, for readers: 邀请代表列席.
    package let label: String
    /// At least 1.
    package let perYear: Int
    /// The last day of the year for it.
    package let by: YearDay
    /// Who must reach it, each by themselves; nil: the site as a whole.
    package var each: Each?
    /// Where site.yml says so.
    package let location: Diagnostic.Location

    /// Memberwise.
    package init(
      kind: String, field: String?, label: String, perYear: Int, by: YearDay = .last,
      location: Diagnostic.Location = Diagnostic.Location(path: "Content/site.yml")
    ) {
      self.kind = kind
      self.field = field
      self.label = label
      self.perYear = perYear
      self.by = by
      self.location = location
    }

    /// Offices or people, by the field that names them.
    package struct Each: Sendable, Hashable {
      /// Its key: issuer, interpreter.
      package let key: String
      package let names: [String]

      /// Memberwise.
      package init(key: String, names: [String]) {
        self.key = key
        self.names = names
      }
    }
  }

  /// What this place says about a deadline that no law fixes.
  package struct LocalDeadline: Sendable, Hashable {
    /// What must be done, as the kind's file calls it.
    package let what: String
    /// Nil: there is no deadline.
    package let within: Deadline.Length?
    package let location: Diagnostic.Location

    /// Memberwise.
    package init(what: String, within: Deadline.Length?, location: Diagnostic.Location) {
      self.what = what
      self.within = within
      self.location = location
    }
  }

  /// How to reach the office.
  package struct Contact: Sendable, Hashable {
    package var address: String?
    package var phone: String?
    package var email: String?
    package var hours: String?
    package var postcode: String?

    /// The key of one entry.
    package enum Word: String, Sendable, Hashable, CaseIterable { case address, phone, email, hours, postcode }

    /// The entry in site.yml.
    package subscript(word: Word) -> String? {
      switch word {
      case .address: address
      case .phone: phone
      case .email: email
      case .hours: hours
      case .postcode: postcode
      }
    }

    /// A contact without entries.
    package init() {}
  }

  /// A site without settings; Loading fills it.
  package init() {}

  /// Whether it publishes files with this extension, in lower case.
  package func publishes(_ ending: String) -> Bool {
    FileTypes.published.contains(ending) || FileTypes.withMacros.contains(ending) || attachmentTypes.contains(ending)
  }

  /// The level of an office, by its name: as given, else 部门 unless it is a government or its office.
  package func level(of office: String) -> String? {
    if let level = organizations.first(where: { $0.name == office })?.level { return level }
    return office.contains("人民政府") ? nil : "部门"
  }

  /// The telephone of an office, by its name.
  package func phone(of office: String) -> String? { organizations.first { $0.name == office }?.phone }

  /// The 机关代字 of its organizations.
  package var agencyCodes: AgencyCodes { AgencyCodes(organizations.map { ($0.name, $0.agencyCodes) }) }

  /// The host of `baseURL`.
  package var domain: String {
    let rest = baseURL.split(separator: "/", omittingEmptySubsequences: true)
    return rest.count > 1 ? String(rest[1]) : ""
  }

  /// The path of `baseURL`: `/` or `/sub/`.
  package var basePath: String {
    let parts = baseURL.split(separator: "/", omittingEmptySubsequences: true).dropFirst(2)
    return parts.isEmpty ? "/" : "/" + parts.joined(separator: "/") + "/"
  }
}

/// A folder of Content/ with its `_column.md`.
package struct Column: Sendable {
  /// Path of the folder: `fagui/zhengce`.
  package let path: String
  package var title = ""
  /// Id of the kind of its documents; nil: each must name its own.
  package var kind: String?
  package var order = 0
  package var description = ""
  package var keywords: [String] = []
  /// `ColumnType` of 政府网站发展指引.
  package var columnType: String?
  /// Maximum time between two updates; nil: unlimited.
  package var updateEvery: Period?
  /// The items of 政府信息公开条例 art. 20 and 21 that it covers: `20-1` to `20-15`, `21`.
  package var statutory: [Query.Word] = []
  /// The declaration why it is empty.
  package var notApplicable: NotApplicable?
  /// 归集: what it lists besides its own documents.
  package var collects: Query?
  /// 已核对: warnings about it that an editor has looked at.
  package var checked: [Checked] = []
  /// Byte range of ``updateEvery`` in ``frontMatter``.
  package var updateEveryPlace: Range<Int>?
  /// The text above the list on its first page.
  package var introduction = Body.empty
  /// The id of the source, if it is a column of another site.
  package var source: String?
  package let frontMatter: SourceText

  /// 不涉及: a declaration that there is nothing to publish.
  package struct NotApplicable: Sendable, Hashable {
    package let on: CalendarDate
    package let reason: String
    /// Byte range in the front matter.
    package let place: Range<Int>

    /// Memberwise.
    package init(on: CalendarDate, reason: String, place: Range<Int> = 0..<0) {
      self.on = on
      self.reason = reason
      self.place = place
    }
  }

  /// A column without settings; Loading fills it.
  package init(path: String, frontMatter: SourceText) {
    self.path = path
    self.frontMatter = frontMatter
  }

  /// Path of the parent column; nil at the top.
  package var parent: String? {
    path.contains("/") ? path.parentPath : nil
  }

  /// Address of its page below the site's root.
  package var url: String { SiteFile.column(path, page: 1).url }

  /// The last part of its path.
  package var name: String { path.lastSegment }
}
