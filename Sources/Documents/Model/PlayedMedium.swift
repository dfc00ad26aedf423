import Base

/// A recording that browsers play where it stands in a text.
package enum PlayedMedium: Sendable, Hashable {
  case video, audio

  /// By the extension of a file or an address; nil for anything else.
  package init?(_ destination: String) {
    let path = String(destination.prefix { $0 != "?" && $0 != "#" })
    switch path.fileExtension {
    case "mp4", "m4v", "webm", "ogv", "mov": self = .video
    case "mp3", "m4a", "aac", "wav", "ogg", "oga", "opus", "flac": self = .audio
    default: return nil
    }
  }
}
