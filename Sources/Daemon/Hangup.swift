internal import Dispatch
internal import Glibc
internal import Synchronization

/// SIGHUP, from the first moment on: whoever asks a service that is just starting to read its configuration again must
/// not end it, and is heard.
package enum Hangup {
    private static let hasCome = Atomic(false)

    /// From now on SIGHUP ends nothing, and is remembered.
    package static func remember() {
        // Made here: nothing may be made in the handler of a signal.
        _ = hasCome.load(ordering: .relaxed)
        signal(SIGHUP) { _ in Hangup.hasCome.store(true, ordering: .relaxed) }
    }

    /// Calls the handler at each SIGHUP, those that were remembered before included.
    ///
    /// A source hears nothing until the queue has registered it, some time after it was activated; what comes in between
    /// goes on being remembered.
    static func source(
        on queue: DispatchQueue,
        _ handler: @escaping @Sendable () -> Void
    ) -> any DispatchSourceProtocol {
        remember()
        let source = DispatchSource.makeSignalSource(signal: SIGHUP, queue: queue)
        source.setEventHandler(handler: handler)
        source.setRegistrationHandler {
            if hasCome.exchange(false, ordering: .relaxed) { handler() }
        }
        source.activate()
        return source
    }
}
