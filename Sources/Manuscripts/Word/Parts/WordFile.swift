import Archives
import Base
import OfficeFiles

/// The parts of a Word file.
struct WordFile {
  private var package: OfficePackage
  private let main: String
  private let folder: String
  private let relations: [String: OfficeRelation]
  private var setting = WordStory.Setting()

  init(_ bytes: [UInt8]) throws(OfficeFault) {
    package = try OfficePackage(bytes)
    // A file with programs in it is another form, which has to be saved as a .docx first.
    guard package.sort == .word, !package.archive.entries.contains(where: { $0.name.hasSuffix("vbaProject.bin") })
    else { throw package.sort == nil ? .damaged : .otherForm }
    main = package.mainPart ?? "word/document.xml"
    folder = main.parentPath.isEmpty ? "" : main.parentPath + "/"
    relations = try package.relations(of: main)
    var (styles, numbering) = (StyleSheetReader(), NumberingReader())
    try package.readIfAny(part("styles"), into: &styles)
    if styles.isTooLarge { throw .tooLarge }
    try package.readIfAny(part("numbering"), into: &numbering)
    try package.readIfAny(part("theme"), into: &setting.fonts)
    (setting.styles, setting.numbering) = (styles.sheet, numbering.numbering)
  }

  /// The part of a kind of which there is one.
  private func part(_ type: String) -> String { relations.targets(type).first ?? "\(folder)\(type).xml" }

  /// Reads all parts that have text.
  mutating func manuscript() throws(OfficeFault) -> Manuscript {
    let body = try story(.body, main, root: "w:document", pictures: [])
    var manuscript = Manuscript()
    manuscript.blocks = body.blocks[0].blocks
    body.startPages(in: &manuscript.blocks)
    manuscript.pictures = body.pictures
    var findings = body.findings
    try readNotes(of: body, into: &manuscript, &findings)
    try readMargins(into: &findings)
    try readComments(at: body.commentPlaces, into: &findings)
    (manuscript.omissions, manuscript.obstacles) = (findings.omissions, findings.obstacles)
    manuscript.doubts = findings.doubts
    return manuscript
  }

  private mutating func story(
    _ part: WordPlaces.Part, _ name: String, root: String? = nil, pictures: [ManuscriptPicture]
  ) throws(OfficeFault) -> WordStory {
    let relations = name == main ? relations : try package.relations(of: name)
    let images = part == .body || part == .notes ? try images(relations) : [:]
    var story = WordStory(part, setting, relations: relations, images: images, pictures: pictures)
    try package.read(name, root: root, into: &story)
    if story.hasEndlessCode {
      let doubts = story.findings.doubts.filter { $0.kind == .field }
      story = WordStory(
        part, setting, relations: relations, images: images, pictures: pictures, ignoresFields: true)
      try package.read(name, root: root, into: &story)
      for doubt in doubts { story.findings.doubt(.field, doubt.text, at: doubt.place) }
    }
    if story.isTooLarge { throw .tooLarge }
    for object in story.objects {
      var text = ObjectText()
      try package.readIfAny(object.part, into: &text)
      story.findings.complete(doubt: object.doubt, with: text.words.joined(separator: " "))
    }
    return story
  }

  private mutating func images(_ relations: [String: OfficeRelation]) throws(OfficeFault) -> [String: WordImage] {
    var images: [String: WordImage] = [:]
    for (id, relation) in relations where relation.type == "image" {
      guard package.archive.entry(relation.target) != nil else { continue }
      let (name, bytes) = (relation.target.lastSegment, try package.bytes(relation.target))
      images[id] =
        WordImage.isShown(bytes)
        ? .picture(ManuscriptPicture(name: name, bytes: bytes, description: "")) : .unseen(name)
    }
    return images
  }

  /// Notes in the order of their marks.
  private mutating func readNotes(
    of body: WordStory, into manuscript: inout Manuscript, _ findings: inout WordFindings
  ) throws(OfficeFault) {
    var settings = SectionReader()
    try package.readIfAny(part("settings"), into: &settings)
    var texts: [NoteKind: [String: [ManuscriptBlock]]] = [:]
    for (kind, type) in [(NoteKind.foot, "footnotes"), (.end, "endnotes")] {
      let name = part(type)
      guard package.archive.entry(name) != nil else { continue }
      let story = try story(.notes, name, pictures: manuscript.pictures)
      manuscript.pictures = story.pictures
      findings.add(story.findings, isLeftOut: false)
      texts[kind] = Dictionary(story.entries.map { ($0.id, $0.blocks) }, uniquingKeysWith: { first, _ in first })
      let referred = Set(body.references.lazy.filter { $0.kind == kind }.map(\.id))
      for entry in story.entries where !referred.contains(entry.id) && !entry.blocks.text.isEmpty {
        findings.leaveOut(.hiddenText, entry.blocks.text, at: .note)
      }
    }
    let marks = NoteMarks(body.sections, settings.section.notes)
    for (reference, mark) in zip(body.references, marks.marks(of: body.references, &findings)) {
      let blocks = texts[reference.kind]?[reference.id] ?? []
      manuscript.notes.append(ManuscriptNote(mark: mark, blocks: blocks.withoutMark(mark)))
    }
  }

  /// Headers and footers are left out, each text once.
  private mutating func readMargins(into findings: inout WordFindings) throws(OfficeFault) {
    for (type, kind) in [("header", Omission.Kind.header), ("footer", .footer)] {
      let named = Set(relations.targets(type)).subtracting(package.parts(folder + type)).sorted()
      var texts: Set<String> = []
      for name in package.parts(folder + type) + named where package.archive.entry(name) != nil {
        let story = try story(.margin, name, pictures: [])
        findings.add(story.findings, isLeftOut: true)
        let text = story.blocks[0].blocks.text
        guard !text.isEmpty || story.hasDrawing, texts.insert(text).inserted else { continue }
        if text.isEmpty {
          findings.leaveOut(kind, "", at: .margin)
          continue
        }
        findings.leaveOut(Self.isPageNumber(text) ? .pageNumber : kind, text, at: .margin)
      }
    }
  }

  private static func isPageNumber(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { "0123456789０１２３４５６７８９第页共/／-–—－─· 　\n\tPageof".unicodeScalars.contains($0) }
  }

  private mutating func readComments(
    at places: [String: OfficePlace], into findings: inout WordFindings
  ) throws(OfficeFault) {
    let name = part("comments")
    guard package.archive.entry(name) != nil else { return }
    let story = try story(.comments, name, pictures: [])
    findings.add(story.findings, isLeftOut: true)
    for comment in story.entries {
      let (text, place) = (comment.blocks.text, places[comment.id] ?? .comment)
      findings.leaveOut(.comment, text, at: place)
      findings.stop(.comment, text, author: comment.author, at: place)
    }
  }
}
