import Documents
import Resolution

extension Shape {
  static let dataPage: Shape = Frame.shape.merging([
    "data": .object([
      "licence": .text, "schemaVersion": .text, "headings": .text, "questions": .truth,
      "files": .list(.dataFile), "overviews": .object(["items": .list(.dataFile)]),
    ])
  ])
  private static let dataFile: Shape = .object([
    "title": .text, "note": .text, "href": .text, "name": .text, "type": .text, "size": .text, "rows": .text,
    "pageHref": .text, "page": .text, "fields": .text,
  ])
}

/// `/data/`: what each file of the open data holds, how large it is and how to read it.
struct DataPage {
  let plan: SitePlan
  let frame: Frame
  /// The size of a file of the plan.
  let size: (SiteFile) -> Int

  private var corpus: Corpus { plan.corpus }

  /// Whether the page says how large a file is.
  static func shows(_ file: SiteFile) -> Bool {
    switch file {
    case .documentsCSV, .documentsJSONL, .siteJSON, .sourcesJSON, .questionsCSV, .questionsJSON,
      .document(_, _, .overview):
      true
    default: false
    }
  }

  /// The page's view.
  func view() -> View {
    let address = PageAddress(SiteFile.data.url)
    var heading = Frame.Heading(heading: "开放数据")
    heading.description = "本站全部公开文件的目录和数据，供下载和由程序读取，每次生成网站时更新。"
    let documents = corpus.entries.count
    var files = [
      file(
        .documentsCSV, "文件目录（表格）", "一行一件，表头是中文，用电子表格软件打开。", rows: documents, fields: "#csv", from: address),
      file(
        .documentsJSONL, "文件目录（供程序读取）", "一行一件，内容比表格多附件、表格和文件之间的关系。", rows: documents, fields: "#jsonl",
        from: address),
      file(.siteJSON, "站点概况", "数据的日期和版本、各类文件和各种状态的件数、全部栏目。", from: address),
    ]
    let regional = corpus.regional.count
    if !corpus.region.sources.isEmpty {
      files.append(file(.sourcesJSON, "收录的专栏", "收录了哪些专栏、哪一天的导出、哪些文件。", rows: regional, from: address))
    }
    let questions = corpus.questions.count
    if questions > 0 {
      files += [
        file(.questionsCSV, "问答库（表格）", "一行一问，有答复、依据和依据是否有效。", rows: questions, from: address),
        file(.questionsJSON, "问答库（供程序读取）", "供热线和智能问答读取。", rows: questions, from: address),
      ]
    }
    heading.sheets = [.follow]
    return frame.view(heading, at: address).adding([
      "data": .make([
        "licence": .optional(corpus.site.dataLicence), "schemaVersion": .text(String(OpenData.schemaVersion)),
        "headings": .text(OpenDataTable.headings.joined(separator: "、")), "questions": .flag(questions > 0),
        "files": .list(files), "overviews": View.items(overviews(from: address)).map { .make(["items": $0]) },
      ])
    ])
  }

  private func file(
    _ file: SiteFile, _ title: String, _ note: String, rows: Int? = nil, fields: String? = nil,
    from address: PageAddress
  ) -> View {
    .make([
      "title": .text(title), "note": .text(note), "href": .text(address.href(file.path)), "name": .text(file.path),
      "type": .text(FileSize.type(of: file.path)), "size": .text(FileSize.text(size(file))),
      "rows": rows.map { .text(String($0)) }, "fields": .optional(fields),
    ])
  }

  /// The tables drawn up from the library, each with the page that shows it.
  private func overviews(from address: PageAddress) -> [View] {
    corpus.entries.flatMap { entry -> [View] in
      let document = entry.document
      return (plan.overviews[document.id] ?? []).filter { !$0.rows.isEmpty }.map { table in
        let place = SiteFile.document(document.id, url: document.url, .overview(table.id))
        return file(place, table.title, table.explanation, rows: table.rows.count, from: address).adding([
          "page": .text(document.title), "pageHref": .text(address.href(document.url)),
        ])
      }
    }
  }
}
