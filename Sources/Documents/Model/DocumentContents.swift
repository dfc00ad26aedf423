import Base
import Papers

/// What a ``Document`` holds; its properties say what each is.
struct DocumentContents: Sendable {
  let id: DocumentID
  let column: String
  let kind: String
  let slug: String
  var title = ""
  var documentNumber: DocumentNumber?
  var indexNumber: String?
  var registrationNumber: String?
  var issuers: [String] = []
  var responsibleBody: String?
  var documentDate: CalendarDate?
  var publishedOn: Moment?
  var effectiveOn: CalendarDate?
  var commencements: [Commencement] = []
  var expiresOn: CalendarDate?
  var declaredValidity: DeclaredValidity?
  var disclosure = Disclosure.proactive
  var disclosureGround: String?
  var form: String?
  var topics: [String] = []
  var themes: [String] = []
  var audience: [String] = []
  var localities: [String] = []
  var keywords: [String] = []
  var summary: String?
  var origin: String?
  var attachments: [Attachment] = []
  var benefits: [Benefit] = []
  var updates: [TextUpdate] = []
  var relations: [RelationKind: [Reference]] = [:]
  var outsideActs: [RelationKind: [Reference]] = [:]
  var opensOn: CalendarDate?
  var closesOn: CalendarDate?
  var doneOn: CalendarDate?
  var overviews: [Overview] = []
  var isDraft = false
  var isHeld = false
  var mayBeHidden = false
  var aliases: [String] = []
  var withdrawn: Retraction?
  var publicUntil: CalendarDate?
  var perPlace: PlaceColumn?
  var dividedList: String?
  var collects: Query?
  var checked: [Checked] = []
  var fields: [String: FieldValue] = [:]
  var body = Body.empty
  var texts: [DatedText] = []
  var provenance: Provenance?
  let frontMatter: SourceText
  var places: [String: Range<Int>] = [:]

  init(id: DocumentID, column: String, kind: String, slug: String, frontMatter: SourceText) {
    self.id = id
    self.column = column
    self.kind = kind
    self.slug = slug
    self.frontMatter = frontMatter
  }
}

/// Where the contents of a document and its copies are.
final class DocumentStore: @unchecked Sendable {  // only a document that shares it with nobody changes it
  var contents: DocumentContents

  init(_ contents: DocumentContents) { self.contents = contents }
}
