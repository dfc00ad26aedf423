import Base
import Publishing

/// Releases as a table whose columns align with Han characters; each with the number of files that differ from the one
/// below.
struct ReleaseTable {
  /// Leading digits of the tree hash that are shown.
  static let fingerprintLength = 16

  private static let time = "生成时间"
  private static let headings = ["编号", "有效性日期", time, "文件", "页面", "新增", "改动", "删除", "内容指纹"]
  private static let toTheLeft = ["有效性日期", time]

  private let rows: [[String]]

  /// - Parameters:
  ///   - releases: Newest first.
  ///   - zone: Of the times, an IANA name; nil: the computer's.
  init(_ releases: [Release], zone: String? = nil) {
    let before = releases.dropFirst().map(\.manifest) + [nil]
    let headings = Self.headings.map { $0 == Self.time ? $0 + "（\(zone ?? SystemClock.localZone)）" : $0 }
    rows = [headings] + zip(releases, before).map { Self.row($0, $1, zone) }
  }

  private static func row(_ release: Release, _ before: Manifest?, _ zone: String?) -> [String] {
    let place = [release.number.map(String.init) ?? "当前"]
    let time = SystemClock.localMinute(release.writtenAt, in: zone)
    guard let manifest = release.manifest else {
      return place + ["–", time] + Array(repeating: "–", count: 5) + ["清单已损坏"]
    }
    let changes = before.map(manifest.changes)
    let counts = [changes?.added, changes?.changed, changes?.removed].map { $0.map(String.init) ?? "–" }
    let information = manifest.information
    return place + [information.asOf, time, String(information.documents), String(information.pages)] + counts
      + [String(manifest.treeHash.prefix(fingerprintLength))]
  }

  /// Ends with a newline; numbers are right-aligned.
  var text: String {
    let widths = Self.headings.indices.map { column in rows.map { $0[column].displayWidth }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row.dropLast(), zip(Self.headings, widths)).map { cell, column in
        Self.toTheLeft.contains(column.0) ? cell.padded(to: column.1) : cell.leadPadded(to: column.1)
      }
      return (cells + row.suffix(1)).joined(separator: "  ") + "\n"
    }.joined()
  }
}
