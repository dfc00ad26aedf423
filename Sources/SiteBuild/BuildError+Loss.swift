extension BuildError {
  /// How many documents of one library would be gone.
  package struct Loss: Sendable, Hashable {
    package let removed: Int
    package let before: Int
    /// What readers call the other site; nil for the site's own documents.
    package let source: String?
    /// Documents that there are now, new ones too.
    package let now: Int

    /// Memberwise.
    package init(_ removed: Int, of before: Int, in source: String?, now: Int) {
      (self.removed, self.before, self.source, self.now) = (removed, before, source, now)
    }

    /// ` 20 篇文件中的 5 篇、安澜县的 1000 篇中的 990 篇（现在收录 10 篇）`.
    package static func text(_ losses: [Loss]) -> String {
      losses.map { loss in
        loss.source.map { "\($0)的 \(loss.before) 篇中的 \(loss.removed) 篇（现在收录 \(loss.now) 篇）" }
          ?? " \(loss.before) 篇文件中的 \(loss.removed) 篇"
      }.joined(separator: "、")
    }

    /// Where to look.
    static func places(_ losses: [Loss]) -> String {
      let sources = losses.compactMap(\.source).map { "\($0)的导出" }
      return ((losses.count > sources.count ? [" Content"] : []) + sources).joined(separator: "、")
    }
  }
}
