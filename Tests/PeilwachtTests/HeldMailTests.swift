import Foundation
import TestSupport
import Testing

@Suite("Mail that is held, through the real program and a real mail server", .ownThreads, .timeLimit(.minutes(30)))
struct HeldMailTests {
    @Test("a refused login holds all mail beyond its life, and status, queue and the log say so until it is mended")
    func refusedLogin() throws {
        let certificates = try TestCertificates()
        let server = try MailServer.start(
            tls: .starttls(certificates.makePair()),
            login: .init(user: "peilwacht", password: "goed")
        )
        let sandbox = try Sandbox(
            mail: """
                  relay: smtp://localhost:\(server.port)
                  ca_file: \(certificates.authority)
                  user: peilwacht
                  password_file: smtp-password
                """ + "\n"
        )
        try sandbox.write("smtp-password", "fout")
        try sandbox.drop("a.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;112\n")
        let first = try sandbox.pass(at: "2026-04-01T08:00")
        #expect(first.status == 1 && first.err.contains("mail is HELD") && first.err.contains("authentication-refused"))
        let held = try sandbox.pass(at: "2026-04-01T08:05")
        #expect(held.status == 1 && held.err.contains("mail is HELD"), "not tried, and not forgotten")
        for command in [["status", "--json"], ["queue", "--json"]] {
            let asked = try sandbox.run(["--at", "2026-04-01T08:10"] + command)
            #expect(asked.status == 1 && asked.err.contains("mail is HELD"))
            #expect(try !asked.objects().isEmpty)
        }
        // Ten days later nothing has been given up.
        #expect(try sandbox.pass(at: "2026-04-11T12:00").status == 1)
        #expect(sandbox.names(in: "outbox/failed").isEmpty && !sandbox.names(in: "outbox/new").isEmpty)
        try sandbox.write("smtp-password", "goed")
        #expect(
            try sandbox.run("--at", "2026-04-11T12:01", "queue", "retry", "1", "--why", "wachtwoord hersteld").status
                == 0
        )
        #expect(try sandbox.pass(at: "2026-04-11T12:01").status == 0)
        #expect(sandbox.names(in: "outbox/new").isEmpty)
        #expect(try !server.received().isEmpty)
        #expect(try sandbox.run("queue").status == 0)
    }
}
