/// Gathers octets into replies, within bounds.
///
/// A bare LF ends a line too: since the conversation goes in lockstep, nothing can be smuggled by it.
package struct SMTPReplyParser: Sendable {
    /// The longest line, with its end.
    ///
    /// RFC 5321 section 4.5.3.1.5 promises 512; some relays need more.
    package static let longestLine = 2048

    /// The most lines of one reply.
    package static let mostLines = 128

    private var pending: [UInt8] = []
    private var scanned = 0
    private var code: Int?
    private var lines: [[UInt8]] = []

    /// A parser without any octets.
    package init() {}

    /// Whether no octet is waiting.
    package var isEmpty: Bool { pending.isEmpty && lines.isEmpty }

    /// Takes octets as they arrived, in pieces of any size.
    ///
    /// - Parameter octets: what was read from the connection.
    package mutating func append(_ octets: [UInt8]) {
        pending += octets
    }

    /// Forgets everything, as at the beginning of TLS (RFC 3207 section 4.2).
    package mutating func discard() {
        self = SMTPReplyParser()
    }

    /// The next complete reply, or nil while more octets are needed.
    ///
    /// - Returns: the reply, whose octets are consumed.
    /// - Throws: `SMTPReplyError`; the connection is of no use afterwards.
    package mutating func next() throws(SMTPReplyError) -> SMTPReply? {
        while let line = try takeLine() {
            if let reply = try add(line) { return reply }
        }
        return nil
    }

    private mutating func takeLine() throws(SMTPReplyError) -> [UInt8]? {
        guard let end = pending[scanned...].firstIndex(of: UInt8(ascii: "\n")) else {
            scanned = pending.count
            guard pending.count < Self.longestLine else { throw .lineTooLong }
            return nil
        }
        guard end < Self.longestLine else { throw .lineTooLong }
        var line = Array(pending[..<end])
        pending.removeFirst(end + 1)
        scanned = 0
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        return line
    }

    private mutating func add(_ line: [UInt8]) throws(SMTPReplyError) -> SMTPReply? {
        guard lines.count < Self.mostLines else { throw .tooManyLines }
        let lineCode = try Self.code(of: line)
        guard code == nil || code == lineCode else { throw .codeChanged }
        lines.append(Array(line.dropFirst(4)))
        guard line.count > 3, line[3] == UInt8(ascii: "-") else {
            let reply = SMTPReply(code: lineCode, lines: lines)
            (code, lines) = (nil, [])
            return reply
        }
        code = lineCode
        return nil
    }

    private static func code(of line: [UInt8]) throws(SMTPReplyError) -> Int {
        let digits = line.prefix(3)
        guard digits.count == 3, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            throw .malformed
        }
        guard line.count == 3 || line[3] == UInt8(ascii: " ") || line[3] == UInt8(ascii: "-") else { throw .malformed }
        let code = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        guard (200...599).contains(code) else { throw .malformed }
        return code
    }
}
