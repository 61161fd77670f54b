package import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle

/// Answers programs of this machine over HTTP at a Unix socket.
package struct SocketServer: Sendable {
    /// Answers a request; an error ends its connection.
    package typealias Responder = @Sendable (SocketRequest) async throws -> SocketAnswer

    /// Why nobody can listen there.
    package enum Fault: Error, Hashable {
        case holdsSomethingElse
        case isTaken
        case refused(why: String)
    }

    private let path: String
    private let limits: ServerLimits
    private let places: ConnectionPlaces
    private let logger: Logger
    private let responder: Responder

    /// A server that has not begun yet.
    ///
    /// - Parameters:
    ///   - path: of the socket.
    ///   - mostConnections: so many clients have a place at once.
    ///   - patience: the seconds without a byte after which a client that is waited for is given up.
    ///   - sendTime: the seconds after which an answer is given up that its reader has not taken whole.
    ///   - logger: for the library.
    ///   - hearNonsense: is called when something comes that is no HTTP.
    ///   - responder: answers a request.
    package init(
        path: String,
        mostConnections: Int,
        patience: Double,
        sendTime: Double,
        logger: Logger,
        hearNonsense: @escaping @Sendable () -> Void,
        responder: @escaping Responder
    ) {
        self.path = path
        self.logger = logger
        self.responder = responder
        var limits = ServerLimits()
        limits.mostConnections = mostConnections
        (limits.idleTime, limits.lifeTime, limits.isForOneAnswer) = (nil, nil, true)
        (limits.bodyTime, limits.stallTime) = (patience, patience)
        limits.sendTime = sendTime
        self.limits = limits
        places = ConnectionPlaces(limits, patience: patience, hearNonsense: hearNonsense)
    }

    /// Does the work, and serves from before its beginning until after its end.
    ///
    /// Whoever is being answered at the end has a moment more (``ServerLimits/farewellTime``).
    ///
    /// - Throws: ``Fault``; what the work throws.
    package func serve(while work: () async throws -> Void) async throws {
        let (listening, heard) = AsyncStream.makeStream(of: Void.self)
        var quiet = logger
        quiet.logLevel = .critical
        let service = SocketListening(listener: listener, logger: logger, heard: heard)
        let services = ServiceGroup(services: [service], logger: quiet)
        let outcome = try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await services.run() }
            guard await listening.first(where: { _ in true }) != nil else {
                do {
                    try await tasks.next()
                } catch {
                    throw Fault(error)
                }
                throw Fault.refused(why: "it takes no connections")
            }
            // Thrown here it would cancel the server, which has to say farewell.
            let outcome = await Self.outcome(of: work)
            await services.triggerGracefulShutdown()
            return outcome
        }
        try outcome.get()
    }

    private static func outcome(of work: () async throws -> Void) async -> Result<Void, any Error> {
        do {
            return .success(try await work())
        } catch {
            return .failure(error)
        }
    }

    private var listener: HTTPListener {
        HTTPListener(
            place: .socket(path: path),
            limits: limits,
            // Its threads only parse, the answers are made elsewhere; and they never end, as what the library leaves behind
            // when it stops listening needs.
            group: MultiThreadedEventLoopGroup.singleton,
            logger: logger,
            places: places
        ) { [limits, places, responder] request, channel in
            guard let user = await channel.peerUser() else { throw NobodyKnown() }
            let asked = SocketRequest(request, of: user, on: channel, places, limits)
            return try await Self.unlessItGoes(channel) { try await responder(asked).reply() }
        }
    }

    /// Does the work, and cancels it when the client goes away.
    private static func unlessItGoes<Outcome: Sendable>(
        _ channel: any Channel,
        _ work: @escaping @Sendable () async throws -> Outcome
    ) async throws -> Outcome {
        let task = Task { try await work() }
        channel.closeFuture.whenComplete { _ in task.cancel() }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }

    private struct NobodyKnown: Error {}
}

extension SocketServer.Fault {
    fileprivate init(_ error: any Error) {
        self =
            switch error {
            case SocketFile.Fault.holdsSomethingElse: .holdsSomethingElse
            case SocketFile.Fault.isTaken: .isTaken
            default: .refused(why: PageServer.words(about: error))
            }
    }
}
