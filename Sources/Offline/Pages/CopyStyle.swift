import Base

/// What every page of a copy has beside its own content.
struct CopyStyle: Sendable {
  let links: CopyLinks
  /// The site's own, ends with `/`.
  let baseURL: String
  let asOf: CalendarDate
  /// Folder of the assets below the root, ends with `/`.
  let assets: String
  let kiosk: Kiosk?

  /// The attributes of `<html>`.
  ///
  /// - Parameter own: The class that it has.
  func marks(on page: String, class own: String?) -> [String: String?] {
    let mark: [String: String?] = ["data-copy": "副本截至\(asOf.chinese)"]
    guard let kiosk else { return mark }
    let settings: [String: String?] = [
      "class": [own, "kiosk"].compactMap(\.self).joined(separator: " "), "data-idle": String(kiosk.idleMinutes),
      "data-home": CopyLinks.relative("index.html", on: page), "data-print": kiosk.allowsPrinting ? "yes" : "no",
      "data-share": "扫码带走",
    ]
    return mark.merging(settings) { $1 }
  }

  /// Before the first module.
  func runtime(on page: String) -> String {
    "<script defer src=\"\(asset("offline/modules.js", on: page))\"></script>\n"
  }

  /// The end of the head.
  func sheets(on page: String) -> String {
    let sheets = ["offline/copy.css"] + (kiosk == nil ? [] : ["offline/kiosk.css"])
    let links = sheets.map { "<link rel=\"stylesheet\" href=\"\(asset($0, on: page))\">\n" }.joined()
    if kiosk == nil { return links }
    return links + "<script defer src=\"\(asset("offline/kiosk.js", on: page))\"></script>\n"
  }

  /// Before the header: of what day everything is, and where to look for what has changed.
  func note(on page: String) -> String {
    let path = page.hasSuffix("index.html") ? String(page.dropLast("index.html".count)) : page
    let address = (baseURL + path.encodedForURLPath).escapedForMarkup
    let link =
      kiosk == nil
      ? "<a href=\"\(address)\">看网上的</a>"
      : "<button type=\"button\" class=\"outside\" data-outside=\"\(address)\">看网上的</button>"
    return """
      <aside class="copy-note" aria-label="离线副本">本副本截至<time datetime="\(asOf.iso)">\(asOf.chinese)</time>，网上可能已有变化，\
      此后的有效性以网上为准。\(link)</aside>

      """
  }

  private func asset(_ path: String, on page: String) -> String {
    CopyLinks.relative(assets + path, on: page).escapedForMarkup
  }
}
