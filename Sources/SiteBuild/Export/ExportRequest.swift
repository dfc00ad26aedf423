package import Base
package import Exchange
package import Publishing

/// What to export, from a site that a ``BuildRequest`` names.
package struct ExportRequest: Sendable {
  package let format: ExportFormat
  /// The folder to write.
  package let folder: String
  /// Only for changes: the folder of an earlier export.
  package let since: String?
  /// A file, or the name of one in `Templates/exchange`.
  package let map: String?
  /// `gongkai 0.1.0`.
  package let generator: String

  /// Memberwise.
  package init(
    _ format: ExportFormat, to folder: String, since: String? = nil, map: String? = nil, generator: String
  ) {
    (self.format, self.folder, self.since, self.map, self.generator) = (format, folder, since, map, generator)
  }
}

/// The result of an export.
package struct ExportOutcome: Sendable {
  package let check: CheckOutcome
  /// Documents that other sites will not be able to show.
  package var leftOut: [Diagnostic] = []
  /// What is wrong with the field map.
  package let mapFindings: [Diagnostic]
  /// What was counted, by the words of `export.json`; empty if nothing was written.
  package let counts: [(name: String, count: Int)]
  /// The files written, in order; empty if nothing was.
  package let files: [FileRecord]
}

/// Why nothing was exported, apart from findings and file errors.
package enum ExportError: Error, Sendable, Hashable {
  /// Changes since what?
  case sinceMissing
  /// Nothing to compare in this format.
  case sinceIdle(ExportFormat)
  /// Only lines have fields to call otherwise.
  case mapIdle(ExportFormat)
  /// The folder is no earlier export of lines in our words, or of another version.
  case notAnExport(String)
  /// Its lines are not those that its header names.
  case spoilt(String)
  /// The folder to write is inside the site.
  case insideSite(String)
  /// The folder to write is the one that is compared with.
  case overSince(String)
  case unknownMap(String, near: [String])
  /// The folder is no package of changes.
  case notChanges(String)

  /// One sentence for people.
  package var message: String {
    switch self {
    case .sinceMissing: "没有写从哪一次起的变动；用 --since 指明上一次 --format jsonl 导出的文件夹"
    case .sinceIdle(let format): "--format \(format.rawValue) 是全部文件，没有“从哪一次起”；删去 --since，或者用 --format changes"
    case .mapIdle(let format): "--format \(format.rawValue) 不用字段对照；删去 --map，或者用 --format jsonl、changes"
    case .notAnExport(let path): "\(path) 不是本程序以 --format jsonl（不带 --map）导出的文件夹，或者是别的版本导出的；请指明上一次导出的那个"
    case .spoilt(let path): "\(path)/documents.jsonl 与 export.json 里的校验值不符，导出以后被改过；请换成原来的，或者重新导出全部"
    case .insideSite(let path): "导出的文件夹 \(path) 在网站的文件夹（Content、Templates、Output）里面；请用 --output 指定别处"
    case .overSince(let path): "--output \(path) 就是 --since 的文件夹，写了就没有上一次的可比了；请用 --output 指定别处"
    case .unknownMap(let name, let near):
      "没有字段对照“\(name)”（文件，或者 Templates/exchange 里的 \(name).yml）" + (near.first.map { "，是否想写“\($0)”？" } ?? "")
    case .notChanges(let path): "\(path) 不是本程序以 --format changes 导出的文件夹；请指明发给对方的那一个"
    }
  }
}
