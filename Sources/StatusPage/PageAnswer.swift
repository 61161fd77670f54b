/// What the server sends back.
package struct PageAnswer: Sendable {
    package enum Status: Hashable, Sendable {
        case ok
        /// What a form asked for was done; the browser goes on to this path.
        case seeOther(path: String)
        case badRequest
        case forbidden
        case notFound
        case methodNotAllowed
        /// Nothing can be told for now; it is worth while to ask again after so many seconds.
        case unavailable(retryAfter: Int)
    }

    package enum ContentType: String, Hashable, Sendable {
        case html = "text/html; charset=utf-8"
        case css = "text/css; charset=utf-8"
        case svg = "image/svg+xml"
        case text = "text/plain; charset=utf-8"
        case json = "application/json"
        case csv = "text/csv; charset=utf-8; header=present"
        case workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case prometheusText = "text/plain; version=0.0.4; charset=utf-8"
        case openMetrics = "application/openmetrics-text; version=1.0.0; charset=utf-8"
    }

    /// How an answer may be kept.
    package enum Caching: Hashable, Sendable {
        /// By this browser, which asks each time whether it still holds (an ETag that the server makes of the bytes).
        case revalidated
        /// Not at all: pages with forms, health, metrics.
        case never
    }

    /// Where else to go from here, as the header `Link` says it (RFC 8288).
    package struct Link: Hashable, Sendable {
        package let relation: String
        /// Within the page's own addresses.
        package let path: String

        package init(_ relation: String, path: String) {
            self.relation = relation
            self.path = path
        }

        /// The value of the header: `</api/v1/status?after=wmo%2FGM0303>; rel="next"`.
        package var header: String { "<\(path)>; rel=\"\(relation)\"" }
    }

    package enum Body: Sendable {
        case bytes([UInt8])
    }

    package var status = Status.ok
    package let type: ContentType
    package let body: Body
    package var caching = Caching.revalidated
    /// What a browser saves it as; `nil` for what it shows.
    package var fileName: String?
    package var links: [Link] = []

    package init(
        _ status: Status = .ok,
        _ type: ContentType,
        _ body: Body,
        caching: Caching = .revalidated,
        fileName: String? = nil
    ) {
        self.status = status
        self.type = type
        self.body = body
        self.caching = caching
        self.fileName = fileName
    }

    /// A text as an answer.
    package init(
        _ status: Status = .ok,
        _ type: ContentType,
        text: String,
        caching: Caching = .revalidated,
        fileName: String? = nil
    ) {
        self.init(status, type, .bytes(Array(text.utf8)), caching: caching, fileName: fileName)
    }
}
