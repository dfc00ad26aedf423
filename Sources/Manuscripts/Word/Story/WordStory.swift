import Base
import OfficeFiles

/// Reads a part of a Word file that has text: what a reader sees, in blocks, and what he does not.
///
/// Changes count as accepted, hidden text as not there; both are in ``findings``.
struct WordStory: XMLHandler {
  /// What the parts of a file share.
  struct Setting {
    var styles = WordStyleSheet()
    var numbering = WordNumbering()
    var fonts = ThemeFonts()
  }

  /// A note where it is referred to.
  struct Reference {
    var kind: NoteKind
    var id: String
    var section: Int
    /// Chosen by the author.
    var mark: String?
    var place: OfficePlace
  }

  /// A note or a comment.
  struct Entry {
    var id: String
    var author: String?
    var blocks: [ManuscriptBlock]
  }

  let setting: Setting
  let relations: [String: OfficeRelation]
  let images: [String: WordImage]

  // What was read.
  var findings = WordFindings()
  var entries: [Entry] = []
  var references: [Reference] = []
  var commentPlaces: [String: OfficePlace] = [:]
  var pictures: [ManuscriptPicture]
  /// By part and description.
  var pictureIndices: [String: Int] = [:]
  var sections: [WordSection] = []
  /// The number of blocks before the end of each section.
  var sectionEnds: [Int] = []
  var isTooLarge = false

  // Where we are.
  var places: WordPlaces
  /// The blocks of the part, and of each open cell, text box and note.
  var blocks: [OpenBlocks] = [OpenBlocks()]
  var paragraphs: [OpenParagraph] = []
  /// nil: nothing of its own was read, and nothing asked for.
  var runs: [RunProperties?] = []
  var links: [String?] = []
  var tables: [OpenTable] = []
  var drawings: [OpenDrawing] = []
  var fields = WordFields()
  var changes: [OpenChange] = []
  /// The change that ended last, if nothing was read since: programs cut one into several.
  var lastChange: OpenChange?
  var properties = Properties.none
  var section = SectionReader()
  var counters: (text: ListCounter, boxes: ListCounter)
  /// How many are open of the element in which nothing counts, and of those inside it.
  var skipped = 0
  var textKind = TextKind.none
  var textBytes: [UInt8] = []
  var keepsBlanks = false
  var startsPage = false
  /// Whether the text that comes is the mark of the last note.
  var isMark = false
  /// The annotation of the open ruby, and whether the text that comes belongs to it.
  var (annotation, isAnnotation): (String, Bool) = ("", false)
  var equation: String?
  /// For each open choice between forms of the same, whether one was taken.
  var choices: [Bool] = []
  /// The parts in which objects say something, by what was noted of them.
  var objects: [(doubt: Int, part: String)] = []
  /// Whether there is a drawing.
  var hasDrawing = false
  /// Whether a code has no end. Then nobody knows where it ends, and everything has to be read as text.
  var hasEndlessCode = false
  let ignoresFields: Bool
  var entry: (id: String, author: String?, isText: Bool)?
  /// Paragraphs and columns of cells so far.
  var pieceCount = 0

  /// More of them is no document.
  static let mostPieces = 500_000

  struct OpenBlocks {
    var blocks: [ManuscriptBlock] = []
    /// What a paragraph without an end of its own has begun.
    var begun: OpenParagraph?
    /// Of a text box or note: open fields outside.
    var fieldCount = 0
    var isBox = false
    var isHidden = false
  }

  /// An insertion or a deletion that nobody has accepted.
  struct OpenChange {
    var isDeletion: Bool
    var author: String?
    var text = ""
  }

  /// Whose properties are being read.
  enum Properties { case none, paragraph, mark, run, cell, row, section, sectionOfParagraph, other }

  enum TextKind { case none, shown, deleted, code }

  init(
    _ part: WordPlaces.Part, _ setting: Setting, relations: [String: OfficeRelation] = [:],
    images: [String: WordImage] = [:], pictures: [ManuscriptPicture] = [], ignoresFields: Bool = false
  ) {
    self.ignoresFields = ignoresFields
    (self.setting, self.relations, self.images, self.pictures) = (setting, relations, images, pictures)
    places = WordPlaces(part)
    let counter = ListCounter(setting.numbering, setting.styles)
    counters = (counter, counter)
  }

  var place: OfficePlace { places.now }

  mutating func text(_ text: Bytes) { if skipped == 0, textKind != .none { textBytes += text } }

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    if isTooLarge { return }
    if skipped > 0 {
      skipped += 1
    } else if Self.formers.contains(name) {
      noteFormer(by: attributes["author"])
      skipped = 1
    } else if Self.unread.contains(name) || isAlternative(name) {
      skipped = 1
    } else if properties == .none {
      startElement(name, attributes)
    } else {
      takeProperty(name, attributes)
    }
  }

  mutating func end(_ name: String) {
    if isTooLarge { return }
    if skipped > 0 {
      skipped -= 1
    } else if properties == .none {
      endElement(name)
    } else {
      endProperties(name)
    }
  }

  /// Whether it is the same again, for a program that does not know what was read already.
  private mutating func isAlternative(_ name: String) -> Bool {
    guard name == "mc:Choice" || name == "mc:Fallback", let last = choices.indices.last else { return false }
    defer { choices[last] = true }
    return choices[last]
  }

  /// Properties as they were before a change.
  private static let formers: Set<String> = [
    "w:rPrChange", "w:pPrChange", "w:tblPrChange", "w:tcPrChange", "w:trPrChange", "w:sectPrChange",
    "w:tblGridChange", "w:numberingChange", "w:tblPrExChange",
  ]
  /// What is no text.
  private static let unread: Set<String> = ["w:tblGrid", "w:sdtPr", "w:sdtEndPr", "w:customXmlPr"]
}
