import Foundation
import TestSupport
import Testing

/// As on FAT (EPERM), CIFS (EOPNOTSUPP) and some file systems in user space (ENOSYS).
@Suite(
    "A file system that knows no second names for a file",
    .ownThreads,
    .timeLimit(.minutes(10)),
    .enabled(if: FaultLibrary.compiler != nil, "there is no C compiler")
)
struct NoHardLinksTests {
    @Test("outbox and Maildir get each mail whole and once", arguments: [1, 95, 38])
    func wholeAndOnce(errno: Int) throws {
        for mail in ["", "  relay: maildir:post\n"] {
            let sandbox = try Sandbox(mail: mail)
            let launcher = try FaultLibrary.launcher(in: sandbox, failing: "link", mode: "on", errno: errno)
            try sandbox.comeUnderWatch()
            func pass(_ time: String) throws -> Ran {
                try sandbox.runBare(
                    ["--config", sandbox.file("peilwacht.yaml").path, "--root", sandbox.folder.path, "--at", time]
                        + ["run", "--once"],
                    program: launcher + [Sandbox.binary.path]
                )
            }
            try sandbox.drop("a.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;112\n")
            let ran = try pass("2026-04-01T08:00")
            #expect(ran.status == 0, "\(ran.err)")
            _ = try pass("2026-04-01T08:05")
            #expect(sandbox.names(in: mail.isEmpty ? "outbox/new" : "outbox/sent").count == 1)
            #expect(sandbox.names(in: "outbox/tmp").isEmpty)
            guard !mail.isEmpty else { continue }
            #expect(sandbox.names(in: "post/new").count == 1 && sandbox.names(in: "post/tmp").isEmpty)
        }
    }
}
