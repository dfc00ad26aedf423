import Base
import Documents
import Papers

// The fields common to all kinds.
extension DocumentReader {
  /// Checks every value of a draft and stores it in the document.
  mutating func fill(_ document: inout Document, from draft: Draft) {
    guard draft.isReadable else { return }
    for (key, value) in draft.values where !value.isEmpty { document.places[key] = value.place }
    checkRequired(draft)
    checkIdle(draft)
    let internalKeys = kind?.fields.filter(\.isInternal).map(\.key) ?? []
    for field in CommonField.allCases {
      fill(field, of: &document, draft, isInternal: internalKeys.contains(field.rawValue))
    }
    fillIdentity(&document, draft)
    fillTime(&document, draft)
    fillDescription(&document, draft)
    for relation in RelationKind.allCases {
      let references = file.references(draft[relation.field], relation.field.label)
      if !references.isEmpty { document.relations[relation] = references }
      for reference in references { checkUntil(reference, relation, relation.field) }
      let outside = outsideActs(relation, draft)
      if !outside.isEmpty { document.outsideActs[relation] = outside }
    }
    document.attachments = attachments(draft[.attachments])
    document.aliases = aliases(draft)
    document.updates = file.updates(draft[.updates])
    document.withdrawn = file.retraction(draft[.withdrawn])
    document.checked = file.checked(draft[.checked])
    document.collects = file.query(draft[.collects], kinds: context.kinds)
    checkReview(document, draft)
    fillOwnFields(&document, draft)
    fillVillages(&document)
    document.benefits = benefits(draft[.benefits])
  }

  private mutating func checkRequired(_ draft: Draft) {
    if draft[.title] == nil {
      file.add("missing-title", at: draft.place(of: "title"), "标题缺失，每篇文档都要有标题", cures: ["写上 title: 标题"])
    }
    for field in kind?.fields ?? [] where field.isRequired && field.key != "title" && draft[field.key] == nil {
      // The villages are in the rows.
      if field.key == KnownField.village.rawValue, draft[.perPlace] != nil { continue }
      let missing = field.missing(in: kind)
      file.add("missing-field", at: draft.place(of: field.key), missing.message, cures: [missing.cure])
    }
  }

  /// Warns of words that do nothing for the kind's lifecycle: 截止日期 of a policy.
  private mutating func checkIdle(_ draft: Draft) {
    guard let kind, case let idle = kind.idleFields, !idle.isEmpty else { return }
    for field in CommonField.allCases where idle.contains(field) {
      guard draft[field] != nil, let place = draft.place(of: field.rawValue) else { continue }
      file.add(
        "idle-field", .warning, at: place, "\(field.label)对\(kind.label)没有作用，只作为一行文字显示", cures: [Self.instead(kind)])
    }
  }

  /// What to write where nothing comes of a day.
  private static func instead(_ kind: Kind) -> String {
    switch kind.lifecycle {
    case .validity: "到期失效的，写 有效期至（expiresOn）；不需要的，删去这一行"
    case .consultation, .publicNotice, .event, .task: "到期结束的，写 截止日期（closesOn）；不需要的，删去这一行"
    case .none: "有期限的公告，kind 改为 announcement；公示，改为 publicNotice；不需要的，删去这一行"
    }
  }

  /// Reads a common field as its row in the table of common fields says; what the kind keeps to itself is checked only.
  private mutating func fill(_ field: CommonField, of document: inout Document, _ draft: Draft, isInternal: Bool) {
    switch field.definition.value {
    case .text(let path):
      let value = text(draft, field)
      if !isInternal { document[keyPath: path] = value }
    case .lines(let path):
      let value = file.text(draft[field], field.label, multiline: true)
      if !isInternal { document[keyPath: path] = value }
    case .texts(let path):
      let values = file.texts(draft[field], field.label, .likely).map(\.text)
      if !isInternal { document[keyPath: path] = values }
    case .day(let path): document[keyPath: path] = file.date(draft[field], field.label)
    case .ownDay, .ownTexts, .other: break
    }
  }

  private mutating func fillIdentity(_ document: inout Document, _ draft: Draft) {
    document.title = text(draft, .title) ?? ""
    document.isDraft = file.boolean(draft[.draft], CommonField.draft.label) ?? false
    checkTitle(document.title, draft[.title]?.place)
    document.documentNumber = file.documentNumber(draft[.documentNumber], CommonField.documentNumber.label)
    document.issuers = issuers(draft[.issuer])
    document.form = file.choice(
      draft[.form], CommonField.form.label, words: OfficialForm.all, read: OfficialForm.read)
    let disclosures = Disclosure.allCases
    document.disclosure =
      file.choice(draft[.disclosure], CommonField.disclosure.label, words: disclosures.map(\.label)) { word in
        disclosures.first { $0.label == word || $0.rawValue == word }
      } ?? .proactive
    // 政府信息公开条例 art. 36 (3): a refusal must state its reason.
    if document.disclosure == .withheld, draft[.disclosureGround] == nil {
      file.add(
        "withheld-ground", at: draft.place(of: "disclosure"), "不予公开应说明依据", cures: ["写上 disclosureGround（不公开依据）"])
    }
    checkGround(document, draft)
  }

  /// 政府信息公开条例 art. 14 to 16, as the annual report counts them (国办公开办函〔2021〕30号).
  private static let grounds = [
    "国家秘密", "法律、行政法规禁止公开", "危及国家安全、公共安全、经济安全、社会稳定", "商业秘密、个人隐私等第三方合法权益", "内部事务信息", "过程性信息",
    "行政执法案卷", "行政查询事项",
  ]
  private static let groundWords = [
    "第十四条", "第十五条", "第十六条", "国家秘密", "禁止公开", "国家安全", "公共安全", "经济安全", "社会稳定", "三安全一稳定", "商业秘密", "个人隐私", "第三方", "内部事务",
    "过程性", "执法案卷", "行政查询",
  ]

  /// The reason must be one that the law knows, whatever words it is written in.
  private mutating func checkGround(_ document: Document, _ draft: Draft) {
    guard document.disclosure == .withheld, let value = draft[.disclosureGround], case let ground = value.words,
      !Self.groundWords.contains(where: ground.contains)
    else { return }
    file.add(
      "ground-unknown", .warning, at: value.place, "不公开依据“\(ground.prefix(20))”看不出是哪一种法定情形",
      cures: ["写明条例第十四条至第十六条的一种：" + Self.grounds.joined(separator: "；")])
  }

  /// Quotation marks round a whole title are those of a list of titles, or of another format.
  private mutating func checkTitle(_ title: String, _ place: Range<Int>?) {
    let pairs: [Character: Character] = ["“": "”", "‘": "’", "「": "」", "『": "』", "＂": "＂", "”": "”"]
    guard let first = title.first, let close = pairs[first], title.last == close, title.count > 2,
      !title.dropFirst().dropLast().contains(where: { $0 == first || $0 == close })
    else { return }
    file.add("title-quotes", .warning, at: place, "标题首尾的引号会显示在网页上", cures: ["删去引号：\(title.dropFirst().dropLast())"])
  }

  private mutating func fillTime(_ document: inout Document, _ draft: Draft) {
    document.publishedOn = file.moment(draft[.publishedOn], CommonField.publishedOn.label)
    fillDuration(&document, draft)
    document.commencements = file.commencements(draft[.commences])
    document.declaredValidity = file.choice(
      draft[.validity], CommonField.validity.label, words: DeclaredValidity.allCases.compactMap(\.words.first),
      read: DeclaredValidity.init(word:))
  }

  /// Computes the last day from 有效期: 自2021年3月1日起施行，有效期5年 ends on 2026-02-28.
  private mutating func fillDuration(_ document: inout Document, _ draft: Draft) {
    guard let value = draft[.term], let text = text(draft, .term) else { return }
    guard let duration = ValidityDuration(text) else {
      file.add(
        "term-form", at: value.place, "有效期“\(text)”不是期限的写法", cures: ["写作 5年、6个月、1年6个月或长期；写到哪一天的，用 expiresOn（有效期至）"])
      return
    }
    guard let effectiveOn = document.effectiveOn else {
      // A first day that is given but wrong was reported.
      if draft[.effectiveOn] == nil, duration.months != nil {
        file.add("term-start", at: value.place, "写了有效期，没有写从哪一天起算", cures: ["写上 effectiveOn（施行日期）"])
      }
      return
    }
    let lastDay = duration.lastDay(from: effectiveOn)
    if let written = document.expiresOn, written != lastDay, let other = draft[.expiresOn]?.place {
      file.add(
        "term-order", at: value.place,
        "有效期“\(text)”自 \(effectiveOn.iso) 起算\(lastDay.map { "到 \($0.iso) 为止" } ?? "没有终止日期")，与有效期至 \(written.iso) 不一致",
        cures: ["核对后删去其中一项"], related: [(other, CommonField.expiresOn.label)])
    }
    if document.expiresOn == nil, lastDay != nil { document.places[CommonField.expiresOn.rawValue] = value.place }
    document.expiresOn = document.expiresOn ?? lastDay
  }

  /// An extension must give its new last day (`until`); no other relation may.
  private mutating func checkUntil(_ reference: Reference, _ relation: RelationKind, _ field: CommonField) {
    if relation == .extends, reference.until == nil {
      file.add(
        "missing-field", at: reference.place, "延期没有写延长到哪一天",
        cures: ["写作 {document: \(file.agencyCodes.example), until: 2028-12-31}"])
    } else if relation != .extends, reference.until != nil {
      file.add(
        "unknown-key", at: reference.place, "延至（until）只用于延期，\(field.label)没有这一项",
        cures: ["删去 until；从哪一天起，写 on（日期）"])
    }
  }

  /// Reads what documents outside the library did to this one. The day is required, because nothing else tells it.
  private mutating func outsideActs(_ relation: RelationKind, _ draft: Draft) -> [Reference] {
    guard let field = relation.outsideField else { return [] }
    let example = "写作 \(field.rawValue): {title: 标题, documentNumber: 发文字号, on: 2023-06-01}"
    return file.references(draft[field], field.label).filter { reference in
      guard case .external = reference.target else {
        file.add(
          "reference-form", at: reference.place, "\(field.label)只写本站以外的文件",
          cures: [
            "本站的文件\(relation.field.label)本文件的，写在那个文件的开头：\(relation.field.rawValue)（\(relation.field.label)）", example,
          ])
        return false
      }
      if reference.on == nil {
        file.add("missing-field", at: reference.place, "\(field.label)没有写从哪一天起", cures: [example])
      }
      checkUntil(reference, relation, field)
      return reference.on != nil
    }
  }

  private mutating func fillDescription(_ document: inout Document, _ draft: Draft) {
    document.topics = terms(draft, .topics, context.topics, "unknown-topic")
    document.themes = terms(draft, .themes, context.themes, "unknown-theme")
    document.audience = terms(draft, .audience, context.audiences, "unknown-audience")
    document.localities = terms(draft, .places, context.places, "unknown-place")
    document.overviews = file.items(of: draft[.overviews], CommonField.overviews.label).compactMap { value in
      file.choice(
        value, CommonField.overviews.label, words: Overview.allCases.map(\.label), read: Overview.init(word:))
    }
  }

  /// Reads addresses: `/art/2019/3/1/art_12.html`, or one of another host in full.
  private mutating func aliases(_ draft: Draft) -> [String] {
    var taken: Set<OldAddress> = []
    return file.texts(draft[.aliases], CommonField.aliases.label).compactMap { text, place in
      let isPath = text.hasPrefix("/") && !text.hasPrefix("//")
      let address = OldAddress(text, domain: "")
      let fault = address.fault
      guard isPath || WebAddress(text) != nil, fault == nil, !text.contains(where: \.isWhitespace) else {
        let isTooLong = fault == .tooLong
        file.add(
          "alias-form", at: place,
          isTooLong ? "旧网址太长，不能超过 \(OldAddress.longest) 字节" : "旧网址“\(text)”不是网址",
          cures: [isTooLong ? "删去它，或者只写问号以前的部分" : "写作 /art/2019/3/1/art_12.html，别的网站的写全：https://…"])
        return nil
      }
      guard taken.insert(address).inserted else {
        file.add("duplicate-alias", .warning, at: place, "旧网址 \(text) 写了两次", cures: ["只保留一处"])
        return nil
      }
      return text
    }
  }

  private mutating func text(_ draft: Draft, _ field: CommonField) -> String? {
    file.text(draft[field], field.label)
  }

  /// Reads terms by name or id, checked if site.yml lists any.
  private mutating func terms(_ draft: Draft, _ field: CommonField, _ table: TermTable, _ rule: String) -> [String] {
    let separation: WrittenList.Separation = table.isEmpty ? .commas : .all
    return file.texts(draft[field], field.label, separation, isKnown: { table.name($0) != nil }).map { text, place in
      if let name = table.name(text) { return name }
      if !table.isEmpty {
        var cures = NearMiss.cure(for: text, among: table.words)
        if cures.isEmpty || table.words.count <= 24 {
          cures.append("site.yml 中有：" + table.words.prefix(24).joined(separator: "、"))
        }
        cures.append("要新增的，在 site.yml 的 \(field.siteKey) 中加上它")
        file.add(rule, at: place, "\(field.label)“\(text)”不在 site.yml 中", cures: cures)
      }
      return text
    }
  }

  private mutating func issuers(_ value: YAMLValue?) -> [String] {
    let table = context.organizations
    let label = CommonField.issuer.label
    let isKnown = { (name: String) in table.name(name) != nil }
    let values = file.texts(value, label, .all, isKnown: isKnown)
    let places = Dictionary(grouping: values, by: \.place)
    return values.map { text, place in
      // Of bodies that were written as one, only that is reported.
      let isOne = places[place]?.count == 1 && WrittenList.values(in: text, .all, isKnown: isKnown) == nil
      return isOne ? organization(text, place) : table.name(text) ?? text
    }
  }

  /// The organization's name. One that site.yml does not list may belong to another level, so that is only a warning.
  mutating func organization(_ text: String, _ place: Range<Int>) -> String {
    let table = context.organizations
    if let name = table.name(text) { return name }
    if !table.isEmpty {
      file.add(
        "unknown-issuer", .warning, at: place, "机关“\(text)”不在 site.yml 中",
        cures: NearMiss.cure(for: text, among: table.words) + ["不是写错的，在 site.yml 的 organizations 中加上一行：- \(text)"])
    }
    return text
  }

  /// Reads file names relative to the document, or `{title, file}`.
  private mutating func attachments(_ value: YAMLValue?) -> [Attachment] {
    var taken: [String: Range<Int>] = [:]
    let label = CommonField.attachments.label
    return separateFiles(file.items(of: value, label), label).compactMap { item in
      guard let (attachment, place) = attachment(item, label) else { return nil }
      let name = attachment.fileName.lowercased()
      if let earlier = taken[name] {
        file.add(
          "attachment-name", at: place, "附件“\(attachment.fileName)”与另一个附件同名", cures: ["改文件名，或者删去其中一个"],
          related: [(earlier, "另一处")])
      } else if name == "index.html" {
        file.add("attachment-name", at: place, "附件不能名为 index.html：这是网页本身的文件名", cures: ["改文件名"])
      }
      taken[name] = place
      return attachment
    }
  }

  /// Parts texts that hold several file names.
  private mutating func separateFiles(_ items: [YAMLValue], _ label: String) -> [YAMLValue] {
    items.flatMap { item -> [YAMLValue] in
      guard case .text(let text) = item.content, !fileExists(text.trimmed),
        let list = WrittenList.values(in: text.trimmed, .all, isKnown: { _ in false }),
        list.values.allSatisfy({ !$0.fileExtension.isEmpty })
      else { return [item] }
      file.report(list.values, at: item.place, label)
      return list.values.filter(fileExists).map { YAMLValue(place: item.place, content: .text($0)) }
    }
  }

  private mutating func attachment(_ item: YAMLValue, _ label: String) -> (Attachment, Range<Int>)? {
    guard let entries = item.entries else {
      guard let text = file.text(item, label) else { return nil }
      return attachedFile(text, at: item.place, title: nil, label).map { ($0, item.place) }
    }
    let draft = Draft(entries, vocabulary: .attachment, file: &file)
    let title = file.text(draft["title"], "附件名称")
    guard let value = draft["file"] else {
      file.add("missing-field", at: item.place, "附件没有写 file（文件）", cures: ["写作 {title: 名称, file: 文件名}"])
      return nil
    }
    guard let text = file.text(value, label) else { return nil }
    return attachedFile(text, at: value.place, title: title, label).map { ($0, value.place) }
  }
}

extension Vocabulary {
  /// The words of an attachment written as a mapping.
  static let attachment = Vocabulary(MappingForm.attachment)
}

extension CommonField {
  /// The key of site.yml that lists the terms.
  fileprivate var siteKey: String { self == .audience ? "audiences" : rawValue }
}
