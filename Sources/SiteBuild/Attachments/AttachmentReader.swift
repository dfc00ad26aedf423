import Auditing
import Base
import Disk
import Documents
import Guard
import OfficeFiles
import Publishing

/// Looks into the files that a site passes on to its readers, one at a time in each task, so that memory does not grow with their
/// number. What was read of a file is kept beside Output by its checksum, so that no night reads it again.
struct AttachmentReader: Sendable {
  let tree: any SourceTree
  let office: OfficeReader
  /// Nil where there is none.
  let store: OutputFolder?
  /// Whether what is kept there is believed.
  let trustsStore: Bool
  /// Whether what is read is kept there.
  let keeps: Bool
  /// Characters of a file that the search takes; 0 when nobody is going to search.
  let searched: Int
  let jobs: Int
  let progress: @Sendable (BuildProgress) -> Void

  /// What a picture says of itself stands in front of the picture.
  private static let pictureHead = 1 << 20

  /// Reads the files that the texts name.
  func readings(
    of files: [NamedFile], sizes: [String: Int], by textGuard: TextGuard
  ) async -> AttachmentReadings {
    var days: [String: CalendarDate?] = [:]
    for file in files where file.isPassedOn && OfficeReader.reads(file.path.fileExtension) {
      // An older text may use words that were right in its time.
      let day = file.day
      let other = days[file.path] ?? day
      days[file.path] = .some([day, other].compactMap(\.self).min())
    }
    let paths = days.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.filter { (sizes[$0] ?? 0) > 0 }
    if paths.isEmpty { return AttachmentReadings() }
    let made = days
    progress(BuildProgress(phase: .attachments, done: 0, total: paths.count))
    let found = await boundedMap(
      paths, jobs: jobs, chunk: 1,
      progress: { progress(BuildProgress(phase: .attachments, done: $0, total: paths.count)) }
    ) { path in
      reading(path, sizes[path] ?? 0, by: textGuard, made: made[path] ?? nil)
    }
    return AttachmentReadings(zip(paths, found))
  }

  /// Nil for a file that cannot be read: whoever needs it says so.
  private func reading(
    _ path: String, _ size: Int, by textGuard: TextGuard, made: CalendarDate?
  ) -> AttachmentReadings.Found? {
    guard size <= OfficeReader.mostBytes else { return AttachmentReadings.Found(AttachmentReading(.tooLarge)) }
    let (place, ending) = ("Content/" + path, path.fileExtension)
    let isPhoto = ["jpg", "jpeg"].contains(ending)
    guard let bytes = try? isPhoto ? tree.read(place, from: 0, count: Self.pictureHead) : tree.read(place) else {
      return nil
    }
    let key = OfficeReader.isCostly(bytes) ? "\(checksum(of: bytes))-\(OfficeReader.edition)" : nil
    do throws(OfficeFault) {
      let content = try content(bytes, ending, key)
      let seen = AttachmentGuard(content, textGuard, made: made)
      return AttachmentReadings.Found(
        AttachmentReading(content, sightings: seen.sightings), key: key,
        text: searched > 0 ? AttachmentText(content, seen: seen, limit: searched) : nil)
    } catch {
      return AttachmentReadings.Found(AttachmentReading(error), key: key)
    }
  }

  private func content(_ bytes: [UInt8], _ ending: String, _ key: String?) throws(OfficeFault) -> OfficeContent {
    if let key, trustsStore, let kept = try? store?.reading(key), let content = OfficeContent(kept: kept) {
      return content
    }
    let content = try office.read(bytes, ending: ending)
    // Without it, the next build merely has more to do.
    if keeps, content.textFault == nil, let key { try? store?.keep(reading: content.kept, key) }
    return content
  }
}

/// The findings in all files, and what was left unread.
struct AttachmentReadings: Sendable {
  private(set) var byPath: [String: AttachmentReading] = [:]
  /// The keys under which they are kept.
  private(set) var keys: Set<String> = []
  /// What the search knows of them, if anybody is going to search.
  private(set) var texts: [String: AttachmentText] = [:]

  /// What was found in one file.
  struct Found: Sendable {
    let reading: AttachmentReading
    let key: String?
    let text: AttachmentText?

    init(_ reading: AttachmentReading, key: String? = nil, text: AttachmentText? = nil) {
      (self.reading, self.key, self.text) = (reading, key, text)
    }
  }

  /// Of a site without attachments.
  init() {}

  init(_ found: some Sequence<(String, Found?)>) {
    for case (let path, let found?) in found {
      byPath[path] = found.reading
      if let key = found.key { keys.insert(key) }
      if let text = found.text, !text.passages.isEmpty { texts[path] = text }
    }
  }

  /// Adds the files of documents that are shown as they were, for the search and for the next build.
  mutating func add(held: AttachmentReadings) {
    keys.formUnion(held.keys)
    texts.merge(held.texts) { _, held in held }
  }

  /// How many were read, and how many not.
  var counts: AttachmentCounts {
    let faults = byPath.values.map(\.fault)
    return AttachmentCounts(
      read: faults.count { $0 == nil }, otherForm: faults.count { $0 == .otherForm },
      noReader: faults.count { $0 == .noReader }, cut: texts.values.count(where: \.isCut))
  }
}
