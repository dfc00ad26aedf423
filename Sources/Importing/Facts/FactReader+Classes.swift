import Base
import Documents
import Loading
import Papers

// 公开属性, 文种, 主题分类, kind and column.
extension FactReader {
  mutating func readDisclosure() {
    if let secrecy = paper.secrecy {
      ask(
        "正文标有密级“\(secrecy.value)”，涉密文件不得公开", rule: "secrecy-mark",
        cures: ["核实密级：没有解密的，立即撤下，不放入本库；已经解密公开的，用解密后的文本"], at: [secrecy.place.block])
    }
    let notes = paper.notes.compactMap { note in note.value.meaning.map { (Self.disclosure($0), note) } }
    guard let (disclosure, note) = notes.first else { return }
    if let other = notes.first(where: { $0.0 != disclosure }) {
      ask(
        "附注有两种说法：“\(note.value.text)”和“\(other.1.value.text)”", rule: "disclosure-note",
        cures: ["核对后写上 disclosure（公开属性）"],
        at: [note.place.block, other.1.place.block])
      // Until somebody has decided, the stricter one holds.
      let strict = notes.map(\.0).max { Self.strictness($0) < Self.strictness($1) } ?? disclosure
      return state(.disclosure, .scalar(strict.label), at: note.place)
    }
    state(.disclosure, .scalar(disclosure.label), at: note.place)
    guard disclosure == .withheld else { return }
    ask(
      "不予公开应说明依据", rule: "withheld-ground", cures: ["写上 disclosureGround（不公开依据）"], at: [note.place.block],
      field: "disclosureGround")
  }

  private static func disclosure(_ meaning: DisclosureNote.Meaning) -> Disclosure {
    switch meaning {
    case .proactive: .proactive
    case .onRequest: .onRequest
    case .withheld: .withheld
    }
  }

  private static func strictness(_ disclosure: Disclosure) -> Int {
    Disclosure.allCases.firstIndex(of: disclosure) ?? 0
  }

  mutating func readClasses() {
    guard case .scalar(let title)? = facts["title"] ?? facts.entries.first(where: { $0.key == "title" })?.value else {
      return readKind("")
    }
    readForm(title)
    propose(terms: site.site.topics, .topics, title)
    propose(terms: site.site.themes, .themes, title)
    readKind(title)
  }

  /// A title ends with its 文种.
  private mutating func readForm(_ title: String) {
    var name = Substring(title)
    if name.last == "）", let open = name.lastIndex(of: "（") { name = name[..<open] }
    guard let form = OfficialForm.all.first(where: name.hasSuffix), facts["form"] == nil else { return }
    facts.entries.append(
      FrontMatterEntry("form", .scalar(form), evidence: title, at: paper.title.flatMap { place($0.place.block) }))
  }

  /// Terms of site.yml one of whose words stands in the title: 财政 of 财政、金融、审计.
  private mutating func propose(terms: [Term], _ field: CommonField, _ title: String) {
    guard facts[field.rawValue] == nil else { return }
    // The bodies before 关于 say whose it is, not what it is about; 民政 stands in every 人民政府.
    let subject = title.firstRange(of: "关于").map { String(title[$0.upperBound...]) } ?? title
    let words = subject.replacing("人民政府", with: "政府")
    let found = terms.filter { term in
      let own = term.name.split { "、，,/\\和与及".contains($0) }.map(String.init).filter { $0.count >= 2 }
      let same = site.site.synonyms.filter { !Set($0).isDisjoint(with: own) }.flatMap(\.self).filter { $0.count >= 2 }
      return (own + same).contains(where: words.contains)
    }
    guard !found.isEmpty, found.count <= 3 else { return }
    propose(field, .list(found.map { .scalar($0.name) }), from: title, at: paper.title?.place.block)
  }

  // MARK: Kind and column

  /// The kind that was asked for, or that of the column; else the one whose words the title has, as a proposal.
  private mutating func readKind(_ title: String) {
    facts.column = wish.column
    let ofColumn = wish.column.flatMap { path in site.columns.first { $0.path == path }?.kind }
    if let kind = (wish.kind ?? ofColumn).flatMap(site.kind) {
      facts.kind = kind.id
      if ofColumn != kind.id { facts.entries.append(FrontMatterEntry("kind", .scalar(kind.id))) }
      facts.columns = wish.column.map { [$0] } ?? columns(of: kind.id)
      if facts.column == nil, facts.columns.count == 1 { facts.column = facts.columns[0] }
      return
    }
    let number = paper.number.map { DocumentNumber($0.value).agencyCode } ?? ""
    let likely = site.kinds.filter { kind in
      kind.titleWords.contains(where: title.contains) || kind.numberWords.contains(where: number.hasSuffix)
    }
    facts.columns = likely.flatMap { columns(of: $0.id) }
    if let kind = likely.first, likely.count == 1 { propose(.kind, .scalar(kind.id), from: title) }
    if wish.column == nil {
      let names = facts.columns.compactMap { path in
        site.columns.first { $0.path == path }.map { "\($0.title)（\(path)）" }
      }
      ask(
        "栏目没有指定\(names.isEmpty ? "" : "，从标题和文号看，可能是\(names.joined(separator: "、"))")",
        cures: ["用 --into 写明栏目的文件夹"])
    } else {
      ask("类型没有指定，栏目 \(wish.column ?? "") 也没有写", rule: "missing-kind", cures: ["用 --kind 写明类型"])
    }
  }

  private func columns(of kind: String) -> [String] { site.columns.filter { $0.kind == kind }.map(\.path) }

  /// What the kind requires and nothing states, in the words of `check`.
  mutating func askForRequired() {
    guard let kind = facts.kind.flatMap(site.kind) else { return }
    for field in kind.fields where field.isRequired && field.key != "title" && facts[field.key] == nil {
      let missing = field.missing(in: kind)
      ask(missing.message, rule: "missing-field", cures: [missing.cure], field: field.key)
    }
  }
}
