package import Base
package import Documents
import Loading

/// Which column of a list is what, as guessed or as a person has written it.
package struct StockMapping: Sendable, Hashable {
  /// By heading, in the order of the list.
  package let columns: [Column]

  package struct Column: Sendable, Hashable {
    package let heading: String
    package let target: StockTarget
    /// Whether a person should look at it.
    package let isDoubtful: Bool
  }

  /// Guesses the columns of a list; of two columns that would be the same only the first is.
  package init(guessing table: StockTable, kinds: [Kind]) {
    var taken: Set<StockTarget> = []
    columns = table.headings.enumerated().filter { !$0.element.isEmpty }.map { place, heading in
      let samples = table.rows.prefix(200).map { $0.cells[place] }
      let (target, isDoubtful) = StockTarget.guess(heading, samples: samples, kinds: kinds)
      guard target == .ignored || taken.insert(target).inserted else {
        return Column(heading: heading, target: .ignored, isDoubtful: true)
      }
      return Column(heading: heading, target: target, isDoubtful: isDoubtful)
    }
  }

  /// Reads what a person has written; nil if something in it is wrong.
  package static func read(
    _ bytes: [UInt8], path: String, of table: StockTable, kinds: [Kind]
  ) -> (mapping: StockMapping?, findings: [Diagnostic]) {
    var (pairs, findings) = PairReader.read(bytes, path: path)
    var targets: [String: StockTarget] = [:]
    for pair in pairs {
      guard table.headings.contains(pair.word) else {
        let cures = NearMiss.cure(for: pair.word, among: table.headings)
        findings.append(Diagnostic("unknown-key", at: pair.location, "“\(pair.word)”不是清单里的列", cures: cures + ["删去这一行"]))
        continue
      }
      guard let target = StockTarget(word: pair.text.isEmpty ? "-" : pair.text, kinds: kinds) else {
        let words = StockTarget.special.map(\.word) + CommonField.allCases.flatMap { [$0.rawValue, $0.label] }
        findings.append(
          Diagnostic(
            "unknown-word", at: pair.location, "“\(pair.text)”不是文件开头的词",
            cures: NearMiss.cure(for: pair.text, among: words) + ["不要这一列的，写 -"]))
        continue
      }
      if target != .ignored, let other = targets.first(where: { $0.value == target })?.key {
        findings.append(
          Diagnostic(
            "duplicate-key", at: pair.location, "“\(other)”和“\(pair.word)”都是 \(target.word)", cures: ["只留一列，另一列写 -"]))
      }
      targets[pair.word] = target
    }
    if findings.contains(where: { $0.severity == .error }) { return (nil, findings) }
    return (
      StockMapping(
        columns: table.headings.filter { !$0.isEmpty }.map {
          Column(heading: $0, target: targets[$0] ?? .ignored, isDoubtful: false)
        }), findings
    )
  }

  private init(columns: [Column]) { self.columns = columns }

  /// The file to be edited.
  package var text: String {
    let lines = columns.map { column in
      let isPlain = column.heading.unicodeScalars.allSatisfy { $0.properties.isAlphabetic }
      // What JSON writes between quotation marks is YAML.
      let heading = isPlain ? column.heading : String(decoding: JSONValue.string(column.heading).compact, as: UTF8.self)
      let note = column.isDoubtful ? (column.target == .ignored ? "  # 没有认出来" : "  # 猜的，请核对") : ""
      return "\(heading): \(column.target == .ignored ? "\"-\"" : column.target.word)\(note)\n"
    }
    return """
      # 清单的列 → 文档里的词。核对、改好以后，再运行一次同样的命令，就按这里导入。
      # 可以写文件开头的任何词（title 或者 标题 …），还可以写：
      #   file 文件的路径（相对于清单）   attachments 附件的路径   text 正文   links 附件的链接
      #   column 栏目（文件夹或者名称）   name 文件名             -  不要这一列

      """ + lines.joined()
  }
}
