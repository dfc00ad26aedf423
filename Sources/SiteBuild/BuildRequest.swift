package import Base
import Documents
import Loading
package import OfficeFiles
package import Offline
package import Publishing

/// What to build, from where to where; the pipeline's only knowledge of the outside world.
package struct BuildRequest: Sendable {
  /// The folder that contains `Content/`.
  package var root: String
  /// Folders of templates, the topmost first: the site's own, then those that come with the program.
  package var templates: [String]
  package var output: String
  /// The day; nil: `today`.
  package var asOf: CalendarDate?
  /// Today in a time zone (an IANA name); nil for an unknown zone. Supplied by the executable.
  package var today: @Sendable (String) -> CalendarDate?
  /// Leave out the documents that have errors, and publish the rest.
  package var keepGoing: Bool
  /// Read and render everything, even if nothing was touched since the last build.
  package var isFull: Bool
  /// Identity of the program: another build of it may produce different output from the same files.
  package var program: String
  /// A copy that needs no server, instead of a site; nil for a site.
  package var copy: CopyRequest?
  /// Files processed at once, at least 1.
  package var jobs: Int
  /// Bytes of texts that stay in memory; those of a larger library are in a file beside Output meanwhile.
  package var textsInMemory = TextShelf.usualLimit
  /// Asks a program for the text of a PDF. Supplied by the executable.
  package var pdfReader: PDFReader
  /// Called as the work proceeds, never concurrently.
  package var progress: @Sendable (BuildProgress) -> Void

  /// Memberwise, with defaults.
  package init(
    root: String, templates: [String], output: String, asOf: CalendarDate? = nil,
    today: @escaping @Sendable (String) -> CalendarDate?, keepGoing: Bool = false, isFull: Bool = false,
    program: String = "", copy: CopyRequest? = nil, jobs: Int = 1, pdfReader: @escaping PDFReader = { _ in nil },
    progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
  ) {
    self.root = root
    self.templates = templates
    self.output = output
    self.asOf = asOf
    self.today = today
    self.keepGoing = keepGoing
    self.isFull = isFull
    self.program = program
    self.copy = copy
    self.jobs = jobs
    self.pdfReader = pdfReader
    self.progress = progress
  }
}

extension BuildRequest {
  /// Where the texts of a library are that is too large for memory. A build can write beside Output; a check may have to go elsewhere.
  var shelf: TextShelf {
    let beside = output.parentPath
    let folder = beside.isEmpty ? output.hasPrefix("/") ? "/" : "." : beside
    return TextShelf(in: [folder, "/var/tmp"], limit: textsInMemory)
  }
}

/// A copy to be read from a folder.
package struct CopyRequest: Sendable, Hashable {
  /// Where the site itself is published: the days of its edits are told in the copy, too.
  package let site: String
  /// For a public machine.
  package let kiosk: Kiosk?

  /// Memberwise.
  package init(site: String, kiosk: Kiosk? = nil) {
    self.site = site
    self.kiosk = kiosk
  }
}

/// The progress of a build.
package struct BuildProgress: Sendable, Hashable {
  /// The phase of the work.
  package enum Phase: String, Sendable, Hashable, CaseIterable {
    case loading, resolving, attachments, rendering, indexing, publishing, exporting

    /// Those of a build, in their order.
    package static let ofBuild = allCases.filter { $0 != .exporting }

    /// For people who wait.
    package var label: String {
      switch self {
      case .loading: "读取"
      case .resolving: "检查"
      case .attachments: "检查附件"
      case .rendering: "生成页面"
      case .indexing: "生成检索索引"
      case .publishing: "发布"
      case .exporting: "导出"
      }
    }
  }
  package let phase: Phase
  package let done: Int
  package let total: Int
}

/// The result of a check.
package struct CheckOutcome: Sendable {
  /// Sorted by path and position.
  package let findings: [Diagnostic]
  /// The warnings that an editor has looked at, sorted.
  package let checked: [CheckedFinding]
  package let asOf: CalendarDate
  /// Valid documents, public or not.
  package let documents: Int
  /// The documents of other sites that are shown; nil for a site that names none.
  package var regional: Int?
  /// The attachments that were looked into, and that were not.
  package var attachments = AttachmentCounts()
  /// Why a build would publish nothing although the findings allow it.
  package var refusal: BuildError?

  /// Memberwise.
  package init(findings: [Diagnostic], checked: [CheckedFinding] = [], asOf: CalendarDate, documents: Int) {
    self.findings = findings
    self.checked = checked
    self.asOf = asOf
    self.documents = documents
  }

  /// The number of findings of one severity.
  package func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
}

/// The result of a build.
package struct BuildOutcome: Sendable {
  package let check: CheckOutcome
  /// Public documents on the site.
  package let documents: Int
  /// Pages for people.
  package let pages: Int
  /// Nil when nothing was published.
  package let news: SiteNews?
  /// Nil when nothing was published and the old site remains.
  package let publication: Publication?
  /// Files of documents that have errors and are on the site as they were last published.
  package var held: [String] = []
  /// Files of documents that have errors and are not on the site.
  package var leftOut: [String] = []
  /// Documents that were taken down and whose texts earlier releases still hold, by path, sorted.
  package var stillKept: [String] = []
  /// The warnings that the last release did not have; empty for the first one.
  package var newWarnings: [Diagnostic] = []
  /// What is known of the inspection and of what is due.
  package var standing = InspectionStanding()
}

/// Why nothing could be checked or built, apart from findings and file errors.
package enum BuildError: Error, Sendable, Hashable {
  /// `Output` is `Content` or below it.
  case outputInsideContent(String)
  /// `timeZone` in site.yml is not a time zone.
  case unknownTimeZone(String)
  /// The program has no templates, and the site at most some.
  case noTemplates
  /// Today is before the day of the site that is out.
  case dayBeforeRelease(CalendarDate, published: String)
  /// Today's site would lack many documents of the one that is out, its own or another site's.
  case manyRemoved([Loss], limit: Int, asOf: CalendarDate)
  /// The index does not find what it holds; a bug in the program.
  case searchSelfTest(String)
  /// A site was to be written over a copy that needs no server, or the other way round.
  case otherForm(output: String, isCopy: Bool)
  /// A script of the templates cannot run without a server.
  case script(path: String, ScriptFault)

  /// One sentence for people.
  package var message: String {
    switch self {
    case .outputInsideContent(let path): "输出文件夹 \(path) 在 Content 或模板文件夹里面，会被当作内容；请用 --output 指定别处"
    case .unknownTimeZone(let name): "site.yml 的时区“\(name)”不存在，请写成 Asia/Shanghai 这样的名称"
    case .noTemplates: "找不到程序自带的模板（程序旁边的 share/gongkai/Templates）；请重新安装程序，或者用 --templates 指明有全套模板的文件夹"
    case .dayBeforeRelease(let day, let published):
      "按本机的时钟今天是 \(day.iso)，早于网上网站的日期 \(published)，时钟可能不对，不发布；"
        + "请核对时间（date），确实要按这一天发布的，写明日期：gongkai build --as-of \(day.iso)"
    case .manyRemoved(let losses, let limit, let day):
      "这次生成会从网上撤下\(Loss.text(losses))，超过 \(limit)%（site.yml 的 removalLimit），不发布；"
        + "请核对日期（\(day.iso)）和\(Loss.places(losses))，确实要撤下的，写明日期：gongkai build --as-of \(day.iso)"
    case .searchSelfTest(let query): "检索索引自检失败：搜索“\(query)”找不到应有的文件；请把这条信息报告给开发者"
    case .otherForm(let output, true): "\(output) 里是离线副本，不能换成网站；请用 --output 指定别处，或者加上 --offline"
    case .otherForm(let output, false): "\(output) 里是给服务器用的网站，不能换成离线副本；请用 --output 指定别处"
    case .script(let path, let fault):
      "\(path):\(fault.line): 离线副本不能有\(fault.what)；import 请写成 import { 名称 } from \"./文件.js\"，"
        + "export 请写在 function、class 或 const 前面"
    }
  }
}
