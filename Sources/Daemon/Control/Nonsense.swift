internal import Logging
internal import Synchronization

/// Says in the log that something came over the control socket that is no HTTP; once, however often that happens.
final class Nonsense: Sendable {
    private let isTold = Mutex(false)
    private let logger: Logger

    init(logger: Logger) {
        self.logger = logger
    }

    @Sendable func hear() {
        let isNew = isTold.withLock { isTold in
            defer { isTold = true }
            return !isTold
        }
        guard isNew else { return }
        logger.warning(
            """
            something else than HTTP came over the control socket and was not answered: most likely a command of an older \
            version; use the one of this daemon
            """
        )
    }
}
