package import Manuscripts
package import OfficeFiles

/// Why a file is not taken over; nothing of it is written.
package enum ImportFault: Error, Sendable, Hashable {
  case tooLarge
  case empty
  case damaged(String)
  case encrypted
  /// What an office program keeps beside an open file.
  case leftOver
  /// Programs in an office file.
  case macros
  case picture
  case slides
  case archive
  case unknown
  case noPDFReader
  case restrictedPDF
  /// Pages without text.
  case scanned
  /// No part of a web page is its text.
  case noContent
  case noConverter(ending: String)
  case conversionFailed(ending: String)
  /// In the words of the disk.
  case unreadable(String)
  /// What nobody may publish without having seen it.
  case obstacles([Obstacle])
  /// Letters of the file are not in what would be written.
  case lostLetters([LetterProof.Loss])
  /// The text is longer than a document may be.
  case tooLong

  /// In words, with what to do.
  package var message: (what: String, cure: String?) {
    switch self {
    case .tooLarge: ("文件太大，或者展开以后太大（上限 64 MB，压缩包里一个部分也是 64 MB）", "删去其中的大图片，或者分成几个文件")
    case .empty: ("文件是空的，没有文字", "确认文件没有拿错")
    case .damaged(let ending): ("文件损坏，或者不是它的扩展名 .\(ending) 所说的格式", "在 Word 或 WPS 中打开，另存为 .docx")
    case .encrypted: ("文件有打开密码", "去掉密码后另存")
    case .leftOver: ("这是文件正在打开时的临时文件，不是文件本身", "在 Word 或 WPS 中保存、关闭后，导入文件本身")
    case .macros: ("文件带有宏", "在 Word 中另存为不带宏的 .docx")
    case .picture: ("这是图片，没有文字可以导入", "请用文字稿；图片放在文件旁边，正文里写 ![说明](图片名)")
    case .slides: ("演示文稿不导入", "把要公开的文字另存为 .docx；演示文稿本身可以作为附件")
    case .archive: ("这是压缩包", "解压后再导入里面的文件")
    case .unknown: ("不是能导入的格式", "在 Word 或 WPS 中打开，另存为 .docx")
    case .noPDFReader: ("读 PDF 要有 pdftotext 程序", "安装：apt install poppler-utils poppler-data；或者改用 Word 文件")
    case .restrictedPDF: ("这个 PDF 不许复制文字", "请用 Word 文件，或者去掉限制后另存")
    case .scanned: ("这是扫描件，没有文字；程序不认图片里的字，认错的数字比没有更糟", "请用 Word 文件；扫描件可以作为附件")
    case .noContent: ("网页里没有找到正文", "用 --select 指明正文在哪里，如 --select .content")
    case .noConverter(let ending):
      (".\(ending) 格式要由 LibreOffice 转换，本机没有装", "安装：apt install libreoffice-writer-nogui；或者在 Word、WPS 中另存为 .docx")
    case .conversionFailed(let ending): ("LibreOffice 没有把 .\(ending) 转换成功", "在 Word 或 WPS 中打开，另存为 .docx")
    case .unreadable(let text): (text, nil)
    case .obstacles(let obstacles): Self.message(obstacles)
    case .lostLetters(let losses):
      ("逐字核对没有通过：原件有 \(losses.count) 处文字没有进入结果", "这多半是程序的错，请把文件报告给开发者；急用的，在 Word 中另存一次再试")
    case .tooLong: ("正文超过 10 MB，网页上没有人能读", "分成几个文件，大表格另存为 CSV 或作为附件")
    }
  }

  private static func message(_ obstacles: [Obstacle]) -> (String, String?) {
    let kinds = Set(obstacles.map(\.kind))
    let words = [(Obstacle.Kind.revision, "没有接受的修订"), (.comment, "批注"), (.hiddenText, "隐藏文字")]
    let found = words.filter { kinds.contains($0.0) }.map { "\($0.1) \(count(obstacles, $0.0)) 处" }
    let cure =
      kinds.contains(.revision)
      ? "看过以后：照修订以后的样子导入的，加 --accept-changes（修订接受，批注、隐藏文字去掉）；否则先在 Word 中处理"
      : "看过以后：去掉它们再导入的，加 --drop-comments；否则先在 Word 中处理"
    return ("文件里有" + found.joined(separator: "、") + "，不能就这样公开", cure)
  }

  private static func count(_ obstacles: [Obstacle], _ kind: Obstacle.Kind) -> Int {
    obstacles.count { $0.kind == kind }
  }

  /// What it is about, one by one, with its place.
  package var details: [(place: OfficePlace?, text: String)] {
    switch self {
    case .obstacles(let obstacles): obstacles.map { ($0.place, $0.words) }
    case .lostLetters(let losses): losses.map { ($0.place, ImportSource.shown($0.text, upTo: 60)) }
    default: []
    }
  }

  /// Of a file that could not be read.
  init(_ fault: OfficeFault, ending: String) {
    self =
      switch fault {
      case .damaged, .otherForm: .damaged(ending)
      case .encrypted: .encrypted
      case .restricted: .restrictedPDF
      case .tooLarge: .tooLarge
      case .noText: ["pdf", "ofd"].contains(ending) ? .scanned : .noContent
      case .noReader: .noPDFReader
      case .readerFailed: .damaged(ending)
      }
  }
}

extension Obstacle {
  /// What it is, and whose.
  fileprivate var words: String {
    let text = ImportSource.shown(text, upTo: 60)
    let name = author.map { "（\(ImportSource.shown($0, upTo: 20))）" } ?? ""
    return switch kind {
    case .revision: "修订\(name)：" + (text.isEmpty ? "格式或表格" : text)
    case .comment: "批注\(name)：" + text
    case .hiddenText: "隐藏文字：" + text
    }
  }
}
