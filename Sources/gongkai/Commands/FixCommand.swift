import ArgumentParser
import Base
import SiteBuild

/// `gongkai fix`: the cures that cannot change what a text means, taken into Content/.
struct FixCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix", abstract: "自动改正不会改变意思的问题：标点宽度、空格、日期写法等", usage: "gongkai fix [选项]",
    discussion: """
      只改 Content 里的文件，每个文件整个换成改好的；不确定的不改，仍由 check 提示。
      先用 --dry-run 看一看会改什么。结束状态：0 已改正，没有别的错误；1 还有错误要由人改；
      64 命令写错；74 磁盘或权限问题，或者有文件在这期间被人改动。
      """)

  @OptionGroup var site: SiteOptions

  @Option(name: .customLong("rule"), help: ArgumentHelp("只改这一种问题，写方括号里的编号；可以写几次", valueName: "编号"))
  var rules: [String] = []

  @Flag(help: "只列出会改什么，不改文件")
  var dryRun = false

  func validate() throws {
    for rule in rules where RuleTable[rule] == nil {
      let cure = NearMiss.cure(for: rule, among: RuleTable.all.map(\.id))
      throw ValidationError("没有编号为“\(rule)”的问题" + (cure.first.map { "，" + $0 } ?? ""))
    }
  }

  func run(_ console: Console) async throws -> ProgramStatus {
    let request = BuildRequest(
      root: site.root, templates: site.templateFolders, output: site.root + "/Output", asOf: site.asOf,
      today: SystemClock.today, jobs: processorCount)
    let fixes = try await planFixes(request, rules: rules.isEmpty ? nil : Set(rules))
    if dryRun { for file in fixes.files { console.out(FileDifference(file).text) } }
    let skipped = dryRun ? [] : try fixes.write(to: site.root)
    for file in fixes.files where !skipped.contains(file.path) {
      let rules = file.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value) 处" }
      console.out("\(file.path)：" + rules.joined(separator: "、") + "\n")
    }
    for path in skipped { console.error("\(path)：这期间被人改动过，没有动它，请再运行一次\n") }
    console.out(summary(fixes, skipped: skipped.count))
    if !skipped.isEmpty { return .disk }
    return fixes.open.contains { $0.severity == .error } ? .findings : .success
  }

  private func summary(_ fixes: Fixes, skipped: Int) -> String {
    let errors = fixes.open.count { $0.severity == .error }
    let rest = fixes.open.isEmpty ? "" : "；要由人改的还有 \(errors) 个错误、\(fixes.open.count - errors) 条警告，用 gongkai check 查看"
    if fixes.files.isEmpty { return "没有可以自动改正的问题\(rest)\n" }
    return (dryRun ? "会改正" : "已改正") + " \(fixes.files.count - skipped) 个文件，共 \(fixes.count) 处\(rest)\n"
  }
}

/// The lines of a file that change, before and after.
struct FileDifference {
  private let file: Fixes.File

  init(_ file: Fixes.File) { self.file = file }

  /// As many characters around a change are shown.
  private static let around = 16

  var text: String {
    let isRecoded =
      String(validating: file.old, as: UTF8.self) == nil && String(validating: file.new, as: UTF8.self) != nil
    if !isRecoded, file.path.fileExtension != "md", file.old.contains(0) {
      return "\(file.path)：只去掉文件属性里的人名、地点，内容不变\n"
    }
    let encoding = isRecoded ? ForeignEncoding.guess(file.old)?.name : nil
    var out = encoding.map { "\(file.path)：编码由 \($0) 改为 UTF-8，文字不变\n" } ?? ""
    let before = ForeignEncoding.recoded(file.old) ?? file.old
    if !isRecoded, before != file.old { out = "\(file.path)：换行由回车符改为换行符，文字不变\n" }
    let (old, new) = (Self.lines(before), Self.lines(file.new))
    guard old.count == new.count else { return "\(file.path)：\(old.count) 行，改后 \(new.count) 行\n" }
    for (number, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
      let (before, after) = Self.excerpt(Array(pair.0), Array(pair.1))
      out += "\(file.path):\(number + 1)\n  - \(before)\n  + \(after)\n"
    }
    return out
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      TextReport.printable(String(decoding: $0, as: UTF8.self))
    }
  }

  /// What differs, with some words around it.
  private static func excerpt(_ old: [Character], _ new: [Character]) -> (String, String) {
    var front = 0
    while front < min(old.count, new.count), old[front] == new[front] { front += 1 }
    var back = 0
    while back < min(old.count, new.count) - front, old[old.count - 1 - back] == new[new.count - 1 - back] { back += 1 }
    func shown(_ line: [Character]) -> String {
      let (start, end) = (max(0, front - around), min(line.count, line.count - back + around))
      return (start > 0 ? "…" : "") + String(line[start..<max(start, end)]) + (end < line.count ? "…" : "")
    }
    return (shown(old), shown(new))
  }
}
