import Testing

@testable import SiteBuild

@Suite("stylesheets are published without their comments")
struct StylesheetTests {
  @Test(arguments: [
    ("/* Head */\na { b: c; }\n", "a { b: c; }\n"),
    ("a { b: c; /* why */ d: e; }", "a { b: c;  d: e; }"),
    ("/**/a/***/b/* * / */c", "abc"),
    ("a::before { content: \"/* no */\"; }", "a::before { content: \"/* no */\"; }"),
    ("a { content: '\\'/*'; } /* it's */ b { c: d; }", "a { content: '\\'/*'; }  b { c: d; }"),
    ("a { b: c; }\n/* never closed", "a { b: c; }\n"),
    ("a { b: 1/2; c: url(x/*y); }", "a { b: 1/2; c: url(x"),
    ("/*/ still */a", "a"), ("/", "/"), ("\\", "\\"), ("", ""),
  ])
  func comments(_ sheet: String, _ expected: String) {
    #expect(String(decoding: Array(sheet.utf8).withoutComments, as: UTF8.self) == expected)
  }
}
