import Feeds
import Files
import Indicators
import TestSupport
import Testing

@testable import Daemon

struct ReadyTestTests {
    @Test(arguments: [
        ".hidden.csv", ".~lock.a.csv#", "a.csv~", "~$a.xlsx", "a.csv.part", "a.csv.filepart", "a.tmp", "A.TMP",
        "a.csv.partial",
        "a.csv.crdownload", ".a.csv.swp", "a.swp", "a.csv.ocTransferId12345.part", ".", "..",
        "Thumbs.db", "desktop.ini",
    ])
    func `a name that programs give to what is not finished, or to notes of their own, is ignored`(name: String) {
        #expect(ReadyTest.isIgnored(FileName(name)))
    }

    @Test(arguments: ["a.csv", "part", "tmp", "a.party", "a.tmp.csv", "$~a.csv", "a~b.csv", "#a#", "x"])
    func `any other name is not`(name: String) {
        #expect(!ReadyTest.isIgnored(FileName(name)))
    }

    @Test(arguments: hostileNames)
    func `names of any bytes are told from those that are ignored`(name: FileName) {
        #expect(!ReadyTest.isIgnored(name))
    }

    /// One look or one event, at a moment in milliseconds.
    enum Step: Sendable {
        case event(InboxHint.Event, at: Int)
        case lost
        /// A look at an entry of this size and time of last change; what it must answer.
        case look(at: Int, size: Int = 1, modified: Int, writers: FileWriters = .none, Answer)
        case gone(at: Int)
    }

    enum Answer: Sendable {
        case ready
        case wait(until: Int)
    }

    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let steps: [Step]
    }

    static let cases: [Case] = [
        Case(testDescription: "left alone for long: at once", steps: [.look(at: 90_000, modified: 10_000, .ready)]),
        Case(
            testDescription: "just changed: two seconds after the change",
            steps: [
                .look(at: 90_000, modified: 89_500, .wait(until: 91_500)),
                .look(at: 91_499, modified: 89_500, .wait(until: 91_500)),
                .look(at: 91_500, modified: 89_500, .ready),
            ]
        ),
        Case(
            testDescription: "changed again: the wait begins anew",
            steps: [
                .look(at: 90_000, modified: 89_500, .wait(until: 91_500)),
                .look(at: 91_500, size: 2, modified: 91_400, .wait(until: 93_400)),
                .look(at: 93_400, size: 2, modified: 91_400, .ready),
            ]
        ),
        Case(
            testDescription: "renamed into the folder: at once",
            steps: [
                .event(.movedIn, at: 90_000), .look(at: 90_001, modified: 89_999, .ready),
            ]
        ),
        Case(
            testDescription: "renamed into the folder with a time ahead: at once",
            steps: [
                .event(.movedIn, at: 90_000), .look(at: 90_001, modified: 500_000, .ready),
            ]
        ),
        Case(
            testDescription: "closed: a quarter of a second later",
            steps: [
                .event(.closed, at: 90_000),
                .look(at: 90_010, modified: 89_990, .wait(until: 90_250)),
                .look(at: 90_250, modified: 89_990, .ready),
            ]
        ),
        Case(
            testDescription: "closed and seen late: at once",
            steps: [
                .event(.closed, at: 90_000), .look(at: 95_000, modified: 89_990, .ready),
            ]
        ),
        Case(
            testDescription:
                "closed, then written again by somebody of whom nothing is known: only a close, or ten minutes",
            steps: [
                .event(.closed, at: 90_000),
                .look(at: 90_010, modified: 90_000, writers: .unknown, .wait(until: 90_250)),
                .look(at: 90_250, size: 2, modified: 90_200, writers: .unknown, .wait(until: 690_250)),
                .event(.closed, at: 90_300),
                .look(at: 90_310, size: 2, modified: 90_200, writers: .unknown, .wait(until: 90_550)),
                .look(at: 90_550, size: 2, modified: 90_200, writers: .unknown, .ready),
            ]
        ),
        Case(
            testDescription: "written between the close and the look: a quarter of a second after that",
            steps: [
                .event(.closed, at: 90_000), .look(at: 90_200, modified: 90_100, .wait(until: 90_350)),
            ]
        ),
        Case(
            testDescription: "made under our eyes and not closed: silence is not its end",
            steps: [
                .event(.created, at: 90_000),
                .look(at: 93_000, modified: 90_500, writers: .unknown, .wait(until: 693_000)),
                .look(at: 107_000, size: 2, modified: 107_000, writers: .unknown, .wait(until: 707_000)),
                .event(.closed, at: 107_100),
                .look(at: 107_350, size: 2, modified: 107_000, writers: .unknown, .ready),
            ]
        ),
        Case(
            testDescription: "made under our eyes, and nobody has it open: as if no event had come",
            steps: [
                .event(.created, at: 90_000),
                .look(at: 90_100, modified: 90_000, .wait(until: 92_000)),
                .look(at: 92_000, modified: 90_000, .ready),
            ]
        ),
        Case(
            testDescription: "on a share: a minute after the last change",
            steps: [
                .look(at: 90_000, modified: 89_500, writers: .unknown, .wait(until: 149_500)),
                .look(at: 104_000, size: 2, modified: 103_500, writers: .unknown, .wait(until: 163_500)),
                .look(at: 163_500, size: 2, modified: 103_500, writers: .unknown, .ready),
            ]
        ),
        Case(
            testDescription: "open for writing: never ready, however still it is and whatever was told",
            steps: [
                .look(at: 90_000, modified: 10_000, writers: .some, .wait(until: 93_000)),
                .event(.movedIn, at: 100_000),
                .look(at: 130_000, modified: 10_000, writers: .some, .wait(until: 140_000)),
                .look(at: 9_000_000, modified: 10_000, writers: .some, .wait(until: 9_060_000)),
                .look(at: 9_000_001, modified: 10_000, .ready),
            ]
        ),
        Case(
            testDescription: "a time ahead: two seconds after it was first seen like that",
            steps: [
                .look(at: 90_000, modified: 500_000, .wait(until: 92_000)),
                .look(at: 91_000, size: 2, modified: 600_000, .wait(until: 93_000)),
                .look(at: 93_000, size: 2, modified: 600_000, .ready),
            ]
        ),
        Case(
            testDescription: "closed with a time ahead: a quarter of a second",
            steps: [
                .event(.closed, at: 90_000),
                .look(at: 90_000, modified: 500_000, .wait(until: 90_250)),
                .look(at: 90_250, modified: 500_000, .ready),
            ]
        ),
        Case(
            testDescription: "a clock that is set back an hour delays by no more than the wait",
            steps: [
                .look(at: 9_000_000, modified: 8_999_500, .wait(until: 9_001_500)),
                .look(at: 5_400_000, modified: 8_999_500, .wait(until: 5_402_000)),
                .look(at: 5_402_000, modified: 8_999_500, .ready),
            ]
        ),
        Case(
            testDescription: "an event whose clock is set back counts from now",
            steps: [
                .event(.closed, at: 9_000_000),
                .look(at: 5_400_000, modified: 5_300_000, .wait(until: 5_400_250)),
            ]
        ),
        Case(
            testDescription: "lost events: only the scan speaks",
            steps: [
                .event(.movedIn, at: 90_000), .lost, .look(at: 90_001, modified: 90_000, .wait(until: 92_000)),
            ]
        ),
        Case(
            testDescription: "gone and back: the old look is forgotten",
            steps: [
                .look(at: 90_000, modified: 500_000, .wait(until: 92_000)),
                .gone(at: 91_000),
                .look(at: 92_000, modified: 500_000, .wait(until: 94_000)),
            ]
        ),
        Case(testDescription: "a time before 1970: at once", steps: [.look(at: 90_000, modified: -5_000, .ready)]),
    ]

    @Test(arguments: cases)
    func `a file is ready when nobody has written in it for long enough`(example: Case) {
        var test = ReadyTest()
        let name = FileName("a.csv")
        for step in example.steps {
            switch step {
            case .event(let event, let now): test.note(event, of: name, at: Instant(milliseconds: Int64(now)))
            case .lost: test.forgetEvents()
            case .gone:
                test.beginScan()
                test.endScan()
            case .look(let now, let size, let modified, let writers, let answer):
                test.beginScan()
                let status = FileStatus(size: size, modified: Int64(modified) * 1_000_000, inode: 7)
                let verdict = test.verdict(
                    name,
                    status,
                    writers: writers,
                    at: Instant(milliseconds: Int64(now))
                )
                test.endScan()
                #expect(verdict == answer.verdict, "at \(now)")
            }
        }
    }

    @Test(arguments: [FileStatus.Kind.symbolicLink, .other])
    func `nobody writes in what is no file`(kind: FileStatus.Kind) {
        var test = ReadyTest()
        let status = FileStatus(kind: kind, size: 0, modified: .max, inode: 1)
        #expect(test.verdict(FileName("a"), status, writers: .unknown, at: Instant(seconds: 0)) == .ready)
    }

    @Test func `a hundred thousand fresh files are not all remembered, and become ready all the same`() {
        var test = ReadyTest()
        test.beginScan()
        let status = FileStatus(size: 1, modified: 90_000_000_000, inode: 1)
        for number in 0..<100_000 {
            let verdict = test.verdict(FileName("\(number)"), status, writers: .none, at: Instant(seconds: 90))
            #expect(verdict == .wait(until: Instant(seconds: 92)))
        }
        test.endScan()
        test.beginScan()
        for number in 0..<100_000 {
            #expect(test.verdict(FileName("\(number)"), status, writers: .none, at: Instant(seconds: 92)) == .ready)
        }
    }
}

extension ReadyTestTests.Answer {
    fileprivate var verdict: ReadyTest.Verdict {
        switch self {
        case .ready: .ready
        case .wait(let moment): .wait(until: Instant(milliseconds: Int64(moment)))
        }
    }
}
