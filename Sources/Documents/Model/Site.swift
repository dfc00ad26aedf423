package import Base

/// An office of this site.
package struct Organization: Sendable, Hashable {
  /// ASCII, in URLs: `/issuers/<id>/`.
  package let id: String
  package let name: String
  /// 机关代字 that it may use.
  package let agencyCodes: [String]
  /// 县级, 部门, 乡镇 …; nil when not said.
  package let level: String?

  /// Makes an office.
  package init(id: String, name: String, agencyCodes: [String] = [], level: String? = nil) {
    self.id = id
    self.name = name
    self.agencyCodes = agencyCodes
    self.level = level
  }
}

/// A subject or life event that documents are filed under.
package struct Term: Sendable, Hashable {
  /// ASCII or percent-encodable, in URLs.
  package let id: String
  package let name: String

  /// Makes a term.
  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// `Content/site.yml`.
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
  /// 公安机关备案标识.
  package var policeRecord: String?
  /// 党政机关网站标识; a link.
  package var badgeURL: String?
  /// 我为政府网站找错; a link.
  package var errorReportURL: String?
  /// A sentence in the footer, as for a demonstration site.
  package var notice: String?
  /// An IANA name; the executable turns it into a day.
  package var timeZone = "Asia/Shanghai"
  package var organizations: [Organization] = []
  package var topics: [Term] = []
  package var themes: [Term] = []
  package var audiences: [Term] = []
  /// Groups of words that mean the same to a citizen.
  package var synonyms: [[String]] = []
  /// Rows on a page of a list.
  package var pageSize = 20
  /// Days before its last one on which a task is 即将到期.
  package var dueSoonDays = 15
  /// Days after a consultation's last one by which its outcome is due.
  package var outcomeDays = 60
  /// How many forms of interpretation a document needs, by the level of its office; empty: nothing is asked.
  package var interpretationForms: [String: Int] = [:]
  /// How often a year something is to happen; counted on the pages that gather it.
  package var quotas: [Quota] = []
  /// Earlier releases that stay to roll back to.
  package var keepReleases = 2

  /// 邀请列席每年不少于5次.
  package struct Quota: Sendable, Hashable {
    /// Id of the kind of the documents that count.
    package let kind: String
    /// Key of a field that they must have; nil: any counts.
    package let field: String?
    /// What is counted, for readers: 邀请代表列席.
    package let label: String
    /// At least 1.
    package let perYear: Int

    /// Makes a quota.
    package init(kind: String, field: String?, label: String, perYear: Int) {
      self.kind = kind
      self.field = field
      self.label = label
      self.perYear = perYear
    }
  }

  /// How to reach the office.
  package struct Contact: Sendable, Hashable {
    package var address: String?
    package var phone: String?
    package var email: String?
    package var hours: String?
    package var postcode: String?

    /// One of the ways.
    package enum Word: String, Sendable, Hashable, CaseIterable { case address, phone, email, hours, postcode }

    /// What site.yml says under a word.
    package subscript(word: Word) -> String? {
      switch word {
      case .address: address
      case .phone: phone
      case .email: email
      case .hours: hours
      case .postcode: postcode
      }
    }

    /// Makes an empty one.
    package init() {}
  }

  /// Makes an empty site; Loading fills it.
  package init() {}

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
  /// `fagui/zhengce`.
  package let path: String
  package var title = ""
  /// Id of the kind of its documents; nil: they must say.
  package var kind: String?
  package var order = 0
  package var description = ""
  package var keywords: [String] = []
  /// ColumnType of the 政府网站发展指引.
  package var columnType: String?
  /// Longest time between two updates; nil: none asked.
  package var updateEvery: Period?
  /// What of 条例 art. 20 and 21 it is for: `20-1` to `20-15`, `21`.
  package var statutory: [Query.Word] = []
  /// Why there is nothing in it, declared on a day.
  package var notApplicable: NotApplicable?
  /// What it lists besides its own documents.
  package var collects: Query?
  /// Where it says so, a byte range in ``frontMatter``.
  package var updateEveryPlace: Range<Int>?
  /// What its first page says above the list.
  package var introduction = Body.empty
  package let frontMatter: SourceText

  /// 不涉及: a declaration that takes the place of contents.
  package struct NotApplicable: Sendable, Hashable {
    package let on: CalendarDate
    package let reason: String
    /// Byte range in the front matter.
    package let place: Range<Int>

    /// Makes a declaration.
    package init(on: CalendarDate, reason: String, place: Range<Int> = 0..<0) {
      self.on = on
      self.reason = reason
      self.place = place
    }
  }

  /// Makes an empty column; Loading fills it.
  package init(path: String, frontMatter: SourceText) {
    self.path = path
    self.frontMatter = frontMatter
  }

  /// Path of the column that holds it; nil at the top.
  package var parent: String? {
    path.contains("/") ? path.parentPath : nil
  }

  /// Address of its page below the site's root.
  package var url: String { SiteFile.column(path, page: 1).url }

  /// The last part of its path.
  package var name: String { path.lastSegment }
}
