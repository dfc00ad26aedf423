extension Document {
  /// The notices that one list for many places makes: itself without the list, then one for each place that has rows, in the order of
  /// the site, each with its own rows, totals and address. Only itself if it has no such list.
  ///
  /// - Complexity: Linear in the rows for each place that has any.
  package func notices(for places: [Place]) -> [Document] {
    guard let perPlace, case .table(let table) = fields[perPlace.field],
      let column = table.position(of: perPlace.column)
    else { return [self] }
    let named = Set(table.rows.map { $0.cells[column] })
    let notices = places.filter { named.contains($0.name) }.map { place in
      notice(for: place, perPlace.field, table.rows(with: place.name, in: column))
    }
    var whole = self
    whole.fields[perPlace.field] = nil
    whole.dividedList = table.file.path
    whole.relations[.contains, default: []] += notices.map { notice in
      Reference(target: .path(notice.id), place: self.places[CommonField.perPlace.rawValue] ?? 0..<0)
    }
    return [whole] + notices
  }

  /// What is said once, numbers, old addresses, files and what the document does to others, stays with the whole; what it is based on
  /// holds for each.
  private func notice(for place: Place, _ field: String, _ table: DataTable) -> Document {
    var notice = Document(
      id: DocumentID(id.path + "/" + place.id), column: column, kind: kind, slug: slug + "/" + place.id,
      frontMatter: frontMatter)
    notice.places = places
    notice.title = "\(title)（\(place.shortName)）"
    (notice.issuers, notice.responsibleBody, notice.form) = (issuers, responsibleBody, form)
    (notice.documentDate, notice.publishedOn, notice.withdrawn) = (documentDate, publishedOn, withdrawn)
    (notice.opensOn, notice.closesOn, notice.publicUntil) = (opensOn, closesOn, publicUntil)
    (notice.effectiveOn, notice.expiresOn) = (effectiveOn, expiresOn)
    (notice.disclosure, notice.disclosureGround, notice.isDraft) = (disclosure, disclosureGround, isDraft)
    (notice.topics, notice.themes, notice.audience, notice.keywords) = (topics, themes, audience, keywords)
    (notice.origin, notice.updates, notice.mayBeHidden) = (origin, updates, mayBeHidden)
    notice.localities = [place.name]
    notice.summary = table.summary
    notice.relations[.basedOn] = relations[.basedOn]
    notice.fields = fields
    notice.fields[field] = .table(table)
    notice.fields[KnownField.village.rawValue] = .text(place.shortName)
    (notice.body, notice.texts) = (body, [])
    return notice
  }
}

extension DataTable {
  /// How many rows it has, and its totals: 共46行，金额（元）合计33872.6。
  fileprivate var summary: String {
    let totals = columns.indices.filter { columns[$0].hasTotal }.map { index in
      let sum = rows.compactMap { ExactNumber($0.cells[index]) }.reduce(ExactNumber(0), +)
      return "，\(columns[index].label)合计\(sum.text)"
    }
    return "共\(rows.count)行\(totals.joined())。"
  }
}
