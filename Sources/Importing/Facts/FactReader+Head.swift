import Base
import Documents
import Manuscripts
import Papers

// 标题, 发文字号 and 发文机关.
extension FactReader {
  /// Lines of the head: the first of the title, and the number below it, as web pages and collections print it.
  struct Head {
    var title: Int?
    var number: (line: Int, text: String)?
  }

  /// What a web page says that its title is.
  static func statedTitle(_ manuscript: Manuscript) -> String? {
    manuscript.statements.first { StatementName($0.name)?.field == .title }?.value.trimmed
  }

  /// Finds title and number. Where no words tell what the title is, its looks do: lines in the middle, in larger type.
  mutating func readHead() -> Head {
    if paper.title == nil, let range = titleByLook() ?? titleByWords() {
      let title = HeadTitle.joined(range.map(text.text))
      paper = text.paper(known: KnownFacts(title: title))
    }
    var head = Head(title: paper.roles.firstIndex(of: .title))
    guard let first = head.title, let stated = paper.title else {
      proposeTitle()
      return head
    }
    let lines = paper.roles.indices.filter { paper.roles[$0] == .title }
    let title = HeadTitle.joined(lines.map(text.text))
    state(.title, .scalar(title), at: stated.place)
    head.title = first
    let below = lines[lines.count - 1] + 1
    if paper.number == nil, below < text.lines.count, isNumber(below) {
      head.number = (below, text.text(below).trimmed)
      takenBlocks.insert(text.lines[below].block)
      text.remove(at: below)
      paper = text.paper(known: KnownFacts(title: title))
    }
    return head
  }

  /// The first line, if it is not a sentence.
  private mutating func proposeTitle() {
    let line = text.lines.indices.first { paper.roles[$0] == .text && text.lines[$0].form != .table }
    if let line, case let words = text.text(line), words.count <= 80, !words.hasSuffix("。"), !words.hasSuffix("：") {
      propose(.title, .scalar(HeadTitle.joined([words])), from: words, at: line)
    }
    ask("标题缺失，每篇文档都要有标题", rule: "missing-title", cures: ["写上 title: 标题"], field: "title")
  }

  private func isNumber(_ line: Int) -> Bool {
    let words = text.text(line).filter { !$0.isWhitespace }
    return words.count <= 40 && words.hasSuffix("号") && NumberReading(words).number.isComplete
      && !words.contains { "，。；：《".contains($0) }
  }

  // MARK: The title

  /// Where a title may begin: below letterhead, number and marks.
  private var headEnd: Int {
    let roles: [Role] = [.copyNumber, .secrecy, .urgency, .letterhead, .number, .signer]
    return paper.roles.firstIndex { !roles.contains($0) } ?? paper.roles.count
  }

  /// Lines in the middle at the beginning that stand out by size, font or style, up to the end of a title's words.
  private func titleByLook() -> Range<Int>? {
    let first = headEnd
    let size = bodySize
    var end = first
    var best: Int?
    while end < min(first + 8, text.lines.count), stands(out: end, from: size) {
      let words = text.text(end)
      if "。；，：".contains(words.last ?? " ") || words.first == "（" && end > first { break }
      end += 1
      if Paper.endsTitle(HeadTitle.joined((first..<end).map(text.text))) { best = end }
    }
    // A title that ends with another word is the whole of what stands out, if text follows.
    guard let last = best ?? (end > first && end - first <= 6 && end < text.lines.count ? end : nil) else { return nil }
    return first..<last
  }

  private func stands(out line: Int, from size: Double?) -> Bool {
    guard let paragraph = text.lines[line].paragraph else { return false }
    let look = paragraph.look
    let isLarge = size.map { body in (look.size ?? body) >= body + 2 } ?? false
    let isOfHeading = paragraph.headingLevel == 1 || (look.font ?? "").contains("小标宋")
    return look.alignment == .center && !look.isRed && (isLarge || isOfHeading || look.isBold || size == nil) || isLarge
      || paragraph.headingLevel == 1
  }

  /// The size of most letters.
  private var bodySize: Double? {
    var counts: [Double: Int] = [:]
    for line in text.lines {
      if let size = line.paragraph?.look.size { counts[size, default: 0] += line.range.count }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// Without looks: one to four first lines that read as a title.
  private func titleByWords() -> Range<Int>? {
    let first = headEnd
    for end in first..<min(first + 4, text.lines.count) {
      let words = text.text(end)
      guard text.lines[end].form != .table, !"。；，：、！？".contains(words.last ?? " ") else { return nil }
      let joined = HeadTitle.joined((first...end).map(text.text))
      guard joined.count <= 120 else { return nil }
      if joined.count >= 5, Paper.endsTitle(joined) { return first..<end + 1 }
    }
    return nil
  }

  // MARK: The number

  /// The number as printed, without blanks; slips of writing are a question, because letters are not changed here.
  mutating func readNumber(_ below: (line: Int, text: String)?) {
    let words: String
    if let stated = paper.number {
      words = stated.value
      let number = written(words)
      state(.documentNumber, .scalar(number), at: stated.place)
    } else if let below {
      words = below.text
      facts.entries.append(
        FrontMatterEntry("documentNumber", .scalar(written(words)), evidence: words))
    } else {
      return readOrder()
    }
    let reading = NumberReading(words)
    guard reading.slip != nil, reading.slip != .space, reading.number.isRead else { return }
    ask(
      "发文字号“\(words)”的写法不合规范", rule: "document-number", cures: ["改为：\(reading.mended)"],
      at: paper.number.map { [$0.place.block] } ?? [])
  }

  /// The number of the order that made it public, as the 题注 of rules states it: （2023年8月1日某县人民政府令第5号公布）.
  private mutating func readOrder() {
    guard let line = paper.roles.firstIndex(of: .titleNote) else { return }
    let words = text.text(line).filter { !$0.isWhitespace }
    let places = ["号公布", "号发布"].compactMap { words.firstRange(of: $0)?.lowerBound }
    guard places.count == 1, let end = places.first,
      let start = words[..<end].lastIndex(where: { "日，；（(".contains($0) })
    else { return }
    let number = String(words[words.index(after: start)...end])
    guard DocumentNumber(number).isComplete, let order = number.firstRange(of: "令") else { return }
    facts.entries.append(
      FrontMatterEntry("documentNumber", .scalar(number), evidence: text.text(line), at: place(line)))
    let body = String(number[..<order.lowerBound])
    if Paper.isBody(body) { orderBody = (body, line) }
  }

  private func written(_ words: String) -> String {
    let mended = NumberReading(words).mended
    let plain = words.filter { !$0.isWhitespace }
    return mended.filter { !$0.isWhitespace } == plain ? mended : plain
  }

  // MARK: The issuers

  /// The bodies of the signature; the red head says who leads, and may be the only one to say it. Where the two, or signature
  /// and title, name nobody in common, the signature may be that of a text that is forwarded: then nothing is certain.
  mutating func readIssuers() {
    let signed = ownSignature?.bodies.filter { Paper.isBody($0.value) } ?? []
    let head = paper.letterhead.flatMap { line in
      Self.bodies(ofLetterhead: line.value).map { Stated($0, at: line.place) }
    }
    if signed.isEmpty {
      if let (body, line) = orderBody, head.isEmpty {
        facts.entries.append(FrontMatterEntry("issuer", .scalar(body), evidence: text.text(line), at: place(line)))
      } else if head.isEmpty {
        proposeIssuers()
      } else {
        state(issuers: Self.joined(head.map(\.value)), at: head[0].place)
      }
      return
    }
    let names = Self.joined(signed.map(\.value))
    let (word, others) = head.isEmpty ? ("标题中的发文机关", titleBodies) : ("版头", head.map(\.value))
    if !others.isEmpty, !others.contains(where: { body in names.contains { Self.same($0, body) } }) {
      isSignatureDoubtful = true
      let place = head.first?.place ?? paper.title?.place
      ask(
        "署名是\(names.joined(separator: "、"))，\(word)是\(others.joined(separator: "、"))", rule: "signature-issuer",
        cures: ["对照原件，写上 issuer（发文机关）和 documentDate（成文日期）；名称变更过的，写原件上的名称"],
        at: [signed[0].place.block] + [place?.block].compactMap(\.self))
      propose(.issuer, Self.value(of: others), from: others.joined(separator: " "), at: place?.block)
      return
    }
    // The one in the red head leads; it is written in full there.
    var bodies = names.map { name in head.first { $0.value.hasSuffix(name) }?.value ?? name }
    if let lead = others.first, let index = bodies.firstIndex(of: lead) {
      bodies.insert(bodies.remove(at: index), at: 0)
    }
    state(issuers: bodies, at: signed[0].place)
  }

  private mutating func state(issuers: [String], at place: PaperPlace) {
    let unique = issuers.indices.filter { issuers.firstIndex(of: issuers[$0]) == $0 }.map { issuers[$0] }
    state(.issuer, Self.value(of: unique), at: place)
  }

  private static func value(of names: [String]) -> FrontMatterValue {
    names.count == 1 ? .scalar(names[0]) : .list(names.map(FrontMatterValue.scalar))
  }

  /// The bodies at the beginning of a title: 甲局 乙局关于….
  private var titleBodies: [String] {
    guard case .scalar(let title)? = facts["title"],
      let end = ["关于", "转发", "批转", "印发"].compactMap({ title.firstRange(of: $0)?.lowerBound }).min()
    else { return [] }
    let names = title[..<end].split { $0.isWhitespace || $0 == "、" }.map(String.init)
    return names.allSatisfy(Paper.isBody) ? names : []
  }

  /// The bodies in the title, which are a fact if site.yml says that the number is one of theirs.
  private mutating func proposeIssuers() {
    let names = titleBodies
    guard !names.isEmpty, case .scalar(let title)? = facts["title"] else { return }
    if case .scalar(let number)? = facts["documentNumber"],
      site.site.agencyCodes.owners(of: DocumentNumber(number).agencyCode).contains(names[0])
    {
      facts.entries.append(FrontMatterEntry("issuer", Self.value(of: names), evidence: title))
    } else {
      propose(.issuer, Self.value(of: names), from: title, at: paper.title?.place.block)
    }
  }

  /// Puts names together that were broken over two lines: 国家金融监督管理总局 and 惠州监管分局.
  private static func joined(_ names: [String]) -> [String] {
    names.reduce(into: []) { joined, name in
      let isBranch = ["监管分局", "监管局", "分行", "支行", "营业管理部", "税务局"].contains(where: name.hasSuffix)
      let isHead = ["国家金融监督管理总局", "国家税务总局", "中国人民银行", "中国银保监会"].contains(joined.last ?? "")
      if isBranch, isHead, !["国家", "中国"].contains(where: name.hasPrefix) {
        joined[joined.count - 1] += name
      } else {
        joined.append(name)
      }
    }
  }

  /// The first signature that is not one of an annex: a text that is issued or forwarded may have its own.
  var ownSignature: Signature? {
    let annex = paper.roles.firstIndex(of: .annexMark) ?? paper.roles.count
    return paper.signatures.first { ($0.date?.place.block ?? 0) < annex } ?? paper.signatures.first
  }

  private static func same(_ a: String, _ b: String) -> Bool {
    a == b || a.hasSuffix(b) && b.count >= 3 || b.hasSuffix(a) && a.count >= 3
  }

  /// 安澜县人民政府 of 安澜县人民政府文件 and 安澜县人民政府令; none if that is no body.
  private static func bodies(ofLetterhead line: String) -> [String] {
    let ending = ["文件", "令", "公告", "通告"].first(where: line.hasSuffix) ?? ""
    var name = String(line.dropLast(ending.count))
    for brackets in ["（", "("] {
      if let open = name.firstIndex(of: Character(brackets)) { name = String(name[..<open]) }
    }
    return Paper.isBody(name) ? [name] : []
  }
}
