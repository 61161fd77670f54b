internal import StatusPage

/// An answer on its way to who asked: one that is long is sent as it was kept, piece by piece.
package struct ControlAnswer: Sendable {
    private let outcome: ControlOutcome
    private let text: KeptText

    /// The answer with a text that is short.
    package init(_ response: ControlResponse) {
        self.init(status: response.status, json: response.json, text: KeptText(response.text))
    }

    init(status: Int, json: String, text: KeptText) {
        outcome = ControlOutcome(status: status, json: json)
        self.text = text
    }

    /// All of it as it is sent.
    var content: SocketContent {
        let line = ControlCoding.line(of: outcome)
        return SocketContent(length: line.count + text.length) { [text] offset in
            offset < line.count ? try line[offset...] + text.piece(at: 0) : try text.piece(at: offset - line.count)
        }
    }
}
