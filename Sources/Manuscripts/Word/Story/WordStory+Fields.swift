import Base
import OfficeFiles

extension WordStory {
  mutating func changeField(_ kind: String?) {
    if ignoresFields { return }
    switch kind {
    case "begin": fields.begin()
    case "separate": fields.beginResult()
    case "end": endField()
    default: break
    }
  }

  mutating func endField() {
    guard let field = fields.end(), !fields.isCode else { return }
    if field.hasResult {
      if field.mayBeOld { findings.doubt(.field, field.code.trimmed, at: place) }
    } else if let shown = field.shown {
      add(shown)
    } else {
      findings.doubt(.field, field.code.trimmed, at: place)
    }
  }

  mutating func beginLink(_ attributes: XMLAttributes) {
    let target = attributes.prefixed("id").flatMap { relations[$0] }?.target
    links.append(target.map { target in attributes["anchor"].map { "\(target)#\($0)" } ?? target })
  }

  /// Fields that were begun in a text box or note and have no end; what seemed to be code may be text.
  mutating func endFields(but count: Int) {
    for field in fields.endAll(but: count) where field.isCode {
      findings.doubt(.field, field.code.trimmed, at: place)
      hasEndlessCode = true
    }
  }
}
