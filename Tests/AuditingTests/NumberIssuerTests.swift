import Auditing
import Base
import Documents
import Papers
import Resolution
import TestSupport
import Testing

/// The 机关代字 of numbers, compared with those of the site's offices.
@Suite struct NumberIssuerTests {
  private static func findings(
    _ number: String, issuers: [String], cites cited: ReferenceTarget? = nil
  ) -> [Diagnostic] {
    var site = Site()
    site.organizations = [
      Organization(id: "zf", name: "菏县人民政府", agencyCodes: ["菏政发"]),
      Organization(id: "zfb", name: "菏县人民政府办公室", agencyCodes: ["菏政办发"]),
    ]
    var library = TestLibrary()
    library.site = site
    library.add("d", [.documentNumber: number]) { document in
      document.issuers = issuers
      if let cited { document.relations[.basedOn] = [Reference(target: cited)] }
    }
    return library.findings().filter { $0.rule != "dangling-reference" }
  }

  @Test func `a code of another office of this site is a warning`() {
    let findings = Self.findings("菏政办发〔2026〕9号", issuers: ["菏县人民政府"])
    #expect(findings.map(\.rule) == ["number-issuer"] && findings.first?.severity == .warning)
    #expect(findings.first?.message == "“菏政办发”是菏县人民政府办公室的机关代字，发文机关写的是菏县人民政府")
    #expect(Self.findings("菏政办发〔2026〕9号", issuers: ["菏县人民政府办公室"]) == [])
    #expect(Self.findings("菏政办发〔2026〕9号", issuers: ["菏县民政局", "菏县人民政府办公室"]) == [])
    #expect(Self.findings("菏政办发〔2026〕9号", issuers: []) == [])
  }

  @Test func `a code that looks like one of this site is a warning, whoever issued it`() {
    for issuer in ["菏县人民政府办公室", "某局"] {
      let findings = Self.findings("荷政办发〔2022〕5号", issuers: [issuer])
      #expect(findings.map(\.rule) == ["agency-code"])
      #expect(findings.first?.cures.first == "是否想写：菏政办发〔2022〕5号？")
    }
    #expect(
      Self.findings("菏政发〔2026〕9号", issuers: ["菏县人民政府"], cites: .number(DocumentNumber("荷政发〔2020〕1号"), issuer: nil)).map(
        \.rule) == ["agency-code"])
  }

  @Test func `a code that differs in one character is a warning only for the offices of this site`() {
    #expect(Self.findings("河政办发〔2022〕5号", issuers: ["菏县人民政府办公室"]).map(\.rule) == ["agency-code"])
    #expect(Self.findings("鲁政办发〔2022〕5号", issuers: ["山东省人民政府办公厅"]) == [])
    #expect(Self.findings("菏政函〔2022〕5号", issuers: ["菏县人民政府"]) == [])
    #expect(Self.findings("国务院令第7号", issuers: ["国务院"]) == [])
  }
}
