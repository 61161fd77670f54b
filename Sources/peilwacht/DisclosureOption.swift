import ArgumentParser
import Daemon
import Foundation

/// The option of commands that can show what is hidden from others.
struct DisclosureOption: ParsableArguments {
    @Flag(
        help: """
            Show also the values that are hidden since they count few persons; only for root and the daemon's own user. Who did \
            so, when, and by which command is recorded.
            """
    )
    var disclose = false

    /// Who has them shown; `nil` where nobody does.
    var who: String? { disclose ? SystemUser.name(environment: ProcessInfo.processInfo.environment) : nil }
}
