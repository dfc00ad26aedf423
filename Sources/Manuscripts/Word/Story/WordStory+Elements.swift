import Base
import OfficeFiles

extension WordStory {
  mutating func startElement(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "w:r", "a:r", "m:r": runs.append(nil)
    case "w:t", "a:t", "m:t": beginText(.shown, attributes)
    case "w:delText": beginText(.deleted, attributes)
    case "w:instrText", "w:delInstrText": beginText(.code, attributes)
    case "w:p", "a:p": beginParagraph()
    case "w:tab", "w:ptab": add("\t")
    case "w:br": breakLine(attributes["type"])
    case "w:cr", "a:br": breakLine(nil)
    case "w:noBreakHyphen": addHyphen()
    case "w:sym": addSymbol(attributes)
    case "w:tbl", "w:tr", "w:tc": beginTablePart(name)
    case "w:fldChar": changeField(attributes["fldCharType"])
    case "w:fldSimple": fields.begin(code: attributes["instr"] ?? "")
    case "w:checkBox", "w:ddList", "w:default", "w:checked", "w:result", "w:listEntry":
      fields.takeForm(name, attributes)
    case "w:hyperlink": beginLink(attributes)
    case "w:ins", "w:moveTo": changes.append(OpenChange(isDeletion: false, author: attributes["author"]))
    case "w:del", "w:moveFrom": changes.append(OpenChange(isDeletion: true, author: attributes["author"]))
    case "w:footnoteReference": refer(.foot, attributes)
    case "w:endnoteReference": refer(.end, attributes)
    case "w:commentReference", "w:commentRangeStart":
      if let id = attributes["id"] { commentPlaces[id] = commentPlaces[id] ?? place }
    case "w:footnote", "w:endnote", "w:comment": beginEntry(attributes)
    case "w:drawing", "w:pict", "w:object": drawings.append(OpenDrawing(isObject: name == "w:object"))
    case "w:txbxContent": beginBox()
    case "w:rt": (annotation, isAnnotation) = ("", true)
    case "m:oMath": equation = ""
    case "mc:AlternateContent": choices.append(false)
    case "w:altChunk", "w:subDoc": findings.doubt(.object, "嵌入的另一份文件", at: place)
    case "w:contentPart": findings.doubt(.object, "墨迹", at: place)
    default:
      if beginsProperties(name) || drawings.isEmpty { return }
      drawings[drawings.count - 1].take(name, attributes)
    }
  }

  mutating func endElement(_ name: String) {
    switch name {
    case "w:r", "a:r", "m:r":
      _ = runs.popLast()
      isMark = false
    case "w:t", "a:t", "m:t", "w:delText", "w:instrText", "w:delInstrText": endText()
    case "w:p", "a:p": endParagraph(ofDrawing: name == "a:p")
    case "w:tbl", "w:tr", "w:tc": endTablePart(name)
    case "w:fldSimple": endField()
    case "w:hyperlink": _ = links.popLast()
    case "w:ins", "w:moveTo", "w:del", "w:moveFrom": endChange()
    case "w:footnote", "w:endnote", "w:comment": endEntry()
    case "pic": takePicture()
    case "w:drawing", "w:pict", "w:object": endDrawing()
    case "w:txbxContent": endBox()
    case "w:rt": isAnnotation = false
    case "w:ruby": endRuby()
    case "m:oMath": endEquation()
    case "mc:AlternateContent": _ = choices.popLast()
    case "w:body", "w:footnotes", "w:endnotes", "w:comments", "w:hdr", "w:ftr": endBlocks()
    default: break
    }
  }
}
