import Base
import Documents

// How the site looks: `theme`.
extension SiteReader {
  private static let themeVocabulary = Vocabulary(.theme)
  private static let markVocabulary = Vocabulary(.mark)
  /// Pictures that every browser shows.
  private static let pictures: Set<String> = ["svg", "png", "jpg", "jpeg", "gif", "webp"]

  /// Reads a mapping.
  mutating func theme(_ value: YAMLValue?) -> Theme {
    var theme = Theme()
    guard let value else { return theme }
    guard let entries = value.entries else {
      file.wrongType(value, "theme（外观）", "“键: 值”，如 color、logo")
      return theme
    }
    let draft = Draft(entries, vocabulary: Self.themeVocabulary, file: &file)
    theme.color = color(draft)
    theme.logo = image(draft["logo"], "logo（标志）")
    theme.nameImage = image(draft["nameImage"], "nameImage（站名图片）")
    theme.footerMarks = file.items(of: draft["footerMarks"], "footerMarks（页脚标识）").compactMap { mark($0) }
    return theme
  }

  private mutating func color(_ draft: Draft) -> ThemeColor? {
    guard let place = draft.place(of: "color") else { return nil }
    // YAML takes what follows “ #” for a comment.
    guard let value = draft["color"] else {
      file.add("yaml-comment", at: place, "color（主色）没有内容：没有引号的“#”后面是注释", cures: ["写作 color: \"#174a6e\""])
      return nil
    }
    guard let text = file.text(value, "color（主色）") else { return nil }
    guard let main = RGBColor(text) else {
      file.add(
        "wrong-type", at: value.place, "color（主色）“\(text)”不是颜色", cures: ["写“#”和六位十六进制数，加引号：color: \"#174a6e\""])
      return nil
    }
    let color = ThemeColor(main)
    if !color.isReadable {
      file.add(
        "theme-contrast", at: value.place,
        "主色 \(main.hex) 太浅：上面的白字对比度 \(Self.shown(color.contrastOfText))，页面上的链接 \(Self.shown(color.contrastOfLinks))，"
          + "都不能低于 \(ThemeColor.leastContrast)",
        cures: ["改为同一色调中最接近的 color: \"\(color.readable.main.hex)\""])
    }
    return color
  }

  /// With two places, cut off: 4.498 is not 4.5.
  private static func shown(_ ratio: Double) -> String { "\((ratio * 100).rounded(.down) / 100)" }

  /// Reads the path of a picture in the folder of the theme.
  private mutating func image(_ value: YAMLValue?, _ label: String) -> Theme.Image? {
    guard let value, let text = file.text(value, label) else { return nil }
    let path = text.resolvedPath(in: "")
    guard let path, !path.isEmpty, files[Theme.folder + "/" + path] != nil else {
      let known = files.keys.filter { $0.hasPrefix(Theme.folder + "/") }.map {
        String($0.dropFirst(Theme.folder.count + 1))
      }
      file.add(
        "attachment-missing", at: value.place, "\(label)“\(text)”不在 Content/\(Theme.folder) 中",
        cures: NearMiss.cure(for: text, among: known.sorted()) + ["把图片放进 Content/\(Theme.folder)，这里只写文件名"])
      return nil
    }
    guard Self.pictures.contains(path.fileExtension) else {
      file.add("wrong-choice", at: value.place, "\(label)“\(text)”不是浏览器都能显示的图片", cures: ["另存为 SVG 或 PNG"])
      return nil
    }
    if files[Theme.folder + "/" + path] == 0 {
      file.add("attachment-empty", .warning, at: value.place, "\(label)“\(text)”是空文件", cures: ["换成有内容的图片"])
    }
    return Theme.Image(path: path, place: file.source.location(of: value.place))
  }

  private mutating func mark(_ value: YAMLValue) -> Theme.Mark? {
    let label = "页脚标识"
    guard let entries = value.entries else {
      file.wrongType(value, label, "“键: 值”：title、image、url")
      return nil
    }
    let draft = Draft(entries, vocabulary: Self.markVocabulary, file: &file)
    let title = file.text(draft["title"], "\(label)的名称")
    if title == nil, draft["title"] == nil {
      file.add(
        "missing-field", at: draft.place(of: "title") ?? value.place, "\(label)没有写 title（名称），看不见图片的人不知道它是什么",
        cures: ["写上 title: 党政机关网站标识 等"])
    }
    let mark = Theme.Mark(
      title: title ?? "", image: image(draft["image"], "\(label)的图片"),
      url: file.webAddress(draft["url"], "\(label)的网址"))
    return title == nil ? nil : mark
  }
}
