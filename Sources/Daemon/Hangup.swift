internal import Glibc
internal import Synchronization

/// SIGHUP before anybody can obey it: whoever asks a service that is just starting to read its configuration again must
/// not end it.
package enum Hangup {
    private static let hasCome = Atomic(false)

    /// From now on SIGHUP ends nothing, and is remembered.
    package static func remember() {
        // Made here: nothing may be made in the handler of a signal.
        hasCome.store(false, ordering: .relaxed)
        signal(SIGHUP) { _ in Hangup.hasCome.store(true, ordering: .relaxed) }
    }

    /// Whether it came before its own source took over.
    static var wasRemembered: Bool { hasCome.load(ordering: .relaxed) }
}
