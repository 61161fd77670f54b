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
        /// How old its last sign is, where it is judged by that.
        let age: Age?

        package init(_ name: String, _ state: State, _ words: String, age: Age? = nil) {
            self.name = name
            self.state = state
            self.words = words
            self.age = age
        }
    }

    /// How old a sign of life is, and may be, in seconds.
    package struct Age: Hashable, Sendable {
        /// What came last, as numbers for programs name it: `last_pass`.
        let name: String
        let seconds: Int
        let limit: Int

        package init(of name: String, seconds: Int, limit: Int) {
            self.name = name
            self.seconds = seconds
            self.limit = limit
        }
    }

    let checks: [Check]

    package init(_ checks: [Check]) {
        self.checks = checks
    }

    /// The state of the worst of them.
    var worst: State {
        if !isHealthy { return .failing }
        return checks.contains { $0.state == .warning } ? .warning : .ok
    }

    /// Whether nothing that a restart could mend is the matter.
    package var isHealthy: Bool { !checks.contains { $0.state == .failing } }

    /// A line for each check, behind one for all of them.
    package var text: String {
        let lines = checks.map { "\($0.state.rawValue): \($0.name): \($0.words)" }
        return ([isHealthy ? "ok" : "failing"] + lines).map { $0.shownSafely(limit: 400) + "\n" }.joined()
    }
}
