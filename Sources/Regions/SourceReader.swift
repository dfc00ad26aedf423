import Base
import Disk
import Documents
import Exchange
import Glibc
import Loading
import Publishing

/// Reads the export of one other site: `export.json`, `library.json`, and the lines of `documents.jsonl`, of which never more than a few
/// megabytes are held as text.
struct SourceReader {
  let setting: SourceSetting
  let folder: String
  let site: Site
  let kinds: [Kind]
  /// The kinds that other sources have brought along.
  let others: [Kind]

  /// What came of it; without a source, nothing of it can be shown.
  struct Result {
    var source: RegionalSource?
    var documents: [Document] = []
    var columns: [Column] = []
    var kinds: [Kind] = []
    var withdrawn: Set<DocumentID> = []
    var findings: [Diagnostic] = []
  }

  /// Bytes of lines that are read at once.
  private static let batch = 4 << 20

  init(_ setting: SourceSetting, folder: String, site: Site, kinds: [Kind], others: [Kind]) {
    (self.setting, self.folder, self.site, self.kinds, self.others) = (setting, folder, site, kinds, others)
  }

  func read(jobs: Int, _ shelf: TextShelf?) async throws(FileError) -> Result {
    let disk = Disk()
    guard let bytes = try disk.read(path(ExportHeader.fileName)) else {
      return refused(
        "source-missing", "\(setting.name)的导出不存在：\(setting.folder)/\(ExportHeader.fileName)",
        ["先取来再生成：rsync -a --delete-after 对方的导出/ \(setting.folder)/", "不再收录的，从 site.yml 的 sources 删去"])
    }
    guard let header = ExportHeader(json: bytes), header.format == .jsonl, !header.isMapped,
      let asOf = try? CalendarDate.parse(header.asOf).get(), LinkAddress(header.baseURL).host != nil
    else {
      return refused(
        "source-version", "\(setting.name)的 export.json 不是 gongkai-exchange/\(ExportHeader.version) 的 jsonl 导出",
        ["请该站用同一版本的程序导出：gongkai export --format jsonl，不带 --map", "没有取完的，再取一次"])
    }
    let name = header.siteName.isEmpty ? setting.name : header.siteName
    let source = RegionalSource(setting, siteName: name, baseURL: header.baseURL, asOf: asOf)
    guard let library = try disk.read(path("library.json")), let words = SourceLibrary(json: library, source, self),
      header.file("library.json")?.sha256 == checksum(of: library)
    else { return spoilt("library.json") }
    return try await read(source, header, words, jobs: jobs, shelf)
  }

  private func read(
    _ source: RegionalSource, _ header: ExportHeader, _ library: SourceLibrary, jobs: Int, _ shelf: TextShelf?
  ) async throws(FileError) -> Result {
    let name = LibraryLines.fileName
    guard let file = header.file(name), let status = try Disk().status(of: path(name)),
      Int(status.st_size) == file.byteCount
    else {
      return spoilt(name)
    }
    var gathering = SourceGathering(source, library)
    let sum = Sum()
    var lines = try LineFile(path(name), watch: sum.add)
    var count = 0
    while case let batch = try lines.next(Self.batch), !batch.isEmpty {
      let numbered = zip((count + 1)..., batch).map { (number: $0, bytes: $1) }
      count += batch.count
      let shown = shownPath
      gathering.add(
        await boundedMap(numbered, jobs: jobs, chunk: 4) { line in
          let place = Diagnostic.Location(path: shown, start: SourcePosition(line: line.number, column: 1))
          return (place, SourceLine.read(line.bytes, at: place, library, shelf))
        })
    }
    guard sum.finished() == file.sha256 else { return spoilt(name) }
    return gathering.result(setting)
  }

  /// Names the folder as site.yml does, so that a report is the same on every machine.
  private var shownPath: String { setting.folder + "/" + LibraryLines.fileName }

  private func path(_ name: String) -> String { folder + "/" + name }

  private func spoilt(_ name: String) -> Result {
    refused(
      "source-spoilt", "\(setting.name)的 \(name) 与 export.json 里的大小或者校验值不符", ["没有取完，或者取的时候对方正在导出：再取一次"])
  }

  private func refused(_ rule: String, _ message: String, _ cures: [String]) -> Result {
    Result(findings: [Diagnostic(rule, at: setting.location, message, cures: cures)])
  }
}

/// A checksum that a file's reader adds to.
private final class Sum {
  private var sum: RunningChecksum? = RunningChecksum()

  func add(_ bytes: UnsafeRawBufferPointer) { sum?.add(bytes) }

  func finished() -> String {
    guard let all = sum.take() else { return "" }
    return all.finished()
  }
}
