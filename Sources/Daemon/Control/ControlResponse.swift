/// What the daemon answers.
package struct ControlResponse: Hashable, Sendable {
    /// An exit status of the contract.
    package let status: Int
    /// The result as JSON; for an error its words.
    package let json: String
    /// The result for people.
    package let text: String

    package init(status: Int, json: String, text: String) {
        self.status = status
        self.json = json
        self.text = text
    }

    /// The daemon cannot reach the file that a path was to lead it to.
    static let notMet = ControlResponse(status: 66, json: "{}", text: "")
}
