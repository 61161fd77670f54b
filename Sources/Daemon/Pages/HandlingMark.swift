internal import Alerting
internal import Crypto
internal import Indicators
internal import Telling

/// Stands on a form for the handling that its page showed, so that one who sends it late overwrites nothing unseen.
struct HandlingMark: Hashable, Sendable {
    /// Hexadecimal.
    let written: String

    /// The mark of what a form would replace: who did it, when, and until when; what they wrote cannot change without that.
    init(_ handling: Handling, for form: PageAddress.HandlingForm) {
        let parts: [String] =
            switch form {
            case .acknowledge:
                handling.acknowledgement.map { [$0.by, "\($0.at.milliseconds)", $0.until.description] } ?? []
            case .explain:
                Explanation.Part.allCases.flatMap { part in
                    handling.explanation[part].map { [part.rawValue, $0.by, "\($0.at.milliseconds)"] } ?? []
                }
            }
        let digest = SHA256.hash(data: Array(parts.joined(separator: "\0").utf8))
        written = digest.prefix(16).map { $0.hexadecimal(digits: 2) }.joined()
    }
}
