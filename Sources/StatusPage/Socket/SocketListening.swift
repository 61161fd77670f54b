internal import Logging
internal import ServiceLifecycle
internal import Synchronization

/// Listens at a Unix socket until it is asked to stop, and begins again where the system ended that.
///
/// A server stops taking connections when the system refuses it one for a reason that it does not know: nobody could ask the
/// daemon anything from then on, while the watch goes on.
struct SocketListening: Service {
    let listener: HTTPListener
    let logger: Logger
    /// Is given something each time that clients can connect, and is over with the listening.
    let heard: AsyncStream<Void>.Continuation

    /// - Throws: why nobody could listen there the first time.
    func run() async throws {
        defer { heard.finish() }
        let begun = Begun()
        var told: String?
        while !isToStop {
            let why = try await end(begun)
            guard !isToStop else { return }
            if why != told { logger.error("commands are not answered: \(why); the socket is opened again") }
            told = why
            // Where it is to stop, the pause ends at once.
            try? await cancelWhenGracefulShutdown {
                try await Task.sleep(for: .seconds(listener.limits.socketRetryTime))
            }
        }
    }

    /// Listens; gives why that ended, and throws it where it never began.
    private func end(_ begun: Begun) async throws -> String {
        do {
            try await listenUntilOver(begun)
            return "the system takes no connections there any more"
        } catch {
            guard begun.isTrue.load(ordering: .relaxed) else { throw error }
            return PageServer.words(about: error)
        }
    }

    /// Listens until it is asked to stop, or no further clients can connect; then those that are connected have a moment more.
    ///
    /// The library waits for all of them, and one may wait for hours.
    private func listenUntilOver(_ begun: Begun) async throws {
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await listen(begun) { end.finish() } }
            tasks.addTask {
                for await _ in ends {}
                try await Task.sleep(for: .seconds(listener.limits.farewellTime))
                // Where it is to stop, whoever is connected is seen to by that.
                if Task.isShuttingDownGracefully { try await Task.sleep(for: .seconds(3600)) }
            }
            defer { tasks.cancelAll() }
            try await tasks.next()
        }
    }

    private func listen(_ begun: Begun, isOver: @escaping @Sendable () -> Void) async throws {
        try await listener.run(
            { _ in
                if begun.isTrue.exchange(true, ordering: .relaxed) { logger.notice("commands are answered again") }
                heard.yield()
            },
            isOver: isOver
        )
    }

    /// Whether clients could ever connect.
    private final class Begun: Sendable {
        let isTrue = Atomic(false)
    }

    private var isToStop: Bool { Task.isShuttingDownGracefully || Task.isCancelled }
}
