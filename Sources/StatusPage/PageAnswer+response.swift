internal import HTTPTypes
internal import HummingbirdCore
internal import Indicators
internal import NIOCore

extension PageAnswer {
    /// The answer as HTTP.
    ///
    /// - Parameters:
    ///   - head: of the request that it answers.
    ///   - now: for the header `Date`.
    /// - Returns: the response; to HEAD without its body.
    func response(to head: HTTPRequest, at now: Instant) -> Response {
        var headers = HTTPFields.common(at: now)
        headers[.contentType] = type.rawValue
        headers[.cacheControl] = isRevalidated ? "private, no-cache" : "no-store"
        headers[.contentDisposition] = fileName.map(AttachmentName.header)
        if !links.isEmpty, let name = HTTPField.Name("Link") {
            headers[name] = links.map(\.header).joined(separator: ", ")
        }
        for (name, value) in status.headers(head.method) { headers[name] = value }
        switch body {
        case .bytes(let bytes): return response(of: bytes, to: head, headers)
        }
    }

    private var isRevalidated: Bool { status == .ok && caching == .revalidated }

    private func response(of bytes: [UInt8], to head: HTTPRequest, _ headers: HTTPFields) -> Response {
        var headers = headers
        if isRevalidated {
            let tag = EntityTag(bytes)
            headers[.eTag] = tag.written
            if head.headerFields[.ifNoneMatch].map(tag.matches) == true {
                return Response(status: .notModified, headers: headers)
            }
        }
        let response = Response(
            status: status.code,
            headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
        return head.method == .head ? response.createHeadResponse() : response
    }
}

extension PageAnswer.Status {
    fileprivate var code: HTTPResponse.Status {
        switch self {
        case .ok: .ok
        case .seeOther: .seeOther
        case .badRequest: .badRequest
        case .forbidden: .forbidden
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .unavailable: .serviceUnavailable
        }
    }

    /// The headers that go with it.
    fileprivate func headers(_ method: HTTPRequest.Method) -> [(HTTPField.Name, String)] {
        switch self {
        case .seeOther(let path): [(.location, path.hasPrefix("/") && !path.hasPrefix("//") ? path : "/")]
        case .methodNotAllowed: [(.allow, method == .post ? "GET, HEAD" : "POST")]
        case .unavailable(let seconds): [(.retryAfter, "\(seconds)")]
        case .ok, .badRequest, .forbidden, .notFound: []
        }
    }
}

extension HTTPFields {
    /// What stands above every answer: a page runs no script, loads nothing of elsewhere, and is shown within no other.
    static func common(at now: Instant) -> HTTPFields {
        var headers: HTTPFields = [
            .date: HTTPDate.written(now),
            .contentSecurityPolicy: """
            default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
            frame-ancestors 'none'
            """,
            .xContentTypeOptions: "nosniff",
            .crossOriginResourcePolicy: "same-origin",
        ]
        for (name, value) in [("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin")] {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return headers
    }
}
