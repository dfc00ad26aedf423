import Base
import Documents
import Disk
import Publishing
import SiteBuild

/// The end of a build's output: one line, a second one about the release, and remarks on anything besides the pages
/// that needs attention.
struct BuildSummary {
  let outcome: BuildOutcome
  /// As given on the command line.
  let output: String
  let seconds: Double
  /// What is online when nothing was published.
  var standing: Standing?

  /// `已生成：72 篇文件，141 个页面，3 条警告，用时 0.8 秒（有效性按 2026-11-21 计算）→ Output`.
  var line: String {
    let counts = FindingCounts(outcome.check)
    guard let publication = outcome.publication else {
      return "未发布：发现 \(counts.text ?? "问题")；" + (standing?.sentence ?? Standing.unchanged)
    }
    let parts =
      [outcome.documentCount.text, "\(outcome.pages) 个页面"] + (counts.text.map { [$0 + new] } ?? [])
      + (counts.checkedText.map { [$0] } ?? []) + ["用时 \(duration) 秒"]
    let verb = kept ?? (publication.isUnchanged ? "已生成（与原有网站相同）" : "已生成")
    return "\(verb)：\(parts.joined(separator: "，"))（有效性按 \(outcome.check.asOf.iso) 计算）→ \(shown(output))"
  }

  /// `已生成（有错误的文件 2 篇略去，1 篇仍是上次发布的内容）`; nil when there are no errors.
  private var kept: String? {
    let parts = [(outcome.leftOut.count, "略去"), (outcome.held.count, "仍是上次发布的内容")]
      .filter { $0.0 > 0 }.map { "\($0.0) 篇\($0.1)" }
    return parts.isEmpty ? nil : "已生成（有错误的文件 \(parts.joined(separator: "，"))）"
  }

  /// The line, then, when a release was made, how to recognise it and what it shares with the previous one.
  var lines: String {
    guard let publication = outcome.publication else { return line + "\n" }
    let fingerprint = String(publication.treeHash.prefix(ReleaseTable.fingerprintLength))
    return line + "\n内容指纹 \(fingerprint)，\(publication.fileCount) 个文件，其中 \(publication.linkedCount) 个与上一版本相同\n"
      + AttachmentSummary(counts: outcome.check.attachments).lines
  }

  /// The last line of a build: how the site stands for inspectors, and what is due.
  var standingLine: String {
    outcome.standing.line.isEmpty ? "" : outcome.standing.line + "（gongkai inspect 看全部）\n"
  }

  /// Texts that were taken down and could still come back by a rollback, or be read by whoever has this machine.
  var keptLine: String {
    guard let first = outcome.stillKept.first else { return "" }
    let others = outcome.stillKept.count > 1 ? "等 \(outcome.stillKept.count) 篇" : ""
    return "保留的历史版本里还有撤下的 \(first) \(others)的正文；要马上清除的，运行 gongkai forget \(first)\n"
  }

  /// Unknown files in Output, and what went wrong after the switch.
  var remarks: [String] {
    guard let publication = outcome.publication else { return [] }
    var remarks = publication.troubles.map { "注意：网站已发布，但\($0.message)" }
    if let folder = publication.unknownFilesFolder, !publication.hadManifest {
      remarks.append(
        "注意：\(shown(output)) 的清单 manifest.json 缺失或已损坏，分不清哪些文件是别人放进去的；"
          + "原来的网站整个保留在 \(folder)，核对后可以删除")
    } else if let folder = publication.unknownFilesFolder {
      let names =
        publication.unknownFiles.prefix(3).map(RawName.shown).joined(separator: "、")
        + (publication.unknownFiles.count > 3 ? " 等" : "")
      remarks.append(
        "注意：\(shown(output)) 里有 \(publication.unknownFiles.count) 个不是本程序写的文件（\(names)），"
          + "新网站里没有它们；它们保留在 \(folder)，要长期保留请放进 Content")
    }
    return remarks
  }

  /// `（新增 2 条）`, of the warnings.
  private var new: String { outcome.newWarnings.isEmpty ? "" : "（新增 \(outcome.newWarnings.count) 条）" }

  /// Seconds with one decimal.
  private var duration: String {
    let tenths = Int((seconds * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private func shown(_ path: String) -> String { path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
}

/// The end of a check's output.
struct CheckSummary {
  let outcome: CheckOutcome

  /// The line, after one about the attachments if some were not looked into.
  var lines: String { AttachmentSummary(counts: outcome.attachments).lines + line + "\n" }

  /// `检查通过：72 篇文件，3 条警告（有效性按 2026-11-21 计算）`.
  var line: String {
    let counts = FindingCounts(outcome)
    let day = (counts.checkedText.map { "，" + $0 } ?? "") + "（有效性按 \(outcome.asOf.iso) 计算）"
    if counts.errors > 0 { return "检查未通过：发现 \(counts.text ?? "")\(day)" }
    return "检查通过：\(outcome.documentCount.text)，\(counts.text ?? "没有问题")\(day)"
  }
}

/// Which attachments nobody has looked into, and which the search only knows in part.
struct AttachmentSummary {
  let counts: AttachmentCounts

  /// A line for each; empty if there are none.
  var lines: String {
    let parts = [
      counts.noReader > 0 ? "\(counts.noReader) 个 PDF（没有装 poppler-utils 或者 poppler-data，见运行说明）" : nil,
      counts.otherForm > 0 ? "\(counts.otherForm) 个旧格式文件或者压缩包" : nil,
    ].compactMap(\.self)
    let unread =
      parts.isEmpty ? "" : "附件：检查了 \(counts.read) 个里面的内容，没有检查的有\(parts.joined(separator: "、"))\n"
    return unread
      + (counts.cut > 0 ? "附件：\(counts.cut) 个太长，搜索只收前面的部分（字数是 site.yml 的 attachmentCharacters）\n" : "")
  }
}

/// `3 个错误、1 条警告`.
struct FindingCounts {
  let errors: Int
  let warnings: Int
  let checked: Int

  init(_ outcome: CheckOutcome) {
    errors = outcome.count(.error)
    warnings = outcome.count(.warning)
    checked = outcome.checked.count
  }

  /// `已核对 3 项`; nil when there are none.
  var checkedText: String? { checked > 0 ? "已核对 \(checked) 项" : nil }

  /// Nil when there are none.
  var text: String? {
    let parts = (errors > 0 ? ["\(errors) 个错误"] : []) + (warnings > 0 ? ["\(warnings) 条警告"] : [])
    return parts.isEmpty ? nil : parts.joined(separator: "、")
  }
}
