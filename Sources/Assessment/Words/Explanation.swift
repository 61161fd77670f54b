package import Indicators

/// A rule's finding in full: what it says, and the numbers under it.
package struct Explanation: Hashable, Sendable {
    package let summary: String
    package let details: [String]

    /// An explanation that begins with the reason, and how grave it is where that is to be said.
    package init(_ reason: some RuleReason, _ severity: Severity? = nil, in phrases: Phrases, details: [String] = []) {
        summary = phrases.explained(reason, severity)
        self.details = details
    }
}

extension Phrases {
    /// A reason in words, with its label: `datum voorbij, rood (past-date)`.
    func explained(_ reason: some RuleReason, _ severity: Severity? = nil) -> String {
        let severity = severity.map { ", \(colour($0))" } ?? ""
        return "\(reason.words(in: self))\(severity) (\(reason.rawValue))"
    }

    private func colour(_ severity: Severity) -> String {
        switch severity {
        case .critical: say("rood", "red")
        case .warning: say("oranje", "amber")
        }
    }
}
