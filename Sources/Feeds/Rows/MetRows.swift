/// What became of the rows of a file, each once, however many values it gives.
///
/// It is no part of what a tally says either: where rows give one value each, they are counted with those.
struct MetRows: Hashable, Sendable {
    /// How many rows came to what.
    struct Counts: Hashable, Sendable, Codable {
        /// Those that gave a value at least, and no fault.
        var withValues = 0
        /// Those that gave nothing.
        var skipped = 0
        /// Those of which something is wrong.
        var faulty = 0

        var all: Int { withValues + skipped + faulty }

        fileprivate subscript(fate: Fate) -> Int {
            get {
                switch fate {
                case .skipped: skipped
                case .withValues: withValues
                case .faulty: faulty
                }
            }
            set {
                switch fate {
                case .skipped: skipped = newValue
                case .withValues: withValues = newValue
                case .faulty: faulty = newValue
                }
            }
        }
    }

    /// What a row came to; of several things the later in this list counts.
    enum Fate: Int {
        case skipped
        case withValues
        case faulty
    }

    /// What was decided on values, of which the rows are counted by what they gave.
    struct Decided: Hashable, Sendable, Codable {
        var skipped = 0
        var faulty = 0
    }

    private(set) var counts: Counts
    var decided: Decided
    private var line: Int?
    private var fate = Fate.skipped

    init(_ counts: Counts = Counts(), decided: Decided = Decided()) {
        self.counts = counts
        self.decided = decided
    }

    mutating func meet(_ next: Int, _ found: Fate) {
        if next == line {
            guard found.rawValue > fate.rawValue else { return }
            counts[fate] -= 1
        }
        (line, fate) = (next, found)
        counts[found] += 1
    }

    static func == (left: Self, right: Self) -> Bool { true }

    func hash(into hasher: inout Hasher) {}
}
