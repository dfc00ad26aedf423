import Base
import Importing

/// What somebody has copied elsewhere, as clean Markdown.
extension DeskAPI {
  /// - Parameter value: `html`, `rtf`, `text`: what the clipboard offers.
  func paste(_ value: JSONValue) -> Answer {
    let clipboard = Clipboard(html: value["html"]?.text, rtf: value["rtf"]?.text, text: value["text"]?.text)
    do throws(ImportFault) {
      let pasted = try PastedText(clipboard, reading: desk.reading)
      var omitted = pasted.account.omissions
      if pasted.pictures > 0 { omitted.append(.init("图片 \(pasted.pictures) 张：一张一张复制，再粘贴；或者放进“附件”")) }
      let losses = pasted.losses.map { ImportAccount.Line("这些字没有带进来，请对照原件补上：" + $0) }
      return .ok(
        .object([
          "markdown": .string(pasted.markdown), "isBlock": .boolean(pasted.isBlock), "omitted": Self.lines(omitted),
          "doubts": Self.lines(losses + pasted.account.doubts),
        ]))
    } catch {
      return .refused(422, Self.sentence(error, "没有粘贴"))
    }
  }

  static func lines(_ lines: [ImportAccount.Line]) -> JSONValue {
    .array(lines.map { .object(["text": .string($0.text), "place": .optional($0.place)]) })
  }

  /// Why something was not taken over, for a clerk: what the terminal's cures ask for, buttons offer here.
  static func sentence(_ fault: ImportFault, _ what: String) -> String {
    let (reason, cure) = fault.message
    let ownCure: String? =
      switch fault {
      case .obstacles: nil
      case .noContent: "打开网页，复制正文，粘贴到“正文”里"
      case .noPDFReader: "请管理员安装 poppler-utils 和 poppler-data；或者改用 Word 文件"
      case .noConverter: "请管理员安装 libreoffice-writer-nogui；或者在 Word、WPS 中另存为 .docx"
      default: cure
      }
    return [what + "：" + reason, ownCure].compactMap(\.self).joined(separator: "；")
  }
}
