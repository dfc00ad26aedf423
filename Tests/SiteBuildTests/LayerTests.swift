import Base
import Foundation
import Publishing
import SiteBuild
import TestSupport
import Testing

/// A site's own templates lie over the program's, file by file.
@Suite struct LayerTests {
  private static func request(_ site: SiteFixture, program: String = SiteFixture.templates) -> BuildRequest {
    let own = FileManager.default.fileExists(atPath: site.root + "/Templates") ? [site.root + "/Templates"] : []
    return site.request(templates: own + [program])
  }

  private static func findings(_ site: SiteFixture, program: String = SiteFixture.templates) async throws -> [String] {
    try await checkSite(request(site, program: program)).findings.map(\.short)
  }

  @Test func `a site needs no templates, and a single file takes the place of the program's`() async throws {
    let site = try SiteFixture()
    #expect(try await buildSite(Self.request(site), version: "0").publication != nil)
    try site.write([
      "Templates/notfound.mustache": "{{> partials/head}}<main>找不到了</main>{{> partials/footer}}",
      "Templates/partials/footer.mustache": "</body></html>\n", "Templates/assets/share.css": "a { b: c; }\n",
      "Templates/kinds/policy.yml": "label: 政策\nlifecycle: validity\n",
    ])
    let outcome = try await buildSite(Self.request(site), version: "0")
    #expect(outcome.check.findings.map(\.short) == [] && outcome.publication?.isUnchanged == false)
    #expect(try site.page("404.html").hasSuffix("<main>找不到了</main></body></html>\n"))
    #expect(try site.page("zhengce/first/").hasSuffix("</main>\n</body></html>\n"))
    #expect(try site.page("zhengce/first/").contains("<p class=\"kind\">政策</p>"))
    let sheets = site.output.filter { $0.key.hasSuffix("/share.css") || $0.key.hasSuffix("/site.css") }
    #expect(sheets.count == 2 && sheets.contains { $0.value == Data("a { b: c; }\n".utf8) })
  }

  @Test func `a finding names the file that it is in`() async throws {
    let site = try SiteFixture([
      "Templates/partials/footer.mustache": "{{sitee.name}}", "Templates/kinds/x.yml": "label: [\n",
    ])
    #expect(
      Set(try await Self.findings(site))
        == ["Templates/partials/footer.mustache:1:1 14 template-name", "Templates/kinds/x.yml:1:8 1 yaml-syntax"])
    let program = try SiteFixture()
    try program.copyTemplates()
    try program.write(["Templates/home.mustache": "{{sitee.name}}"])
    try site.remove("Templates")
    #expect(
      try await Self.findings(site, program: program.root + "/Templates")
        == ["\(program.root)/Templates/home.mustache:1:1 14 template-name"])
  }

  @Test func `what a page lacks is the fault of the site's partial, not of the program's page`() async throws {
    let site = try SiteFixture(["Templates/partials/timeline.mustache": "<p>无</p>"])
    let findings = try await checkSite(Self.request(site)).findings
    #expect(findings.map(\.short) == ["Templates/partials/timeline.mustache:1:1 1 template-omits warning"])
    #expect(findings.first?.cures.first?.hasSuffix("；或者删去这个文件，用程序自带的") == true)
  }

  @Test func `a template of the site that no page includes is reported`() async throws {
    let site = try SiteFixture(["Templates/partials/foter.mustache": "甲", "Templates/README.md": "乙"])
    let findings = try await checkSite(Self.request(site)).findings
    #expect(findings.map(\.short) == ["Templates/partials/foter.mustache:1:1 1 template-unused warning"])
    #expect(findings.first?.cures.first?.contains("partials/footer") == true)
  }

  @Test func `a change in any folder of templates is noticed`() async throws {
    let (site, program) = (try SiteFixture(["Templates/README.md": "甲"]), try SiteFixture())
    try program.copyTemplates()
    let request = Self.request(site, program: program.root + "/Templates")
    #expect(try await buildSite(request, version: "0").publication?.isUnchanged == false)
    let page = try #require(program.text("Templates/notfound.mustache"))
    try program.write(["Templates/notfound.mustache": page.replacing("</main>", with: "新</main>")])
    _ = try await buildSite(request, version: "0")
    #expect(try site.page("404.html").contains("新</main>"))
  }

  @Test func `nothing is built without any templates, nor into those of the program`() async throws {
    let site = try SiteFixture()
    await #expect(throws: BuildError.noTemplates) { try await checkSite(site.request(templates: [])) }
    // What a site has changed is not all that it needs.
    try site.write(["Templates/home.mustache": "甲"])
    let few = site.request(templates: [site.root + "/Templates"])
    await #expect(throws: BuildError.noTemplates) { try await checkSite(few) }
    let inside = site.request(output: SiteFixture.templates + "/o", templates: [site.root, SiteFixture.templates])
    await #expect(throws: BuildError.outputInsideContent(inside.output)) { try await buildSite(inside, version: "0") }
  }

  @Test func `what changes beneath a copied file is a warning until somebody has looked`() async throws {
    let (site, program) = (try SiteFixture(), try SiteFixture())
    try program.copyTemplates()
    let folder = TemplateFolder(own: site.root + "/Templates", program: program.root + "/Templates")
    #expect(try folder.overrides() == nil)
    #expect(
      try folder.copy(["Templates/notfound.mustache", "english.mustache"]) == ["notfound.mustache", "english.mustache"])
    func change(_ fixture: SiteFixture, _ name: String, _ text: String) throws {
      let old = try #require(fixture.text("Templates/" + name))
      try fixture.write(["Templates/" + name: old.replacing("</main>", with: text + "</main>")])
    }
    try change(site, "notfound.mustache", "我")
    #expect(try await Self.findings(site, program: program.root + "/Templates") == [])
    try change(program, "notfound.mustache", "他")
    try change(program, "english.mustache", "he")
    #expect(
      try await Self.findings(site, program: program.root + "/Templates") == [
        "Templates/english.mustache:1:1 1 template-outdated warning",
        "Templates/notfound.mustache:1:1 1 template-outdated warning",
      ])
    #expect(try folder.overrides()?.files.map(\.state) == [.stale, .outdated])
    #expect(try folder.accept(["notfound.mustache"]) == ["notfound.mustache"])
    try site.remove("Templates/english.mustache")
    #expect(try await Self.findings(site, program: program.root + "/Templates") == [])
    #expect(try folder.overrides()?.files.map(\.state) == [.changed])
    try program.remove("Templates/notfound.mustache")
    #expect(
      try await Self.findings(site, program: program.root + "/Templates")
        == ["Templates/notfound.mustache:1:1 1 template-outdated warning"])
    _ = try folder.accept(["notfound.mustache"])
    #expect(try folder.overrides()?.files.map(\.state) == [.added])
  }
}

/// The colours, the logo and the marks of a site.
@Suite struct ThemePageTests {
  private static let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h1v1z\"/></svg>\n"
  private static let settings =
    SiteFixture.siteText + """
      badgeURL: https://a.gov.cn/badge
      errorReportURL: https://a.gov.cn/report?u={url}
      icp: 澜ICP备00000000号
      icpURL: https://a.gov.cn/icp
      theme:
        color: "#a8201a"
        logo: logo.svg
        nameImage: name 1.svg
        footerMarks:
          - {title: 党政机关标识, image: logo.svg, url: https://a.gov.cn/badge}
          - {title: 找错, url: "https://a.gov.cn/report?u={url}"}
          - {title: 一块牌子}

      """

  private static func site(_ more: [String: String] = [:]) throws -> SiteFixture {
    try SiteFixture(
      [
        "Content/site.yml": settings, "Content/_theme/logo.svg": picture, "Content/_theme/name 1.svg": picture,
        "Content/_theme/unused.svg": picture,
      ].merging(more) { $1 })
  }

  @Test func `are on every page, from the folder of assets`() async throws {
    let site = try Self.site()
    #expect(try await site.build().check.findings.map(\.short) == [])
    let page = try site.page("zhengce/first/")
    let assets = try #require(page.firstMatch(of: /assets\/[0-9a-f]{12}\//)?.0)
    #expect(page.contains("<meta name=\"theme-color\" content=\"#a8201a\">"))
    #expect(
      page.contains(
        "<link rel=\"stylesheet\" href=\"../../\(assets)theme.css\">\n<link rel=\"stylesheet\" href=\"../../\(assets)print.css\""
      ))
    #expect(
      page.contains(
        "<img class=\"logo\" src=\"../../\(assets)theme/logo.svg\" alt=\"\"><span><strong><img src=\"../../\(assets)theme/name%201.svg\" alt=\"安澜县人民政府\"></strong>"
      ))
    #expect(
      page.contains(
        "<li><a href=\"https://a.gov.cn/badge\"><img src=\"../../\(assets)theme/logo.svg\" alt=\"党政机关标识\"></a></li>"))
    #expect(
      page.contains(
        "<li><a href=\"https://a.gov.cn/report?u=https://www.anlan.example/sub/zhengce/first/\">找错</a></li>"))
    #expect(page.contains("<li>一块牌子</li>") && page.contains("<a href=\"https://a.gov.cn/icp\">澜ICP备00000000号</a>"))
    let sheet = try #require(site.text("Output/\(assets)theme.css"))
    #expect(
      sheet == ":root {\n  --main: #a8201a;\n  --main-deep: #761612;\n  --main-tint: #f8eded;\n  --focus: #a8201a;\n}\n"
    )
    #expect(site.output.keys.filter { $0.contains("/theme/") }.count == 2)
  }

  @Test func `another colour is another folder of assets, so that no browser keeps the old one`() async throws {
    let site = try Self.site()
    _ = try await site.publish()
    let before = site.output.keys.first { $0.hasSuffix("/theme.css") }
    try site.write(["Content/site.yml": Self.settings.replacing("#a8201a", with: "#1a20a8")])
    _ = try await site.publish()
    #expect(before != nil && site.output.keys.first { $0.hasSuffix("/theme.css") } != before)
  }

  @Test func `a picture that runs is published nowhere`() async throws {
    let site = try Self.site(["Content/_theme/logo.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"])
    let outcome = try await site.build()
    #expect(Set(outcome.check.findings.map(\.rule)) == ["file-content"] && outcome.publication == nil)
    #expect(outcome.check.findings.allSatisfy { $0.location.path == "Content/site.yml" })
  }

  @Test func `a stylesheet of the site's own stands in place of the one that is made`() async throws {
    let site = try Self.site(["Templates/assets/theme.css": "a { b: c; }\n"])
    let request = site.request(templates: [site.root + "/Templates", SiteFixture.templates])
    #expect(try await buildSite(request, version: "0").publication != nil)
    #expect(site.output.first { $0.key.hasSuffix("/theme.css") }?.value == Data("a { b: c; }\n".utf8))
  }
}
