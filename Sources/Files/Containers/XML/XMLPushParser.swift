internal import CExpat
internal import SystemPackage

/// A parser that is given XML piece by piece and holds no more of it than one piece and one token.
///
/// Around expat: document types are refused, depth and tokens have bounds, and what a handler throws ends the work.
final class XMLPushParser {
    enum Progress {
        case needsMore
        /// A handler asked for it.
        case paused
        case finished
    }

    private static let deepest = 64
    private static let longestToken = 1 << 20
    private static let chunkSize: Int32 = 65_536

    private let parser: XML_Parser
    private var handler: (any XMLHandler)?
    private var failure: (any Error)?
    private var depth = 0
    private var given = 0
    private var isPaused = false
    private var isLast = false

    init() throws {
        guard let parser = XML_ParserCreateNS(nil, CChar(UInt8(ascii: "|"))) else {
            throw FileSystemFault.failed(call: "parse", path: "XML", code: .noMemory)
        }
        self.parser = parser
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { state, name, attributes in XMLPushParser.of(state)?.start(name, attributes) },
            { state, name in XMLPushParser.of(state)?.end(name) }
        )
        XML_SetCharacterDataHandler(parser) { state, bytes, count in XMLPushParser.of(state)?.text(bytes, count) }
        XML_SetStartDoctypeDeclHandler(parser) { state, _, _, _, _ in
            XMLPushParser.of(state)?.stop(XMLFault.documentType)
        }
    }

    deinit { XML_ParserFree(parser) }

    private static func of(_ state: UnsafeMutableRawPointer?) -> XMLPushParser? {
        state.map { Unmanaged<XMLPushParser>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Parses the next piece, or goes on with the one in which it rested.
    ///
    /// - Parameters:
    ///   - handler: is told what stands in it.
    ///   - fill: puts the next piece into the buffer and says how long it is; 0 at the end.
    /// - Throws: ``XMLFault``, and what the handler or `fill` throws.
    /// - Returns: whether it is at the end, rests, or needs more.
    func advance(
        _ handler: any XMLHandler,
        fill: (UnsafeMutableRawBufferPointer) throws -> Int
    ) throws -> Progress {
        self.handler = handler
        defer { self.handler = nil }
        let status = try isPaused ? XML_ResumeParser(parser) : parsePiece(fill)
        if let failure { throw failure }
        isPaused = status == XML_STATUS_SUSPENDED
        if isPaused { return .paused }
        guard status == XML_STATUS_OK else { throw XMLFault.damaged(line: Int(XML_GetCurrentLineNumber(parser))) }
        // What the parser holds back is the beginning of a token, which it looks through again with each piece.
        guard isLast || given - Int(XML_GetCurrentByteIndex(parser)) <= Self.longestToken else {
            throw XMLFault.tokenTooLong
        }
        return isLast ? .finished : .needsMore
    }

    private func parsePiece(_ fill: (UnsafeMutableRawBufferPointer) throws -> Int) throws -> XML_Status {
        guard let buffer = XML_GetBuffer(parser, Self.chunkSize) else { throw XMLFault.tokenTooLong }
        let count = try fill(UnsafeMutableRawBufferPointer(start: buffer, count: Int(Self.chunkSize)))
        given += count
        isLast = count == 0
        return XML_ParseBuffer(parser, Int32(count), isLast ? 1 : 0)
    }

    private func start(
        _ name: UnsafePointer<CChar>?,
        _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        guard failure == nil, let name, let handler else { return }
        depth += 1
        guard depth <= Self.deepest else { return stop(XMLFault.tooDeep) }
        do { try handler.start(XMLName(name), XMLAttributes(attributes)) } catch { stop(error) }
    }

    private func end(_ name: UnsafePointer<CChar>?) {
        guard failure == nil, let name, let handler else { return }
        depth -= 1
        do {
            if try handler.end(XMLName(name)) == .pause { XML_StopParser(parser, XML_Bool(XML_TRUE)) }
        } catch {
            stop(error)
        }
    }

    private func text(_ bytes: UnsafePointer<CChar>?, _ count: Int32) {
        guard failure == nil, let bytes, let handler else { return }
        let start = UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt8.self)
        do { try handler.text(UnsafeBufferPointer(start: start, count: Int(count))) } catch { stop(error) }
    }

    private func stop(_ reason: any Error) {
        guard failure == nil else { return }
        failure = reason
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }
}
