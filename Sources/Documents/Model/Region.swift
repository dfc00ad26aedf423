package import Base

/// Another site whose published export is shown here, as `sources` of site.yml names it.
package struct SourceSetting: Sendable, Hashable {
  /// The first segment of its addresses: `anlan`.
  package let id: String
  /// What readers call it: 安澜县.
  package let name: String
  /// The folder of the export, absolute or relative to the site's root.
  package let folder: String
  /// The age in days from which an export is told to be old; nil: none.
  package let staleAfterDays: Int?
  /// Where site.yml names it.
  package let location: Diagnostic.Location

  /// Memberwise.
  package init(
    id: String, name: String, folder: String, staleAfterDays: Int? = nil,
    location: Diagnostic.Location = Diagnostic.Location(path: "Content/site.yml")
  ) {
    (self.id, self.name, self.folder) = (id, name, folder)
    (self.staleAfterDays, self.location) = (staleAfterDays, location)
  }
}

/// A source that was read.
package struct RegionalSource: Sendable, Hashable {
  package let setting: SourceSetting
  /// What the other site calls itself: 安澜县政府信息公开专栏.
  package let siteName: String
  /// Absolute, ends with `/`.
  package let baseURL: String
  /// The day of the export.
  package let asOf: CalendarDate

  package var id: String { setting.id }
  package var name: String { setting.name }

  /// Memberwise.
  package init(_ setting: SourceSetting, siteName: String, baseURL: String, asOf: CalendarDate) {
    (self.setting, self.siteName, self.baseURL, self.asOf) = (setting, siteName, baseURL, asOf)
  }
}

/// The libraries of other sites that are shown beside the site's own (地区文件库). Their documents are regional: they have pages, states
/// and relations and are found by the search; what counts, is due, is exported or is corrected here is the site's own alone.
package struct Region: Sendable {
  /// In the order of site.yml.
  package var sources: [RegionalSource] = []
  /// Each with its ``Document/provenance``, sorted by id.
  package var documents: [Document] = []
  /// Sorted by path; the first of each source bears its name.
  package var columns: [Column] = []
  /// Kinds that the site itself does not have.
  package var kinds: [Kind] = []
  /// What those sites say they have taken down.
  package var withdrawn: Set<DocumentID> = []

  /// No other sites.
  package init() {}
}

/// Where a document of another site is published. An immutable class, because every document has room for one and few have it.
package final class Provenance: Sendable {
  /// The id of its source: `anlan`.
  package let source: String
  /// What its own site calls itself.
  package let siteName: String
  /// Its page there: an absolute address.
  package let url: String
  /// The path of its file in Content/ there, below the id of its source: `anlan/zhengce/2023-3/index.md`.
  package let sourcePath: String
  /// Its files there, by their paths in Content/ below the id of its source.
  package let files: [String: File]
  /// The state that its own site says it has on the day of the export, by its code; nil if it says none.
  package let stateThere: String?
  /// Its line in the export.
  package let location: Diagnostic.Location

  /// A file on another site.
  package struct File: Sendable, Hashable {
    package let url: String
    package let sha256: String?

    /// Memberwise.
    package init(url: String, sha256: String?) { (self.url, self.sha256) = (url, sha256) }
  }

  /// Memberwise.
  package init(
    source: String, siteName: String, url: String, sourcePath: String, files: [String: File] = [:],
    stateThere: String? = nil, location: Diagnostic.Location
  ) {
    (self.source, self.siteName, self.url) = (source, siteName, url)
    (self.sourcePath, self.files, self.stateThere, self.location) = (sourcePath, files, stateThere, location)
  }
}

extension Document {
  /// Whether it is of another site's library.
  package var isRegional: Bool { provenance != nil }
}
