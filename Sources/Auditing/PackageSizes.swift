import Base
import Documents
import Resolution

/// The files of a package must fit into one ZIP archive, at most 4 GB and 65,535 files (`package-too-large`, error).
struct PackageSizes: Rule {
  func findings(in context: AuditContext) -> [Diagnostic] {
    context.corpus.entries.filter(context.corpus.isPackage).compactMap { entry in
      let members = context.corpus.gathered(by: entry)
      let files = members.flatMap { $0.document.files(resolver: context.resolver) }
      let byteCount = files.reduce(0) { $0 + (context.files[$1.content] ?? 0) }
      // The list of members, one page per member, and their files.
      let fileCount = 1 + members.count + files.count
      guard byteCount > ZIPArchive.mostBytes || fileCount > ZIPArchive.mostFiles else { return nil }
      let tooMuch =
        byteCount > ZIPArchive.mostBytes
        ? "文件共 \(Self.gigabytes(byteCount)) GB，ZIP 压缩包至多 4 GB" : "\(fileCount) 个文件，ZIP 压缩包至多 65535 个"
      return Diagnostic(
        "package-too-large", at: Self.place(entry), "政策包放不进一个压缩包：\(tooMuch)",
        cures: ["把政策包分成几个，或者把大的附件放到别处、只写链接"])
    }
  }

  /// With one decimal, rounded up, so that a size beyond the limit never looks like the limit.
  private static func gigabytes(_ byteCount: Int) -> String {
    let tenths = (byteCount * 10 + (1 << 30) - 1) >> 30
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func place(_ entry: CorpusEntry) -> Diagnostic.Location {
    let file = entry.document.frontMatter
    if let first = entry.outgoing.first(where: { $0.kind == .contains }) { return file.location(of: first.place) }
    return entry.document.collects.map { file.location(of: $0.place) } ?? file.whole
  }
}
