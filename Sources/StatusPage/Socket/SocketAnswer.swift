internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

/// What goes back to a program that asked at a Unix socket.
package struct SocketAnswer: Sendable {
    package enum Status: Hashable, Sendable, CaseIterable {
        case ok
        case badRequest
        case forbidden
        case notFound
        case methodNotAllowed
        case contentTooLarge
    }

    private let status: Status
    private let content: SocketContent

    package init(_ status: Status, _ content: SocketContent) {
        self.status = status
        self.content = content
    }

    /// The answer as HTTP.
    ///
    /// Whatever was refused may not have been read to its end: the connection ends with it.
    func reply() async throws -> HTTPReply {
        var headers: HTTPFields = [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"]
        if status != .ok { headers[.connection] = "close" }
        if status == .methodNotAllowed { headers[.allow] = "POST" }
        return HTTPReply(
            response: Response(status: status.code, headers: headers, body: try await body()),
            endsConnection: status != .ok
        )
    }

    /// What is short goes at once: what comes behind the first piece may be lost where the connection ends with it.
    private func body() async throws -> ResponseBody {
        let first = try await Self.piece(of: content, at: 0)
        guard first.count < content.length else { return ResponseBody(byteBuffer: ByteBuffer(bytes: first)) }
        return ResponseBody(contentLength: content.length) { [content] writer in
            var sent = 0
            while sent < content.length {
                let piece = try await Self.piece(of: content, at: sent)
                try await writer.write(ByteBuffer(bytes: piece))
                sent += piece.count
            }
            try await writer.finish(nil)
        }
    }

    /// On a thread that may wait for a disk.
    private static func piece(of content: SocketContent, at place: Int) async throws -> [UInt8] {
        try await withTaskExecutorPreference(OwnThread.socket) { try content.piece(at: place) }
    }
}

extension SocketAnswer.Status {
    fileprivate var code: HTTPResponse.Status {
        switch self {
        case .ok: .ok
        case .badRequest: .badRequest
        case .forbidden: .forbidden
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .contentTooLarge: .contentTooLarge
        }
    }
}
