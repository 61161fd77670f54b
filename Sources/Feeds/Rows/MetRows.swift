/// How many rows were met, each once.
///
/// It is no part of what a tally says either: where rows give one value each, they are counted with those.
struct MetRows: Hashable, Sendable {
    private(set) var count: Int
    private var last = LastLine()

    init(_ count: Int = 0) { self.count = count }

    mutating func meet(_ line: Int) {
        if last.isNew(line) { count += 1 }
    }

    static func == (left: Self, right: Self) -> Bool { true }

    func hash(into hasher: inout Hasher) {}
}
