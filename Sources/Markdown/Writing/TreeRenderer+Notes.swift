import Base

/// The marks of footnotes, as ``Footnotes/Mark/target`` names them: of the note itself (`d1`; `u1` if nothing refers to
/// it), of the first reference to it (`f1`), of others (`r1`).
extension TreeRenderer {
  mutating func openNoteMark(_ target: Bytes) {
    let number = target.part(2..<target.count).string
    switch target[1] {
    case 0x64: fragment.write(name: "<a id=\"note-\(number)\" class=\"note-mark\" href=\"#note-ref-\(number)\">")
    case 0x75: fragment.write(name: "<a id=\"note-\(number)\" class=\"note-mark\">")
    case 0x66:
      fragment.write(name: "<sup><a id=\"note-ref-\(number)\" class=\"note-ref\" href=\"#note-\(number)\">")
    default: fragment.write(name: "<sup><a class=\"note-ref\" href=\"#note-\(number)\">")
    }
    writeBracket("[")
  }

  mutating func closeNoteMark(_ target: Bytes) {
    writeBracket("]")
    switch target[1] {
    case 0x64, 0x75: fragment.write("</a>")
    default: fragment.write("</a></sup>")
    }
  }

  private mutating func writeBracket(_ bracket: StaticString) {
    fragment.write(bracket)
    fragment.text.append(contentsOf: Bytes(bracket))
  }
}
