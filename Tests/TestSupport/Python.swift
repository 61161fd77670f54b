internal import Foundation
internal import Testing

/// Asks Debian's own Python, whose parsers have nothing to do with ours.
package enum Python {
    /// Calls the script's function `answer(bytes)` for each input and reads the JSON of what it returns.
    ///
    /// One process for all inputs: starting it takes longer than its work.
    package static func ask<Answer: Decodable>(
        _ script: String,
        _ inputs: [[UInt8]],
        as answer: Answer.Type
    ) throws -> [Answer] {
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
