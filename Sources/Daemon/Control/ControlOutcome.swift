/// What an answer of the daemon begins with.
struct ControlOutcome: Hashable, Sendable, Codable {
    /// An exit status of the contract.
    let status: Int
    /// The result as JSON; for an error, or of a question, the words that are said beside it.
    let json: String
}
