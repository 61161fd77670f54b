internal import Glibc
package import Indicators
package import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle

/// Serves the status page.
///
/// It never ends by itself: an address at which nobody can listen is told and tried again, and whoever runs beside it goes on.
package struct PageServer: Service {
    /// Called when clients can connect to a listener, with its port.
    package typealias Listening = @Sendable (_ listener: PageListener, _ port: Int?) -> Void

    private let listeners: [PageListener]
    private let responder: PageResponder
    private let limits: ServerLimits
    private let logger: Logger
    private let isListening: Listening

    /// A server that has not begun yet.
    ///
    /// - Parameters:
    ///   - listeners: where it listens.
    ///   - access: under which name it is reached, and who is believed.
    ///   - limits: what one client may take.
    ///   - language: of what the server says itself.
    ///   - source: answers what gets through.
    ///   - now: the moment that tokens and answers are made at.
    ///   - logger: hears where it listens, and why it cannot.
    ///   - isListening: is called when clients can connect.
    package init(
        at listeners: [PageListener],
        access: PageAccess,
        limits: ServerLimits = ServerLimits(),
        language: Language,
        source: any PageSource,
        now: @escaping @Sendable () -> Instant,
        logger: Logger,
        isListening: @escaping Listening = { _, _ in }
    ) {
        self.listeners = listeners
        self.limits = limits
        self.logger = logger
        self.isListening = isListening
        responder = PageResponder(
            gate: PageGate(access: access, key: FormKey(), limits: limits),
            source: source,
            language: language,
            now: now
        )
    }

    /// Serves until the task is asked to stop; whoever is being answered then has a moment more (``ServerLimits/farewellTime``).
    ///
    /// - Throws: where the server's own thread cannot be ended.
    package func run() async throws {
        // One thread: it only parses, and the answers are made elsewhere.
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        await withTaskGroup(of: End.self) { tasks in
            for listener in listeners {
                tasks.addTask {
                    await keepListening(at: listener, group)
                    return .ofListener
                }
            }
            tasks.addTask { await farewell() }
            var left = listeners.count
            while left > 0, let end = await tasks.next() {
                switch end {
                case .ofListener: left -= 1
                case .ofFarewell: tasks.cancelAll()
                }
            }
            tasks.cancelAll()
        }
        try await group.shutdownGracefully()
    }

    private enum End {
        case ofListener
        /// Whatever is still being made is waited for no longer.
        case ofFarewell
    }

    /// Waits until the server was asked to stop, and whoever was being answered has had the time for it.
    private func farewell() async -> End {
        try? await gracefulShutdown()
        try? await Task.sleep(for: .seconds(limits.farewellTime))
        return .ofFarewell
    }

    private func keepListening(at place: PageListener, _ group: any EventLoopGroup) async {
        let listener = HTTPListener(place: place, limits: limits, group: group, logger: logger) { request, channel in
            try await responder.reply(to: request, on: channel, at: place)
        }
        var told: String?
        while !isToStop {
            guard let why = await end(of: listener) else { return }
            if why != told { logger.error("\(words(place, why))") }
            told = why
            // Where it is to stop, the pause ends at once.
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(limits.retryTime)) }
        }
    }

    /// Listens; gives why that ended, or did not begin, and `nil` where it was to stop.
    private func end(of listener: HTTPListener) async -> String? {
        do {
            try await listener.run { tell(listener.place, port: $0) }
            return isToStop ? nil : "it takes no connections any more"
        } catch {
            return isToStop ? nil : Self.words(about: error)
        }
    }

    private var isToStop: Bool { Task.isShuttingDownGracefully || Task.isCancelled }

    private func tell(_ place: PageListener, port: Int?) {
        let shown =
            switch place {
            case .network(let host, let own): PageListener.network(host: host, port: port ?? own)
            case .socket: place
            }
        logger.info("the page is at \(shown.description.shownSafely())")
        isListening(place, port)
    }

    private func words(_ place: PageListener, _ why: String) -> String {
        """
        the page cannot be at \(place.description.shownSafely()): \(why); the watch goes on without it, and it is tried again \
        every \(Int(limits.retryTime)) seconds
        """
    }

    /// Why nobody can listen there, as the system puts it.
    static func words(about error: any Error) -> String {
        let words = (error as? IOError).map { String(cString: strerror($0.errnoCode)) }
        return (words ?? String(describing: error)).shownSafely(limit: 500)
    }
}
