internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore

/// What a program asks at a Unix socket; its body has not come yet.
package struct SocketRequest: Sendable {
    /// More came, or is announced, than is taken.
    package struct TooLong: Error, Hashable {
        package init() {}
    }

    /// The user at the other end, as the kernel says.
    package let user: UInt32
    private let request: Request
    private let channel: any Channel
    private let places: ConnectionPlaces
    private let limits: ServerLimits

    init(
        _ request: Request,
        of user: UInt32,
        on channel: any Channel,
        _ places: ConnectionPlaces,
        _ limits: ServerLimits
    ) {
        self.user = user
        self.request = request
        self.channel = channel
        self.places = places
        self.limits = limits
    }

    package var isPost: Bool { request.method == .post }

    /// The path as it was sent.
    package var target: String { request.head.path ?? "" }

    /// The bytes of the body, as its sender says; `nil` where it does not.
    package var announcedLength: Int? { request.headers[.contentLength].flatMap { Int($0) } }

    /// The value of a header; `nil` where it has none, or several.
    package func header(_ name: String) -> String? {
        let values = HTTPField.Name(name).map { request.headers[values: $0] } ?? []
        return values.count == 1 ? values[0] : nil
    }

    /// All of a short body.
    ///
    /// - Throws: ``TooLong``, and what the connection ended of.
    package func body(upTo limit: Int) async throws -> [UInt8] {
        var limits = limits
        limits.longestBody = limit
        do {
            return try await whileItIsAwaited { try await request.wholeBody(within: limits, on: channel) }
        } catch Refusal.bodyTooLong {
            throw TooLong()
        }
    }

    /// Gives a body of any length in pieces, as they come.
    ///
    /// What `take` throws is thrown when the rest has come as well, so that its sender can be told.
    ///
    /// - Parameters:
    ///   - length: what it has, as its sender announced.
    ///   - take: is called on a thread that may wait for a disk.
    /// - Throws: what `take` throws, and what the connection ended of.
    package func pieces(of length: Int, _ take: @Sendable ([UInt8]) throws -> Void) async throws {
        try await whileItIsAwaited {
            try await withTaskExecutorPreference(OwnThread.socket) {
                var (count, fault) = (0, (any Error)?.none)
                for try await piece in request.body {
                    count += piece.readableBytes
                    guard fault == nil else { continue }
                    do { try take(Array(piece.readableBytesView)) } catch { fault = error }
                }
                // The library takes the end of a connection for the end of a body.
                guard count == length else { throw Request.CutOff() }
                if let fault { throw fault }
            }
        }
    }

    /// Whoever sends may be given up for silence; whoever waits for an answer is not.
    private func whileItIsAwaited<Outcome>(_ work: () async throws -> Outcome) async rethrows -> Outcome {
        places.note(channel, isAsking: true)
        defer { places.note(channel, isAsking: false) }
        return try await work()
    }
}
