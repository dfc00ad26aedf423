/// What stands behind a key. Scalars are the text that Loading reads; whoever writes YAML puts the quotation marks.
package indirect enum FrontMatterValue: Sendable, Hashable {
  case scalar(String)
  case list([FrontMatterValue])
  case map([Member])

  package struct Member: Sendable, Hashable {
    package var key: String
    package var value: FrontMatterValue

    /// Memberwise.
    package init(_ key: String, _ value: FrontMatterValue) { (self.key, self.value) = (key, value) }
  }
}
