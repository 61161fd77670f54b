import Assessment
import Testing

@Suite("How long a finding has to hold")
struct PersistenceTests {
    /// Verdicts, oldest first: a letter for what was found, `.` for nothing.
    struct Row: CustomTestStringConvertible, Sendable {
        let open: Int
        let resolve: Int
        let verdicts: String
        let outcome: Persistence.Outcome<Character>

        init(_ open: Int, _ resolve: Int, _ verdicts: String, _ outcome: Persistence.Outcome<Character>) {
            self.open = open
            self.resolve = resolve
            self.verdicts = verdicts
            self.outcome = outcome
        }

        var testDescription: String { "\(open) to open, \(resolve) to resolve: '\(verdicts)'" }
    }

    static let rows = [
        Row(2, 1, "", .absent),
        Row(2, 1, ".", .absent),
        Row(2, 1, "....", .absent),
        // It opens after so many in a row.
        Row(1, 1, "a", .confirmed("a")),
        Row(2, 1, "a", .unconfirmed("a")),
        Row(2, 1, "aa", .confirmed("a")),
        Row(2, 1, "aaaa", .confirmed("a")),
        Row(3, 1, "aa", .unconfirmed("a")),
        Row(3, 1, ".aaa", .confirmed("a")),
        // A gap begins the count again.
        Row(2, 1, "a.a", .unconfirmed("a")),
        Row(3, 1, "aa.aa", .unconfirmed("a")),
        Row(2, 1, "a.", .absent),
        // It is over after so many in a row without it.
        Row(2, 1, "aa.", .absent),
        Row(2, 2, "aa.", .lingering("a")),
        Row(2, 2, "aa..", .absent),
        Row(2, 3, "aa..", .lingering("a")),
        Row(2, 3, "aa...", .absent),
        // It comes back before it is over: one period is enough.
        Row(2, 2, "aa.a", .confirmed("a")),
        Row(3, 2, "aaa.a.", .lingering("a")),
        Row(2, 2, "aa.a..", .absent),
        // And after it is over it has to be confirmed anew.
        Row(2, 2, "aa..a", .unconfirmed("a")),
        Row(2, 2, "aa..aa", .confirmed("a")),
        // Another verdict is the absence of the one before.
        Row(2, 1, "ab", .unconfirmed("b")),
        Row(2, 1, "aab", .unconfirmed("b")),
        Row(2, 1, "aabb", .confirmed("b")),
        Row(2, 2, "aab", .lingering("a")),
        Row(2, 2, "aabb", .confirmed("b")),
        Row(2, 3, "aabb", .confirmed("b")),
        Row(3, 2, "aaabb", .unconfirmed("b")),
        Row(2, 2, "aaba", .confirmed("a")),
        Row(2, 3, "aaba.", .lingering("a")),
        Row(2, 2, "ababab", .unconfirmed("b")),
        Row(1, 1, "ab", .confirmed("b")),
        Row(2, 3, "aab.", .lingering("a")),
        Row(2, 3, "aab..", .absent),
    ]

    @Test(arguments: rows)
    func `verdicts come to what their number says`(_ row: Row) {
        let persistence = Persistence(periodsToOpen: row.open, periodsToResolve: row.resolve)
        #expect(persistence.outcome(of: row.verdicts.map { $0 == "." ? nil : $0 }) == row.outcome)
    }

    @Test func `one period without it ends it where nothing else is said`() {
        #expect(Persistence(periodsToOpen: 2) == Persistence(periodsToOpen: 2, periodsToResolve: 1))
    }
}
