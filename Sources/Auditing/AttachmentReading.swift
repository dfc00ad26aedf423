package import Base
package import OfficeFiles

/// What a look into a file that is published has found.
package struct AttachmentReading: Sendable, Hashable {
  /// Why its text is not known; nil if it is.
  package let fault: OfficeFault?
  /// What was left in it.
  let traces: [OfficeTrace]
  /// Of a PDF.
  let pageCount: Int?
  /// Whether it has more text than is read.
  let isCut: Bool
  /// What the guard says of its text.
  let sightings: [AttachmentSighting]

  /// Of a file that was read.
  package init(_ content: OfficeContent, sightings: [AttachmentSighting] = []) {
    fault = content.textFault
    (traces, pageCount, isCut) = (content.traces, content.pageCount, content.isCut)
    self.sightings = sightings
  }

  /// Of a file that was not.
  package init(_ fault: OfficeFault) {
    self.fault = fault
    (traces, pageCount, isCut, sightings) = ([], nil, false, [])
  }
}

/// What the guard says of the text of an attachment, without that text: every place of one kind in one.
package struct AttachmentSighting: Sendable, Hashable {
  package let rule: String
  package let severity: Severity
  package let message: String
  package let cures: [String]
  /// The first of them.
  package let place: OfficePlace
  package var count: Int

  /// Memberwise.
  package init(
    _ rule: String, _ severity: Severity, _ message: String, cures: [String], at place: OfficePlace, count: Int = 1
  ) {
    (self.rule, self.severity, self.message, self.cures) = (rule, severity, message, cures)
    (self.place, self.count) = (place, count)
  }
}
