import Base

extension OfficePackage {
  /// The text of a presentation, slide by slide, with notes and comments.
  mutating func readSlides() throws(OfficeFault) {
    let main = mainPart ?? "ppt/presentation.xml"
    var list = SlideList()
    try read(main, into: &list)
    let relations = try relations(of: main)
    for (index, part) in list.ids.compactMap({ relations[$0]?.target }).enumerated() {
      let number = index + 1
      var slide = SlideText(at: .slide(number), of: content)
      try read(part, into: &slide)
      content = slide.content
      if slide.isHidden { content.note(.hiddenSlide, at: .slide(number)) }
      try readBesides(part, number)
    }
  }

  private mutating func readBesides(_ part: String, _ number: Int) throws(OfficeFault) {
    for relation in try relations(of: part).values.sorted(by: { $0.target < $1.target }) {
      switch relation.type {
      case "notesSlide":
        var notes = SlideText(at: .speakerNotes(number), of: content)
        try readIfAny(relation.target, into: &notes)
        content = notes.content
        if notes.hasText { content.note(.speakerNotes, at: .slide(number)) }
      case "comments":
        var comments = SlideComments(at: .slide(number), of: content)
        try readIfAny(relation.target, into: &comments)
        content = comments.content
      default: break
      }
    }
  }
}
