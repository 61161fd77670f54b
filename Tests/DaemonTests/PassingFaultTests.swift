import Files
import Storage
import SystemPackage
import Testing

@testable import Daemon

@Suite("What ends the daemon, and what it waits for")
struct PassingFaultTests {
    @Test(arguments: [Errno.noSpace, .readOnlyFileSystem, .permissionDenied, .tooManyOpenFiles, .ioError])
    func `a folder that cannot be written is waited for`(code: Errno) {
        #expect(isPassing(FileSystemFault.failed(call: "create", path: "outbox/tmp/a", code: code)))
    }

    @Test func `what is not certain to be on disk, or will not change, is not`() {
        #expect(!isPassing(FileSystemFault.syncFailed(path: "a", code: .noSpace)))
        #expect(!isPassing(FileSystemFault.failed(call: "create", path: "a", code: .notDirectory)))
        #expect(!isPassing(StoreError.inputOutput("gone")))
    }
}
