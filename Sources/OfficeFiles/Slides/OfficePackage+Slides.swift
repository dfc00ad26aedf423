import Base

extension OfficePackage {
  /// The text of a presentation, slide by slide, with notes and comments.
  mutating func readSlides() throws(OfficeFault) {
    let main = mainPart ?? "ppt/presentation.xml"
    var list = SlideList()
    try read(main, root: "p:presentation", into: &list)
    let relations = try relations(of: main)
    for (index, id) in list.ids.enumerated() {
      guard let part = relations[id]?.target else { throw .damaged }
      let number = index + 1
      var slide = SlideText(at: .slide(number))
      try read(part, by: &slide)
      if slide.isHidden { content.note(.hiddenSlide, at: .slide(number)) }
      try readBesides(part, number)
    }
  }

  private mutating func readBesides(_ part: String, _ number: Int) throws(OfficeFault) {
    let relations = try relations(of: part)
    for part in relations.targets("notesSlide") {
      var notes = SlideText(at: .speakerNotes(number))
      try readIfAny(part, by: &notes)
      if notes.hasText { content.note(.speakerNotes, at: .slide(number)) }
    }
    for part in relations.targets("comments") {
      var comments = SlideComments(at: .slide(number))
      try readIfAny(part, by: &comments)
    }
  }
}
