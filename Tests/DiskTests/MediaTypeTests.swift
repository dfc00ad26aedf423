import Disk
import Testing

@Suite("Media types")
struct MediaTypeTests {
  @Test(
    "follow the ending, in any case",
    arguments: [
      ("index.html", "text/html"), ("a/b.JSON", "application/json"), ("x.jsonl", "application/jsonl"),
      ("data.csv", "text/csv"), ("feed.atom", "application/atom+xml"), ("a.svg", "image/svg+xml"),
      ("附件 1.DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
      ("表.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), ("公文.ofd", "application/ofd"),
      ("a.tar.gz", "application/gzip"), ("noending", "application/octet-stream"), ("a.b/c", "application/octet-stream"),
      ("x.unknown", "application/octet-stream"), ("", "application/octet-stream"),
    ])
  func byEnding(_ path: String, _ type: String) { #expect(MediaType.of(path: path) == type) }
}
