internal import FoundationEssentials

/// Requests and answers as bytes: JSON, and behind the line of an answer its text.
package enum ControlCoding {
    /// What is no request or answer of this version.
    package struct Malformed: Error, Hashable, Sendable {
        package init() {}
    }

    /// The headers of a file that is handed over: its name, whose bytes need not be text, in base64, and what is asked.
    static let nameHeader = "File-Name"
    static let dryRunHeader = "Dry-Run"

    /// A request as the JSON of its kind; what is handed over as a file goes beside it.
    package static func encode(_ request: ControlRequest) -> [UInt8] {
        switch request {
        case .take, .pass, .health: Array("{}".utf8)
        case .takeAt(let path, let device, let inode, let isDryRun):
            json(FilePlaceShape(path: path, device: device, inode: inode, isDryRun: isDryRun))
        case .queue(let order): json(QueueShape(order))
        case .withdraw(let order): json(WithdrawalShape(order))
        case .disclose(let note): json(DisclosureShape(note))
        case .testMail(let order): json(MailTestShape(order))
        case .handle(let order): json(HandlingShape(order))
        case .show(let question): json(QuestionShape(question))
        }
    }

    /// Reads a request of a kind that has all in its JSON.
    package static func decode(_ kind: ControlKind, _ json: [UInt8]) throws(Malformed) -> ControlRequest {
        switch kind {
        case .take: throw Malformed()
        case .pass: return .pass
        case .health: return .health
        case .takeAt:
            let place = try decode(FilePlaceShape.self, json)
            return .takeAt(path: place.path, device: place.device, inode: place.inode, isDryRun: place.isDryRun)
        case .queue: return .queue(try QueueShape.read(json))
        case .withdraw: return .withdraw(try WithdrawalShape.read(json))
        case .disclose: return .disclose(try DisclosureShape.read(json))
        case .testMail: return .testMail(try MailTestShape.read(json))
        case .handle: return .handle(try HandlingShape.read(json))
        case .show: return .show(try QuestionShape.read(json))
        }
    }

    /// The line that an answer begins with.
    static func line(of outcome: ControlOutcome) -> [UInt8] { json(outcome) + [UInt8(ascii: "\n")] }

    /// An answer as a whole.
    package static func encode(_ response: ControlResponse) -> [UInt8] {
        line(of: ControlOutcome(status: response.status, json: response.json)) + response.text.utf8
    }

    package static func decodeResponse(_ bytes: [UInt8]) throws(Malformed) -> ControlResponse {
        var reader = ControlAnswerReader()
        var text = try reader.text(with: bytes)
        let (outcome, rest) = try reader.end()
        text += rest
        return ControlResponse(status: outcome.status, json: outcome.json, text: text)
    }

    /// The name of a file as a header holds it.
    static func written(_ name: [UInt8]) -> String { Data(name).base64EncodedString() }

    /// Reads what ``written(_:)`` writes.
    static func name(_ header: String) throws(Malformed) -> [UInt8] {
        guard let name = Data(base64Encoded: header) else { throw Malformed() }
        return Array(name)
    }

    private static func json(_ value: some Encodable) -> [UInt8] {
        // Texts, numbers and lists of them are what it can always write.
        (try? JSONEncoder().encode(value)).map { Array($0) } ?? []
    }

    /// Reads a shape.
    static func decode<Shape: Decodable>(_ shape: Shape.Type, _ json: some Sequence<UInt8>) throws(Malformed) -> Shape {
        do {
            return try JSONDecoder().decode(shape, from: Data(json))
        } catch {
            throw Malformed()
        }
    }
}
