/// A change to a line of the source on its way to libcmark.
struct Edit: Comparable {
  /// Where it happens.
  let offset: Int
  /// How many bytes of the source are left out there.
  var removed = 0
  /// What stands there instead.
  let inserted: [UInt8]

  /// A backslash before the sign at an offset: it is text.
  static func escape(_ offset: Int) -> Edit { Edit(offset: offset, inserted: [0x5C]) }

  /// At one offset, what a footnote's mark needs stands first, and a backslash directly before its sign.
  static func < (a: Edit, b: Edit) -> Bool { (a.offset, a.rank) < (b.offset, b.rank) }

  private var rank: Int {
    switch inserted.first {
    case 0x5C: 2
    case Transcription.inner, Transcription.outer: 1
    default: 0
    }
  }
}
