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
            try await listener.run { _ in
                if begun.isTrue.exchange(true, ordering: .relaxed) { logger.notice("commands are answered again") }
                heard.yield()
            }
            return "the system takes no connections there any more"
        } catch {
            guard begun.isTrue.load(ordering: .relaxed) else { throw error }
            return PageServer.words(about: error)
        }
    }

    /// Whether clients could ever connect.
    private final class Begun: Sendable {
        let isTrue = Atomic(false)
    }

    private var isToStop: Bool { Task.isShuttingDownGracefully || Task.isCancelled }
}
