import Documents
import Resolution
import Base

/// Files for crawlers.
struct CrawlerFiles {
  let corpus: Corpus

  /// `sitemap.xml`: every page with its date.
  func sitemap(_ urls: [(url: String, day: String?)]) -> [UInt8] {
    var out = OutputBuffer()
    out.write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    out.write("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for (url, day) in urls {
      let modified = day.map { "<lastmod>\($0)</lastmod>" } ?? ""
      out.write("<url><loc>\((corpus.site.baseURL + url.encodedForURLPath).escapedForMarkup)</loc>\(modified)</url>\n")
    }
    out.write("</urlset>\n")
    return out.bytes
  }

  /// `robots.txt`: everything may be crawled.
  var robots: [UInt8] {
    Array("User-agent: *\nAllow: /\nSitemap: \(corpus.site.baseURL)sitemap.xml\n".utf8)
  }
}
