import Auditing
package import Base
package import Disk
package import Documents
import Loading
import Rendering
import Resolution

/// A site that is being written: read once, and after each edit only as far as the edit reaches. Writes nothing.
///
/// Mistakes do not stop it. Where the settings (site.yml, columns, kinds, templates) are broken, pages stay as they were before, and
/// the findings say why.
package actor LiveSite {
  let request: BuildRequest
  let tree: DiskTree
  private(set) var loaded: LoadedSite
  /// What was read of other sites when everything was read; an edit of a text leaves it as it is.
  private var region: (read: Region, findings: [Diagnostic])
  /// The last one whose settings had no errors.
  private var shown: Library
  private var templates: TemplateSet
  private var templateFindings: [Diagnostic] = []
  private var views: [ViewKey: LiveView] = [:]
  private var audits: [CalendarDate: Task<[Diagnostic], Never>] = [:]
  /// The day on which it was opened, for when the site's time zone is broken.
  private let firstDay: CalendarDate
  /// Files that have changed and were not taken in yet; nil: nobody knows which.
  private var missed: Set<String>? = []
  /// Raised with every edit.
  package private(set) var revision = 0

  private struct ViewKey: Hashable {
    let day: CalendarDate
    let opened: Bool
  }

  /// Days that people look at, one after the other.
  private static let mostViews = 6

  /// Reads the site.
  ///
  /// - Throws: ``FileError`` when its files cannot be read, ``BuildError`` when no day is known.
  package init(_ request: BuildRequest) async throws {
    self.request = request
    tree = try DiskTree(root: request.root, entrance: "Content")
    let layered = try request.layeredTemplates()
    let shelf = request.shelf
    loaded = try await LoadedSite(tree: tree, templates: layered, jobs: request.jobs, shelf: shelf)
    region = try await loaded.library.region(request, shelf)
    shown = loaded.library.with(region.read, region.findings)
    let zones = [loaded.library.site.timeZone, Site().timeZone]
    guard let day = request.asOf ?? zones.lazy.compactMap(request.today).first else {
      throw BuildError.unknownTimeZone(loaded.library.site.timeZone)
    }
    firstDay = day
    templates = try TemplateSet(tree: layered)
    templateFindings = templates.check(kinds: loaded.library.kinds, isRegion: !loaded.library.site.sources.isEmpty)
  }

  /// Folders whose files it is made of.
  package nonisolated var folders: [String] { [request.root + "/Content"] + request.templates }

  /// Takes in what happened to its files; returns whether anything in it may have changed.
  ///
  /// - Throws: ``FileError`` when a file cannot be read, for instance because it went away meanwhile; then all is as before, and the
  ///   next call takes in this change, too.
  package func update(_ change: TreeWatcher.Change) async throws -> Bool {
    if case .paths(let changed) = change {
      missed?.formUnion(changed.filter { !isPassing($0) })
    } else {
      missed = nil
    }
    let paths = missed
    if paths?.isEmpty == true { return false }
    let content = paths.map { $0.filter { $0.hasPrefix(request.root + "/Content/") } }
    let below = content.flatMap { paths?.subtracting($0) }
    let layered = try request.layeredTemplates()
    let read = below?.isEmpty == true ? nil : try TemplateSet(tree: layered)
    if let content, let below, !below.contains(where: isReadByDocuments) {
      let changed = Set(content.map { String($0.dropFirst(request.root.count + 1)) })
      // A page's template says nothing about what documents are.
      if !changed.isEmpty { try await take(loaded.after(changed, tree: tree, templates: layered)) }
    } else {
      try await take(LoadedSite(tree: tree, templates: layered, jobs: request.jobs, shelf: request.shelf))
    }
    if let read {
      templateFindings = read.check(kinds: loaded.library.kinds, isRegion: !loaded.library.site.sources.isEmpty)
      if !templateFindings.contains(where: { $0.severity == .error }) { templates = read }
    }
    missed = []
    if !hasBrokenSettings { shown = library }
    (views, audits) = ([:], [:])
    revision += 1
    return true
  }

  /// Other sites are read again when everything is.
  private func take(_ site: LoadedSite) async throws(FileError) {
    if site.isWhole { region = try await site.library.region(request) }
    loaded = site
  }

  /// Whether a file below the templates is data that documents are read by: a kind, a dictionary, a notice about holidays.
  private func isReadByDocuments(_ path: String) -> Bool {
    request.templates.contains { root in
      ["kinds", "wording", "holidays", "synonyms"].contains {
        path == "\(root)/\($0)" || path.hasPrefix("\(root)/\($0)/")
      }
    }
  }

  /// The site on a day; nil: today.
  package func view(on day: CalendarDate? = nil) -> LiveView { view(ViewKey(day: day ?? today, opened: false)) }

  /// The site on a day as if everything in it were public: drafts, what is not yet or not at all to be published, and what has errors.
  package func openedView(on day: CalendarDate? = nil) -> LiveView { view(ViewKey(day: day ?? today, opened: true)) }

  private func view(_ key: ViewKey) -> LiveView {
    if let view = views[key] { return view }
    if views.count >= Self.mostViews { views = [:] }
    let view = view(of: shown, on: key.day, opened: key.opened)
    views[key] = view
    return view
  }

  /// - Parameter opened: As if everything in it were public.
  func view(of library: Library, on day: CalendarDate, opened: Bool) -> LiveView {
    let assets = (try? AssetFolder(templates, library.site.theme, in: tree)) ?? AssetFolder(templates.assetFiles)
    return LiveView(
      opened ? library.opened(on: day) : library, templates: templates, assets: assets, tree: tree, on: day,
      jobs: request.jobs)
  }

  /// The day on which the site is looked at unless another is asked for.
  package var today: CalendarDate {
    request.asOf ?? request.today(shown.site.timeZone) ?? firstDay
  }

  /// The day of the clock, on which people act, whatever day they look at.
  package var clockDay: CalendarDate { request.today(shown.site.timeZone) ?? firstDay }

  /// The path of the site below its host: `/`, `/xxgk/`.
  package var basePath: String { shown.site.basePath }

  /// Everything that is wrong with the site on a day, sorted, as a check would say it.
  package func findings(on day: CalendarDate? = nil) async -> [Diagnostic] {
    let day = day ?? today
    if let audit = audits[day] { return await audit.value }
    let (library, request, tree, own) = (library, request, tree, templateFindings)
    // What is shown is linked already, unless the settings are broken. A processor stays for the pages.
    let corpus = hasBrokenSettings ? nil : view(on: day).corpus
    let task = Task(executorPreference: Workshop.shared) {
      let audited = await Preparation.audit(
        library, corpus, asOf: day, jobs: max(1, request.jobs - 1),
        attachments: Preparation.attachmentReader(request, tree, publishingTo: nil))
      let found = DocumentFiles(library).sparingDrafts(audited.findings + own)
      return ReviewedFindings(found, in: library).open
    }
    audits[day] = task
    return await task.value
  }

  /// The site as it was last read, with the documents of other sites.
  private var library: Library { loaded.library.with(region.read, region.findings) }

  /// Every document that could be read, public or not, sorted by path.
  package var documents: [Document] {
    (loaded.library.documents + loaded.library.faulty).sorted { $0.id < $1.id }
  }

  /// The document as it was read, public or not.
  package func document(_ id: DocumentID) -> Document? {
    loaded.library.documents.first { $0.id == id } ?? loaded.library.faulty.first { $0.id == id }
  }

  /// The document of a file, as it was read.
  package func document(file path: String) -> Document? {
    document(DocumentID(sourcePath: String(path.dropFirst("Content/".count))))
  }

  /// The settings as they were last read without errors.
  package var site: Site { shown.site }

  /// The kinds, sorted by id.
  package var kinds: [Kind] { shown.kinds }

  /// The columns, sorted by path.
  package var columns: [Column] { shown.columns }

  /// What a clerk is told about who can read a document on a day.
  package func standing(of document: Document, on day: CalendarDate? = nil) -> LiveStanding {
    let day = day ?? today
    if loaded.library.failedDocuments.contains(document.frontMatter.path) { return .faulty }
    if document.isDraft { return .draft }
    if let published = document.publishedOn?.day, published > day { return .embargoed(published) }
    switch document.disclosure {
    case .proactive: return document.retraction(on: day).map { .takenDown($0.on) } ?? .published
    case .onRequest: return .catalogued
    case .withheld: return .withheld
    }
  }

  /// Errors in what every page is made of.
  private var hasBrokenSettings: Bool {
    let files = DocumentFiles(loaded.library)
    return !files.contain(loaded.library.findings.filter { $0.severity == .error })
  }

  /// Files that programs make beside the one that they write, and what is in hidden folders.
  private func isPassing(_ path: String) -> Bool {
    if path.dropFirst(request.root.count).contains("/.") { return true }
    let name = path.lastSegment
    return name.hasPrefix("~$") || name.hasSuffix("~") || name.hasSuffix(".swp")
  }
}

/// Who can read a document.
package enum LiveStanding: Sendable, Hashable {
  case published, draft, catalogued, withheld, faulty
  case embargoed(CalendarDate)
  case takenDown(CalendarDate)

  /// For a clerk: 草稿, 12月1日公开 …
  package var label: String {
    switch self {
    case .published: "已公开"
    case .draft: "草稿"
    case .catalogued: "依申请公开"
    case .withheld: "不予公开"
    case .faulty: "有错误"
    case .embargoed(let day): "\(day.iso) 公开"
    case .takenDown(let day): "\(day.iso) 已撤下"
    }
  }
}

extension Library {
  /// The same with every document public on a day, those with errors as far as they could be read.
  fileprivate func opened(on day: CalendarDate) -> Library {
    var library = self
    library.documents = (documents + faulty).map { document in
      var document = document
      document.isDraft = false
      document.disclosure = .proactive
      document.mayBeHidden = false
      (document.withdrawn, document.publicUntil) = (nil, nil)
      if let published = document.publishedOn, published.day > day { document.publishedOn = nil }
      return document
    }.sorted { $0.id < $1.id }
    (library.faulty, library.failedDocuments, library.failedNumbers) = ([], [], [])
    return library
  }
}
