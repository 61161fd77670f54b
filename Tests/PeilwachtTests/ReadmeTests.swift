import Foundation
import TestSupport
import Testing

@Suite("The README tells the truth", .ownThreads)
struct ReadmeTests {
    /// The first block of a page behind this opening line.
    private func block(
        _ opening: String,
        containing words: String,
        of page: String = "README.md"
    ) throws -> String {
        let url = Sandbox.project.appendingPathComponent(page)
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        let blocks = text.components(separatedBy: "```\(opening)\n").dropFirst()
            .compactMap { $0.components(separatedBy: "```").first }
        return try #require(blocks.first { $0.contains(words) })
    }

    @Test("its configuration is one that check is silent about")
    func configuration() throws {
        let sandbox = try Sandbox()
        try sandbox.write("readme.yaml", block("yaml", containing: "evaluate_every"))
        try FileManager.default.copyItem(
            at: Sandbox.project.appendingPathComponent("config/programmes"),
            to: sandbox.file("programmes")
        )
        let ran = try sandbox.run("check", config: sandbox.file("readme.yaml"))
        #expect(ran.status == 0)
        #expect(ran.err.isEmpty)
    }

    @Test("its measurement file is taken in", arguments: ["README.md", "docs/files.md"])
    func measurements(page: String) throws {
        let sandbox = try Sandbox()
        try sandbox.write("readme.csv", block("text", containing: "indicator;periode", of: page))
        let config = Sandbox.project.appendingPathComponent("config/peilwacht.yaml")
        let ran = try sandbox.run("import", sandbox.file("readme.csv").path, "--dry-run", config: config)
        #expect(ran.status == 0)
    }

    @Test("the milestone file of the page about files is taken in")
    func milestones() throws {
        let sandbox = try Sandbox()
        try sandbox.write("readme.csv", block("text", containing: "mijlpaal;peildatum", of: "docs/files.md"))
        let config = Sandbox.project.appendingPathComponent("config/peilwacht.yaml")
        let ran = try sandbox.run("import", sandbox.file("readme.csv").path, "--dry-run", config: config)
        #expect(ran.status == 0)
    }

    @Test("the blocks of the page about programme files are one file that check is silent about")
    func programmePage() throws {
        let page = Sandbox.project.appendingPathComponent("docs/programmes.md")
        let text = String(decoding: try Data(contentsOf: page), as: UTF8.self)
        let blocks = text.components(separatedBy: "```yaml\n").dropFirst()
            .compactMap { $0.components(separatedBy: "```").first }
        #expect(blocks.count == 12)
        let sandbox = try Sandbox()
        try sandbox.write("programme.yaml", blocks.joined())
        let ran = try sandbox.run("check")
        #expect(ran.status == 0)
        #expect(ran.err.isEmpty)
        let path = try sandbox.run("targets").out
        #expect(path.contains("2025 ≤24,8%") || path.contains("2025 24,8%"), "\(path)")
        let report = try #require(
            text.components(separatedBy: "```text\n").last?.components(separatedBy: "```").first
        )
        try sandbox.drop("report.csv", report)
        try sandbox.pass(at: "2026-07-01T08:00")
        #expect(sandbox.names(in: "archive") == ["report.csv"])
    }
}
