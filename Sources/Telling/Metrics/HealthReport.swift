internal import Indicators

/// Whether the watch works, for those who start it again or come and look.
package struct HealthReport: Hashable, Sendable {
    /// How one thing stands.
    package enum State: String, Hashable, Sendable {
        case ok
        /// Somebody has to look, and a restart would change nothing.
        case warning
        case failing
    }

    /// One thing that is looked at.
    package struct Check: Hashable, Sendable {
        let name: String
        let state: State
        let words: String

        package init(_ name: String, _ state: State, _ words: String) {
            self.name = name
            self.state = state
            self.words = words
        }
    }

    private let checks: [Check]

    package init(_ checks: [Check]) {
        self.checks = checks
    }

    /// Whether nothing that a restart could mend is the matter.
    package var isHealthy: Bool { !checks.contains { $0.state == .failing } }

    /// A line for each check, behind one for all of them.
    package var text: String {
        let lines = checks.map { "\($0.state.rawValue): \($0.name): \($0.words)" }
        return ([isHealthy ? "ok" : "failing"] + lines).map { $0.shownSafely(limit: 400) + "\n" }.joined()
    }
}
