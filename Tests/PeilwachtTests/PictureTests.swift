import Foundation
import TestSupport
import Testing

@Suite("Pictures in mails, through the real program", .ownThreads, .timeLimit(.minutes(30)))
struct PictureTests {
    /// A sandbox in which a red alert of a series of three values waits to be told.
    private func sandbox(mail: String = "") throws -> Sandbox {
        let sandbox = try Sandbox(mail: mail)
        let rows = "wmo-maatwerk;2024;98\nwmo-maatwerk;2025;101\nwmo-maatwerk;2026;112\n"
        try sandbox.drop("wmo.csv", "indicator;periode;waarde\n" + rows)
        return sandbox
    }

    /// A folder with a program of the name, which is what its text says.
    private func folder(with script: String, in sandbox: Sandbox) throws -> String {
        let bin = sandbox.file("bin")
        try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
        let file = bin.appendingPathComponent("rsvg-convert")
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        return bin.path
    }

    /// Makes the pass with other programs in the way.
    private func pass(_ sandbox: Sandbox, path: String) throws -> (ran: Ran, mail: String) {
        try sandbox.comeUnderWatch()
        let ran = try sandbox.runBare(
            ["PATH=\(path)", Sandbox.binary.path, "--config", sandbox.file("peilwacht.yaml").path]
                + ["--root", sandbox.folder.path, "--at", "2026-04-01T08:00", "run", "--once"],
            program: ["/usr/bin/env"]
        )
        return (ran, try #require(try sandbox.texts(in: "outbox/new", ending: ".eml").first))
    }

    private static let hasProgram = FileManager.default.isExecutableFile(atPath: "/usr/bin/rsvg-convert")

    @Test(
        "a mail has the picture of its alert, which rsvg-convert made",
        .enabled(if: hasProgram, "rsvg-convert is not here")
    )
    func picture() throws {
        let (ran, mail) = try pass(try sandbox(), path: "/usr/bin:/bin")
        #expect(ran.status == 0, "\(ran.err)")
        let parts = try MailPartsOfPictures(mail)
        #expect(parts.png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(parts.html.contains("src=\"cid:\(parts.id)\""))
        #expect(parts.html.contains("alt=\"2024 t/m 2026: 98, 101, 112 (voorlopig) per 1000; streefwaarde"))
        #expect(parts.csv.hasPrefix("\u{FEFF}programma;indicator;") && parts.csv.contains(";2026;112;per 1000;< 108;"))
    }

    @Test(
        "without a program that makes pictures, or with one that fails or hangs, the mail goes with the same words",
        arguments: ["", "exit 1", "exec sleep 60", "echo nonsense", "exec yes"]
    )
    func absent(script: String) throws {
        let sandbox = try sandbox()
        let path = script.isEmpty ? "/nowhere" : try folder(with: script, in: sandbox) + ":/usr/bin:/bin"
        let (ran, mail) = try pass(sandbox, path: path)
        #expect(ran.status == 0, "\(ran.err)")
        #expect(!mail.contains("image/png") && mail.contains("Wmo-maatwerk"))
        #expect(script.isEmpty || ran.err.contains("mails go without pictures"), "\(ran.err)")
        #expect(sandbox.names(in: "outbox/new").count == 1)
    }

    @Test("the configuration can want no pictures, and no file")
    func unwanted() throws {
        let sandbox = try sandbox(mail: "  charts: false")
        let text = try sandbox.read("peilwacht.yaml").replacing("about: all", with: "about: all\n    csv: false")
        try sandbox.write("peilwacht.yaml", text)
        let (_, mail) = try pass(sandbox, path: "/usr/bin:/bin")
        #expect(!mail.contains("image/png") && !mail.contains("text/csv"))
    }

    @Test("check --probe says where pictures cannot be made")
    func probe() throws {
        let sandbox = try Sandbox()
        func probed(_ path: String) throws -> Ran {
            try sandbox.runBare(
                ["PATH=\(path)", Sandbox.binary.path, "--config", sandbox.file("peilwacht.yaml").path]
                    + ["--root", sandbox.folder.path, "check", "--probe"],
                program: ["/usr/bin/env"]
            )
        }
        let absent = try probed("/nowhere")
        #expect(absent.status == 0 && absent.err.contains("note: mails go without pictures: there is no rsvg-convert"))
        let broken = try probed(try folder(with: "exit 4", in: sandbox) + ":/usr/bin:/bin")
        #expect(broken.status == 0 && broken.err.contains("it ended with status 4"), "\(broken.err)")
    }
}

/// The parts of a mail with a picture, as Python's parser reads them.
private struct MailPartsOfPictures: Decodable {
    let png: [UInt8]
    let id: String
    let html: String
    let csv: String

    init(_ mail: String) throws {
        let script = """
            import email
            from email import policy
            def answer(mail):
                message = email.message_from_bytes(mail, policy=policy.default)
                parts = {p.get_content_type(): p for p in message.walk()}
                def content(kind): return parts[kind].get_payload(decode=True)
                return {'png': list(content('image/png')), 'id': parts['image/png']['Content-ID'][1:-1],
                    'html': content('text/html').decode('utf-8'), 'csv': content('text/csv').decode('utf-8')}
            """
        self = try Python.ask(script, [Array(mail.utf8)], as: Self.self)[0]
    }
}
