import Base
import Documents

/// A kind with the location of its label.
struct LoadedKind {
  let kind: Kind
  let labelLocation: Diagnostic.Location
  /// Other kinds named in its parts.
  let namedKinds: [(id: String, location: Diagnostic.Location)]
}

/// Reads a kind file into a kind, with findings: first its YAML, then, when the kind that it extends is known, what that says.
struct KindReader {
  var file: FileReader
  /// The file's name without `.yml`.
  let id: String
  /// The kind that it extends, as written; nil: none.
  private(set) var parent: Query.Word?
  /// Nil if the file is not a YAML mapping.
  private var draft: Draft?
  /// Kinds named in its parts.
  var kindWords: [Query.Word] = []
  /// Numbers over which its charts compare documents.
  var chartYears: [Query.Word] = []
  /// Where it says something of a field, by key.
  var fieldPlaces: [String: Range<Int>] = [:]
  /// Fields with which its fields are compared.
  var comparedFields: [ComparedField] = []

  private static let vocabulary = Vocabulary(.kind)
  private static let seriesVocabulary = Vocabulary(.series)

  /// Opens a file known to be text; `file` has its findings so far.
  init(_ file: FileReader) {
    self.file = file
    id = file.source.path.fileStem
    if !PathSegment.isPlain(id) || id.contains(".") {
      self.file.add(
        "file-name", at: nil, "文件名“\(id)”不能用作类型名：只能用英文字母、数字、“-”和“_”", cures: ["改文件名，中文名称写在 label 中"])
    }
    guard let root = self.file.readYAML(file.source.markLength..<file.source.bytes.count),
      let entries = self.file.entries(of: root, what: "类型文件"), !self.file.hasUncertainValues
    else { return }
    let draft = Draft(entries, vocabulary: Self.vocabulary, file: &self.file)
    if let value = draft["extends"], let text = self.file.text(value, "extends（继承）") {
      parent = Query.Word(text: text, place: value.place)
    }
    self.draft = draft
  }

  /// The kind with its valid values, nil if the file is not a YAML mapping; and the findings.
  ///
  /// - Parameter parent: The kind that it extends: what the file does not say is as there.
  consuming func finished(extending parent: Kind?) -> (kind: LoadedKind?, findings: [Diagnostic]) {
    guard let draft else { return (nil, file.findings) }
    let kind = kind(draft, extending: parent)
    let source = file.source
    let place = (draft["label"]?.place).map(source.location(of:)) ?? source.whole
    let named = kindWords.map { ($0.text, source.location(of: $0.place)) }
    return (LoadedKind(kind: kind, labelLocation: place, namedKinds: named), file.findings)
  }

  private mutating func kind(_ draft: Draft, extending parent: Kind?) -> Kind {
    let label = file.text(draft["label"], "label（名称）")
    if label == nil, draft["label"] == nil {
      file.add("missing-field", at: draft.place(of: "label"), "label 缺失，类型要有中文名称", cures: ["写上 label: 名称"])
    }
    let lifecycle = file.choice(
      draft["lifecycle"], "lifecycle（生命周期）", words: Lifecycle.allCases.map(\.rawValue), read: Lifecycle.init(rawValue:))
    let template = self.template(draft["template"])
    let layout = file.choice(
      draft["layout"], "layout（版式）", words: PageLayout.allCases.map(\.rawValue), read: PageLayout.init(rawValue:))
    let fields = self.fields(draft["fields"], extending: parent)
    checkChartYears(fields)
    checkComparedFields(fields)
    let series = self.series(draft["series"], of: fields)
    var kind = Kind(
      id: id, label: label ?? id, lifecycle: lifecycle ?? parent?.lifecycle ?? .none,
      template: template ?? parent?.template ?? "document", layout: layout ?? (template == nil ? parent?.layout : nil),
      fields: fields, duties: duties(draft["duties"]).added(to: parent?.duties, by: \.self),
      series: series.added(to: parent?.series, by: \.key))
    kind.parentID = parent?.id
    kind.shownAs = file.text(draft["shownAs"], "shownAs（网页上的名称）")
    kind.deadlines = deadlines(draft["deadlines"], of: fields).added(to: parent?.deadlines, by: \.what)
    kind.parts = parts(draft["parts"], of: kind).added(to: parent?.parts, by: \.label)
    checkNeeds(of: kind.parts, draft["parts"])
    kind.missingPart = missingPart(draft["missing"]) ?? parent?.missingPart ?? .warning
    if kind.parts.isEmpty, draft["parts"] == nil, let value = draft["missing"], Severity(rawValue: value.words) != nil {
      file.add("fixed-field", at: value.place, "类型没有 parts（要素），missing 没有作用", cures: ["删去 missing，或者写上 parts"])
    }
    kind.isBundle = file.boolean(draft["bundle"], "bundle（打包）") ?? parent?.isBundle ?? false
    kind.isConsecutive = file.boolean(draft["consecutive"], "consecutive（前后篇）") ?? parent?.isConsecutive ?? false
    kind.titleWords = file.texts(draft["titleWords"], "titleWords（标题用词）", .likely).map(\.text)
    kind.numberWords = file.texts(draft["numberWords"], "numberWords（文号用词）", .likely).map(\.text)
    kind.hasQRCode = file.boolean(draft["qrCode"], "qrCode（二维码）") ?? parent?.hasQRCode ?? false
    return kind
  }

  private mutating func duties(_ value: YAMLValue?) -> [Duty] {
    let label = "duties（义务）"
    return file.items(of: value, label).compactMap { value in
      file.choice(value, label, words: Duty.allCases.map(\.rawValue), read: Duty.init(rawValue:))
    }
  }

  private mutating func series(_ value: YAMLValue?, of fields: [Field]) -> [Series] {
    let numbers = fields.filter { $0.type == .number }.map(\.key)
    return file.items(of: value, "series（编号）").compactMap { item in
      guard let entries = file.entries(of: item, what: "编号") else { return nil }
      let draft = Draft(entries, vocabulary: Self.seriesVocabulary, file: &file)
      let words = ["key", "within"].map { word in
        file.choice(draft[word], "编号的 \(word)", words: numbers) { numbers.contains($0) ? $0 : nil }
      }
      return words[0].map { Series(key: $0, within: words[1]) }
    }
  }

  private mutating func template(_ value: YAMLValue?) -> String? {
    guard let value, let name = file.text(value, "template（模板）") else { return nil }
    if name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy(PathSegment.isPlain) { return name }
    file.add(
      "wrong-type", at: value.place, "模板名“\(name)”不合要求：\(PathSegment.rule)", cures: ["写 Templates 中的文件名，不带 .mustache"])
    return nil
  }
}
