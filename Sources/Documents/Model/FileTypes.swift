/// Which files a site publishes beside its pages, by their extension in lower case (docs/handbook.zh.md, 附件). What a
/// browser, a server or a computer would run is never among them, whatever site.yml adds.
package enum FileTypes {
  /// What everybody can open and nothing runs. XML is not here: browsers show it as a page, with scripts; GPKG, DWG and the
  /// like are for a site that has readers for them (`attachmentTypes`).
  package static let published: Set<String> = [
    // Documents, of Chinese office programs and archives too.
    "pdf", "ofd", "ceb", "cebx", "doc", "docx", "wps", "wpt", "rtf", "odt", "txt",
    // Tables, presentations.
    "xls", "xlsx", "et", "ett", "ods", "csv", "tsv", "ppt", "pptx", "pps", "ppsx", "dps", "dpt", "odp",
    // Pictures; SVG only after a look into it.
    "jpg", "jpeg", "png", "gif", "webp", "avif", "bmp", "svg", "tif", "tiff", "heic", "heif",
    // Archives.
    "zip", "7z", "rar", "tar", "gz", "tgz", "bz2", "xz",
    // Sound and film that browsers play, and their words.
    "mp3", "m4a", "aac", "wav", "ogg", "oga", "opus", "flac", "mp4", "m4v", "webm", "ogv", "mov", "vtt", "srt",
    // Data.
    "json", "jsonl", "geojson", "ics",
  ]

  /// Published with a warning: they may contain programs, which most offices' computers refuse to run.
  package static let withMacros: Set<String> = ["docm", "dotm", "xlsm", "xltm", "xlsb", "pptm", "potm", "ppsm"]

  /// What a browser runs or shows as a page of the site, and what a web server runs.
  package static let active: Set<String> = [
    "html", "htm", "xhtml", "xht", "shtml", "shtm", "stm", "mht", "mhtml", "htc", "js", "mjs", "cjs", "jsx", "wasm",
    "svgz", "xml", "xsl", "xslt", "xsd", "dtd", "rdf", "rss", "atom", "mathml", "kml", "gml", "xul", "swf",
    "webmanifest", "manifest", "appcache", "htaccess", "htpasswd", "config", "php", "php3", "php4", "php5", "php7",
    "php8", "phtml", "phar", "asp", "aspx", "ashx", "asmx", "asa", "cer", "jsp", "jspx", "cgi", "fcgi", "pl", "py",
    "rb",
  ]

  /// What a computer runs, or follows to somewhere else.
  package static let programs: Set<String> = [
    "exe", "com", "bat", "cmd", "scr", "pif", "msi", "msp", "mst", "msc", "dll", "ocx", "sys", "drv", "cpl", "jse",
    "vb", "vbs", "vbe", "ws", "wsf", "wsh", "wsc", "hta", "ps1", "psm1", "psd1", "jar", "apk", "aab", "ipa", "hap",
    "reg", "inf", "scf", "lnk", "url", "website", "webloc", "desktop", "rdp", "appref-ms", "application", "gadget",
    "library-ms", "search-ms", "settingcontent-ms", "diagcab", "xll", "xlam", "xla", "ppam", "sh", "bash", "csh",
    "zsh", "command", "run", "bin", "so", "dylib", "deb", "rpm", "appimage", "snap", "flatpak", "dmg", "pkg", "app",
    "chm", "iso", "img", "vhd", "vhdx",
  ]

  /// Endings that do something even in the middle of a name (`x.php.pdf`), by which some servers go. Words that names of
  /// sites have as well (`com`) are not among them.
  package static let activeInside = active.subtracting(["cer", "config", "manifest", "pl", "py", "rb"])

  /// What web servers send compressed: `x.csv.gz` would be taken for the compressed copy of `x.csv`.
  package static let compressible: Set<String> = [
    "html", "css", "js", "mjs", "json", "jsonl", "geojson", "xml", "atom", "csv", "tsv", "txt", "svg", "ics",
  ]
}

/// What speaks against a file, found by looking into it.
package enum FileFault: Sendable, Hashable {
  /// Its first bytes are those of a web page or of a program: 网页, 程序.
  case runs(String)
  /// A picture (SVG) with a script or something like it: the part in question.
  case script(String)
  /// It contains macros, though its name does not say so.
  case macros
  /// It is a file of another type: PDF, ZIP.
  case isRather(String)
}
