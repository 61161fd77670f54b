internal import HTTPTypes
internal import HummingbirdCore
internal import Indicators
internal import Logging
internal import NIOCore
internal import ServiceLifecycle

/// Answers HTTP at one address, within limits.
///
/// What is no HTTP the library refuses by itself: 400, without a body, and the end of the connection.
struct HTTPListener: Sendable {
    /// The connection is done with.
    private struct Done: Error {}

    let place: PageListener
    let limits: ServerLimits
    let group: any EventLoopGroup
    let logger: Logger
    /// Who has a place, where a silent client makes room for another; without them a further one waits until one ends.
    var places: ConnectionPlaces?
    /// Answers a request on a connection; an error ends the connection.
    let reply: @Sendable (Request, any Channel) async throws -> HTTPReply

    /// Listens until the task is asked to stop.
    ///
    /// - Parameters:
    ///   - isListening: is called when clients can connect, with the port.
    ///   - isOver: is called when no further ones can; those that are connected may be answered yet.
    /// - Throws: why nobody can listen there.
    func run(
        _ isListening: @escaping @Sendable (_ port: Int?) -> Void,
        isOver: @escaping @Sendable () -> Void = {}
    ) async throws {
        guard case .socket(let path) = place else {
            return try await listen { isListening($0.localAddress?.port) }
        }
        let file = SocketFile(path: path)
        try await file.checkIsFree()
        defer { file.remove() }
        try await listen { channel in
            channel.closeFuture.whenComplete { _ in isOver() }
            if let fault = file.open() {
                logger.warning("others may be kept from '\(path.shownSafely())': it is not the group's: \(fault)")
            }
            isListening(nil)
        }
    }

    private func listen(_ isListening: @escaping @Sendable (any Channel) -> Void) async throws {
        // The library tells of every connection; what matters to people is said by whoever runs this.
        var quiet = logger
        quiet.logLevel = .critical
        let server = try HTTPServerBuilder.http1(configuration: channels).buildServer(
            configuration: ServerConfiguration(
                address: address,
                availableConnectionsDelegate: places
                    ?? MaximumAvailableConnections(limits.mostConnections, logger: quiet)
            ),
            eventLoopGroup: group,
            logger: quiet,
            responder: { (request, writer: consuming ResponseWriter, channel) in
                try await serve(request, writer, channel)
            },
            onServerRunning: { isListening($0) }
        )
        try await server.run()
    }

    private var address: BindAddress {
        switch place {
        case .network(let host, let port): .hostname(host, port: port)
        case .socket(let path): .unixDomainSocket(path: path)
        }
    }

    private var channels: HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            additionalChannelHandlers: handlers,
            idleTimeout: limits.idleTime.map { TimeAmount.milliseconds(Int64($0 * 1000)) },
            httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
                maxHeaderFieldSize: limits.longestHeader,
                maxHeaderListSize: limits.longestHeaders,
                maxHeaderFieldCount: limits.mostHeaders
            )
        )
    }

    private var handlers: [any RemovableChannelHandler] {
        var handlers: [any RemovableChannelHandler] = [ConnectionGuard(limits: limits)]
        if let places { handlers.append(PlaceKeeper(places)) }
        return handlers
    }

    private func serve(_ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel) async throws {
        channel.triggerUserOutboundEvent(ConnectionGuard.Sign.answerBegins, promise: nil)
        let reply = try await reply(request, channel)
        channel.triggerUserOutboundEvent(ConnectionGuard.Sign.answerIsKnown, promise: nil)
        try await writer.write(response: reply.response.head, body: reply.response.body)
        channel.triggerUserOutboundEvent(ConnectionGuard.Sign.answerEnds, promise: nil)
        guard !reply.endsConnection else { throw Done() }
        // The library ends it where the word is in lower case and stands alone; a client that waits for the end must not
        // depend on that.
        if request.headers[.connection].map(Self.asksForTheEnd) == true { channel.close(mode: .output, promise: nil) }
    }

    private static func asksForTheEnd(_ connection: String) -> Bool {
        connection != "close"
            && connection.lowercased().split(separator: ",").contains { $0.filter { $0 != " " } == "close" }
    }
}
