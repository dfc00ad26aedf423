import Base
package import Documents

/// The stylesheet of a site's own colours, loaded after the templates' (a page may have no style of its own under the
/// site's Content-Security-Policy).
package struct ThemeSheet {
  /// Its path among the assets.
  package static let name = "theme.css"

  private let color: ThemeColor

  /// Takes the colours of a theme.
  package init(_ color: ThemeColor) { self.color = color }

  /// The colours that site.css names. Its high contrast, more specific than these, stays as it is.
  package var bytes: [UInt8] {
    let main = color.main.hex
    let colors = [("main", main), ("main-deep", color.deep.hex), ("main-tint", color.tint.hex), ("focus", main)]
    return Array((":root {\n" + colors.map { "  --\($0): \($1);\n" }.joined() + "}\n").utf8)
  }
}
