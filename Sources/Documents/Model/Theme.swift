package import Base

/// How a site differs from others without templates of its own: `theme` in site.yml.
package struct Theme: Sendable, Hashable {
  package var color: ThemeColor?
  /// A picture beside the name of the site.
  package var logo: Image?
  /// A picture of the name of the site, in its place.
  package var nameImage: Image?
  /// 党政机关网站标识, 我为政府网站找错 and whatever else a footer has to show.
  package var footerMarks: [Mark] = []

  /// The folder in Content/ that holds the pictures; its name keeps them from being anybody's attachment.
  package static let folder = "_theme"

  /// The looks that the templates come with.
  package init() {}

  /// A picture of the site itself.
  package struct Image: Sendable, Hashable {
    /// Its path in ``Theme/folder``.
    package let path: String
    /// Where site.yml names it.
    package let place: Diagnostic.Location

    /// Memberwise.
    package init(path: String, place: Diagnostic.Location) {
      self.path = path
      self.place = place
    }

    /// Its path in Content/.
    package var content: String { Theme.folder + "/" + path }
    /// Its path among the assets.
    package var asset: String { "theme/" + path }
  }

  /// An entry of the footer.
  package struct Mark: Sendable, Hashable {
    package let title: String
    /// Shown in place of the title.
    package let image: Image?
    /// May hold `{url}` and `{title}`, which stand for those of the page.
    package let url: String?

    /// Memberwise.
    package init(title: String, image: Image?, url: String?) {
      self.title = title
      self.image = image
      self.url = url
    }
  }

  /// All pictures, in the order of site.yml.
  package var images: [Image] { [logo, nameImage].compactMap(\.self) + footerMarks.compactMap(\.image) }
}

/// The main colour of a site, and those derived from it. Text has to be readable in it and on it (GB/T 37668 and WCAG 2.2, 1.4.3).
package struct ThemeColor: Sendable, Hashable {
  /// Of links, of buttons, behind the navigation.
  package let main: RGBColor

  /// What the pages stand on, and the sheets, as in site.css.
  package static let ground = RGBColor(red: 0xF3, green: 0xF4, blue: 0xF1)
  package static let paper = RGBColor.white
  /// What text of normal size needs.
  package static let leastContrast = 4.5

  /// Takes any colour; whether it will do, ``isReadable`` says.
  package init(_ main: RGBColor) { self.main = main }

  /// Of white text on it.
  package var contrastOfText: Double { main.contrast(with: Self.paper) }
  /// Of links on the ground of the pages.
  package var contrastOfLinks: Double { main.contrast(with: Self.ground) }
  /// Whether both are readable.
  package var isReadable: Bool { min(contrastOfText, contrastOfLinks) >= Self.leastContrast }

  /// The brightest readable colour of the same hue.
  package var readable: ThemeColor {
    let darker = (0...255).lazy.map { ThemeColor(main.mixed(with: .black, share: Double($0) / 255)) }
    return darker.first(where: \.isReadable) ?? ThemeColor(.black)
  }

  /// Under the pointer.
  package var deep: RGBColor { main.mixed(with: .black, share: 0.3) }

  /// Behind text in the main colour: 8 % of it in white, or less, so that the text is readable.
  package var tint: RGBColor {
    let tints = (0...8).lazy.reversed().map { RGBColor.white.mixed(with: main, share: Double($0) / 100) }
    return tints.first { $0.contrast(with: main) >= Self.leastContrast } ?? .white
  }
}
