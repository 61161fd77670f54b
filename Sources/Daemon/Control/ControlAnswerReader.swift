/// Reads an answer as it comes: a line of JSON, and behind it the text.
struct ControlAnswerReader {
    /// In bytes: receipts of a file with faults in every row have most.
    private static let longestLine = 64 << 20

    /// What the line says, when it has come.
    private(set) var outcome: ControlOutcome?
    private var line: [UInt8] = []
    private var characters = WholeCharacters()

    /// The text that follows from one piece more.
    mutating func text(with piece: [UInt8]) throws(ControlCoding.Malformed) -> String {
        guard outcome == nil else { return characters.text(with: piece) }
        guard let end = piece.firstIndex(of: UInt8(ascii: "\n")) else {
            line += piece
            guard line.count <= Self.longestLine else { throw ControlCoding.Malformed() }
            return ""
        }
        line += piece[..<end]
        outcome = try ControlCoding.decode(ControlOutcome.self, line)
        line = []
        return characters.text(with: piece[(end + 1)...])
    }

    /// The end: the outcome, and the text that is left.
    mutating func end() throws(ControlCoding.Malformed) -> (outcome: ControlOutcome, rest: String) {
        guard let outcome else { throw ControlCoding.Malformed() }
        return (outcome, characters.end())
    }
}
