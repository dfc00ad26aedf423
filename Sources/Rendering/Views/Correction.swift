import Base
import Documents

/// 纠错: where readers report a mistake, with the page's address and title filled in.
struct Correction {
  let site: Site
  /// The page's address; nil for a page without one of its own.
  let url: String?
  let title: String

  /// The form that site.yml names.
  var reportURL: String? { site.errorReportURL.map(filled) }

  /// An address of site.yml in which `{url}` and `{title}` stand for those of the page.
  func filled(_ address: String) -> String {
    address.replacing("{url}", with: Self.encoded(url ?? site.baseURL)).replacing("{title}", with: Self.encoded(title))
  }

  /// A letter to the site's office, with subject and address.
  var mailto: String? {
    guard let email = site.contact.email, let url else { return nil }
    return "mailto:\(email)?subject=" + Self.encoded("网页纠错：" + title) + "&body="
      + Self.encoded("网页：\(title)\n网址：\(url)\n问题：")
  }

  /// Encoded as the value of a query. Han stay as they are, as browsers encode them: most of a page's links would else be escapes.
  private static func encoded(_ text: String) -> String {
    text.utf8.allSatisfy { $0 > 0x7F || isPlain($0) }
      ? text
      : String(
        decoding: text.utf8.flatMap { byte in
          byte > 0x7F || isPlain(byte) ? [byte] : Array(("%" + OutputBuffer.hex(byte).uppercased()).utf8)
        }, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || [0x2D, 0x2E, 0x5F, 0x7E, 0x2F, 0x3A].contains(byte)
  }
}
