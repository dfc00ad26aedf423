import Base
import CExpat

/// Reads XML with expat, in one call, so that its time grows with the text whatever is in it.
///
/// A document type is refused: office files have none, and without one there are no entities but the five of XML and
/// characters by number, so that nothing in a text can grow or lead elsewhere.
package enum XMLReader {
  /// Why a text is not read to its end.
  package enum Fault: Error, Sendable, Hashable {
    /// Not well-formed, or in an encoding that no office file has.
    case malformed
    case documentType
    case tooDeep
  }

  /// Elements inside each other; what offices write stays below a hundred.
  static let mostDepth = 512
  /// Between a namespace and a name; no namespace that we know contains it.
  static let bar = CChar(UInt8(ascii: "|"))

  /// Hands everything in the document to the handler.
  ///
  /// - Parameter root: The name of the outermost element; a document with another is malformed, because a handler that knows no
  ///   element of it would find nothing, and say nothing. nil: any.
  package static func read<Handler: XMLHandler>(
    _ bytes: [UInt8], root: String? = nil, into handler: inout Handler
  ) throws(Fault) {
    let fault = withUnsafeMutablePointer(to: &handler) { handler in
      run(
        bytes,
        XMLSession(
          root: root, start: { handler.pointee.start($0, $1) }, end: { handler.pointee.end($0) },
          text: { handler.pointee.text($0) }))
    }
    if let fault { throw fault }
  }

  private static func run(_ bytes: [UInt8], _ session: XMLSession) -> Fault? {
    guard let parser = XML_ParserCreateNS(nil, bar), let length = Int32(exactly: bytes.count) else { return .malformed }
    defer { XML_ParserFree(parser) }
    session.parser = parser
    return withExtendedLifetime(session) {
      XML_SetUserData(parser, Unmanaged.passUnretained(session).toOpaque())
      XML_SetStartDoctypeDeclHandler(parser) { session, _, _, _, _ in XMLSession.of(session)?.stop(.documentType) }
      XML_SetElementHandler(
        parser, { session, name, attributes in XMLSession.of(session)?.open(name, attributes) },
        { session, name in XMLSession.of(session)?.close(name) })
      XML_SetCharacterDataHandler(parser) { session, text, length in XMLSession.of(session)?.add(text, length) }
      let status = bytes.withUnsafeBytes { raw in
        XML_Parse(parser, raw.bindMemory(to: CChar.self).baseAddress, length, 1)
      }
      return session.fault ?? (status == XML_STATUS_OK ? nil : .malformed)
    }
  }
}

/// What expat's functions know while a text is read.
private final class XMLSession {
  private let root: String?
  private let start: (String, XMLAttributes) -> Void
  private let end: (String) -> Void
  private let text: (Bytes) -> Void
  var parser: XML_Parser?
  private(set) var fault: XMLReader.Fault?
  private var depth = 0
  /// The namespace of the last element, which mostly is that of the next, and its prefix.
  private var last: (namespace: [CChar], prefix: String) = ([], "")

  init(
    root: String?, start: @escaping (String, XMLAttributes) -> Void, end: @escaping (String) -> Void,
    text: @escaping (Bytes) -> Void
  ) {
    (self.root, self.start, self.end, self.text) = (root, start, end, text)
  }

  static func of(_ pointer: UnsafeMutableRawPointer?) -> XMLSession? {
    pointer.map { Unmanaged<XMLSession>.fromOpaque($0).takeUnretainedValue() }
  }

  func stop(_ fault: XMLReader.Fault) {
    self.fault = self.fault ?? fault
    _ = XML_StopParser(parser, 0)
  }

  func open(_ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    guard let name, fault == nil else { return }
    depth += 1
    if depth > XMLReader.mostDepth { return stop(.tooDeep) }
    let short = short(name)
    if depth == 1, let root, short != root { return stop(.malformed) }
    start(short, XMLAttributes(pairs: attributes))
  }

  func close(_ name: UnsafePointer<CChar>?) {
    guard let name, fault == nil else { return }
    depth -= 1
    end(short(name))
  }

  func add(_ text: UnsafePointer<CChar>?, _ length: Int32) {
    guard let text, fault == nil else { return }
    text.withMemoryRebound(to: UInt8.self, capacity: Int(length)) { self.text(Bytes(start: $0, count: Int(length))) }
  }

  /// The name with the short prefix of its namespace.
  private func short(_ name: UnsafePointer<CChar>) -> String {
    var length = 0
    var bar: Int?
    while name[length] != 0 {
      if name[length] == XMLReader.bar { bar = length }
      length += 1
    }
    guard let bar else { return String(cString: name) }
    let namespace = UnsafeBufferPointer(start: name, count: bar)
    if !last.namespace.elementsEqual(namespace) {
      let prefix = XMLNamespaces.prefixes[String(decoding: namespace.map(UInt8.init(bitPattern:)), as: UTF8.self)]
      last = (Array(namespace), prefix.map { $0 + ":" } ?? "")
    }
    return last.prefix + String(cString: name + bar + 1)
  }
}
