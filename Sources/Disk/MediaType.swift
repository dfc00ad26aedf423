/// IANA media types by file name, as a web server sends them; `application/octet-stream` for unknown extensions.
package enum MediaType {
  /// The media type of a file by its path or name.
  package static func of(path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(path).utf8[...]
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return unknown }
    let ending = String(decoding: name[name.index(after: dot)...], as: UTF8.self).lowercased()
    return byEnding[ending] ?? unknown
  }

  private static let unknown = "application/octet-stream"

  private static let byEnding: [String: String] = [
    "html": "text/html", "htm": "text/html", "css": "text/css", "js": "text/javascript", "mjs": "text/javascript",
    "json": "application/json", "jsonl": "application/jsonl", "map": "application/json", "csv": "text/csv",
    "atom": "application/atom+xml", "rss": "application/rss+xml", "xml": "application/xml",
    "xsl": "application/xslt+xml",
    "txt": "text/plain", "md": "text/markdown", "ics": "text/calendar", "webmanifest": "application/manifest+json",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "avif": "image/avif", "ico": "image/vnd.microsoft.icon", "bmp": "image/bmp",
    "tif": "image/tiff", "tiff": "image/tiff",
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "wav": "audio/wav", "ogg": "audio/ogg", "mp4": "video/mp4",
    "webm": "video/webm", "mov": "video/quicktime", "vtt": "text/vtt",
    "pdf": "application/pdf", "ofd": "application/ofd", "rtf": "application/rtf",
    "doc": "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "wps": "application/vnd.ms-works", "et": "application/vnd.ms-excel", "dps": "application/vnd.ms-powerpoint",
    "zip": "application/zip", "gz": "application/gzip", "br": "application/x-brotli",
    "7z": "application/x-7z-compressed",
    "rar": "application/vnd.rar", "tar": "application/x-tar",
    "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf",
  ]
}
