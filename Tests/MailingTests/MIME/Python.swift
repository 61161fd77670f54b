import Foundation
import Testing

/// Asks Debian's own Python, whose parsers have nothing to do with ours.
enum Python {
    /// Calls the script's function `answer(bytes)` for each input and reads the JSON of what it returns.
    ///
    /// One process for all inputs: starting it takes longer than its work.
    static func ask<Answer: Decodable>(_ script: String, _ inputs: [[UInt8]], as answer: Answer.Type) throws -> [Answer]
    {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("peilwacht-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("inputs")
        try Data(inputs.map { Data($0).base64EncodedString() }.joined(separator: "\n").utf8).write(to: file)
        let answers = try JSONDecoder().decode([Answer].self, from: try run(script + "\n" + main, file))
        try #require(answers.count == inputs.count)
        return answers
    }

    private static let main = """
        import base64, json, sys
        lines = open(sys.argv[1]).read().split('\\n')
        print(json.dumps([answer(base64.b64decode(line)) for line in lines]))
        """

    private static func run(_ script: String, _ file: URL) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-c", script, file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return printed
    }
}

/// A mail as Python's `email` package reads it.
struct PythonMail: Decodable {
    let headers: [[String]]
    let from: [String]
    let to: [String]
    let date: String
    let parts: [String]
    let text: String
    let html: String
    let defects: [String]

    /// The values of a header.
    func values(_ name: String) -> [String] { headers.filter { $0[0] == name }.map { $0[1] } }

    init(_ bytes: [UInt8]) throws { self = try PythonMail.all([bytes])[0] }

    /// Several mails at once.
    static func all(_ mails: [[UInt8]]) throws -> [PythonMail] { try Python.ask(script, mails, as: PythonMail.self) }

    private static let script = """
        import email
        from email import policy
        def defects(part):
            found = [repr(d) for d in part.defects] + [f'{k}: {d!r}' for k, v in part.items() for d in v.defects]
            return found + [d for p in (part.get_payload() if part.is_multipart() else []) for d in defects(p)]
        def person(header): return [header.addresses[0].display_name, header.addresses[0].addr_spec]
        def answer(mail):
            message = email.message_from_bytes(mail, policy=policy.default)
            def body(kind): return message.get_body((kind,)).get_payload(decode=True).decode('utf-8')
            return {
                'headers': [[k, str(v)] for k, v in message.items()],
                'from': person(message['From']), 'to': person(message['To']),
                'date': message['Date'].datetime.isoformat(),
                'parts': [p.get_content_type() + ' ' + str(p['Content-Transfer-Encoding']) for p in message.walk()],
                'text': body('plain'), 'html': body('html'), 'defects': defects(message)}
        """
}
