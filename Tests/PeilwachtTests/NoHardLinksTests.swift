import Foundation
import TestSupport
import Testing

/// The C compiler and the library of `tools/faults` that makes calls fail.
private enum FaultLibrary {
    static let compiler = ["/usr/bin/cc", "/usr/bin/clang", "/usr/bin/gcc", "/opt/swift/usr/bin/clang"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Builds it in a folder.
    static func build(in sandbox: Sandbox) throws -> String {
        let library = sandbox.file("faults.so").path
        let source = Sandbox.project.appending(path: "tools/faults_injector.c").path
        let ran = try sandbox.runBare(
            ["-shared", "-fPIC", "-o", library, source, "-ldl"],
            program: [try #require(compiler)]
        )
        try #require(ran.status == 0, "\(ran.err)")
        return library
    }
}

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
            let library = try FaultLibrary.build(in: sandbox)
            try sandbox.comeUnderWatch()
            let fault = [
                "LD_PRELOAD=\(library)", "FAULT_CALL=link", "FAULT_AT=1", "FAULT_MODE=on", "FAULT_ERRNO=\(errno)",
            ]
            func pass(_ time: String) throws -> Ran {
                try sandbox.runBare(
                    ["--config", sandbox.file("peilwacht.yaml").path, "--root", sandbox.folder.path, "--at", time]
                        + ["run", "--once"],
                    program: ["/usr/bin/env"] + fault + [Sandbox.binary.path]
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
