package import Base
package import Documents
package import Publishing

/// What to build, from where to where; everything that the pipeline knows of the world outside.
package struct BuildRequest: Sendable {
  /// The folder that holds `Content/`.
  package var root: String
  package var templates: String
  package var output: String
  /// The day; nil: `today`.
  package var asOf: CalendarDate?
  /// Today in a time zone (an IANA name); nil for a zone that does not exist. The executable's clock.
  package var today: @Sendable (String) -> CalendarDate?
  /// Leave out the documents that have errors, and publish the rest.
  package var keepGoing: Bool
  /// Read and render everything, even if nothing was touched since the last build.
  package var isFull: Bool
  /// Identity of the program that builds: another one may make something else of the same files.
  package var program: String
  /// Files that are worked on at once, at least 1.
  package var jobs: Int
  /// Called as the work goes on, from one task at a time.
  package var progress: @Sendable (BuildProgress) -> Void

  /// Makes a request.
  package init(
    root: String, templates: String, output: String, asOf: CalendarDate? = nil,
    today: @escaping @Sendable (String) -> CalendarDate?, keepGoing: Bool = false, isFull: Bool = false,
    program: String = "", jobs: Int = 1,
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
    self.jobs = jobs
    self.progress = progress
  }
}

/// How far a build is.
package struct BuildProgress: Sendable, Hashable {
  /// What is being done.
  package enum Phase: String, Sendable, Hashable, CaseIterable {
    case loading, resolving, rendering, indexing, publishing
  }
  package let phase: Phase
  package let done: Int
  package let total: Int
}

/// What a check found.
package struct CheckOutcome: Sendable {
  /// Sorted by path and position.
  package let findings: [Diagnostic]
  package let asOf: CalendarDate
  /// Valid documents, public or not.
  package let documents: Int

  /// Findings of one severity.
  package func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }
}

/// What a build did.
package struct BuildOutcome: Sendable {
  package let check: CheckOutcome
  /// Public documents on the site.
  package let documents: Int
  /// Pages for people.
  package let pages: Int
  /// Nil when nothing was published.
  package let news: SiteNews?
  /// Nil: nothing was published, the old site stays.
  package let publication: Publication?
}

/// Why nothing could be checked or built, apart from findings and the disk.
package enum BuildError: Error, Sendable, Hashable {
  /// `Output` is `Content` or below it.
  case outputInsideContent(String)
  /// `timeZone` in site.yml is no time zone.
  case unknownTimeZone(String)
  /// The index does not find what it holds; a fault of the program.
  case searchSelfTest(String)

  /// One sentence for people.
  package var message: String {
    switch self {
    case .outputInsideContent(let path): "输出文件夹 \(path) 在 Content 或模板文件夹里面，会被当作内容；请用 --output 指定别处"
    case .unknownTimeZone(let name): "site.yml 的时区“\(name)”不存在，请写成 Asia/Shanghai 这样的名称"
    case .searchSelfTest(let query): "检索索引自检失败：搜索“\(query)”找不到应有的文件；请把这条信息报告给开发者"
    }
  }
}
