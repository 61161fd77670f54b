internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

extension Request {
    /// The connection ended before the body did.
    struct CutOff: Error {}

    /// Whether a body goes with it, or may (RFC 9112 section 6.3).
    var hasBody: Bool {
        headers[.transferEncoding] != nil || headers[.contentLength].map { $0 != "0" } == true
    }

    private var announcedLength: Int? { headers[.contentLength].flatMap { Int($0) } }

    /// All of the body.
    ///
    /// - Throws: ``Refusal/bodyTooLong``, ``CutOff``, and what the connection ended of.
    func wholeBody(within limits: ServerLimits, on channel: any Channel) async throws -> [UInt8] {
        guard hasBody else { return [] }
        guard announcedLength ?? 0 <= limits.longestBody else { throw Refusal.bodyTooLong }
        // Whoever sends it drop by drop is never silent, so that the library waits for ever.
        let deadline = channel.end(in: limits.bodyTime)
        defer { deadline.cancel() }
        var bytes: [UInt8] = []
        for try await piece in body {
            guard bytes.count + piece.readableBytes <= limits.longestBody else { throw Refusal.bodyTooLong }
            bytes += piece.readableBytesView
        }
        // The library takes the end of a connection for the end of a body.
        guard channel.isActive, announcedLength ?? bytes.count == bytes.count else { throw CutOff() }
        return bytes
    }
}
