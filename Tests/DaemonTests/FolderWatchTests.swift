import Files
import Indicators
import Testing

@testable import Daemon

@Suite("Folders that no longer stand under their paths")
struct FolderWatchTests {
    private let inPlace = FolderStanding(path: "archive", .inPlace)
    private let replaced = FolderStanding(path: "inbox", .replaced)
    private let missing = FolderStanding(path: "work", .missing)
    private let now = Instant(seconds: 100)

    @Test func `what is replaced is opened again at once`() {
        var watch = FolderWatch()
        #expect(watch.verdict([inPlace], at: now) == .inPlace)
        #expect(watch.verdict([inPlace, replaced], at: now) == .reopen([replaced]))
    }

    @Test func `what is missing is waited for, and opened again when it is back or the patience ends`() {
        var watch = FolderWatch()
        #expect(watch.verdict([missing, replaced], at: now) == .wait)
        #expect(watch.isWaiting)
        #expect(watch.verdict([missing], at: now.adding(seconds: 4)) == .wait)
        #expect(watch.verdict([missing, replaced], at: now.adding(seconds: 5)) == .reopen([missing, replaced]))
        #expect(!watch.isWaiting)
        // The patience begins anew.
        #expect(watch.verdict([missing], at: now.adding(seconds: 6)) == .wait)
        #expect(watch.verdict([inPlace], at: now.adding(seconds: 7)) == .inPlace)
        #expect(watch.verdict([missing], at: now.adding(seconds: 100)) == .wait)
    }

    @Test func `whoever waits for an answer is not kept waiting`() {
        var watch = FolderWatch()
        #expect(watch.verdict([missing], isPatient: false, at: now) == .reopen([missing]))
    }
}
