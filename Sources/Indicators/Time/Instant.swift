/// A moment: whole milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    /// The moment so many milliseconds after 1970-01-01T00:00:00Z.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The moment so many whole seconds after 1970-01-01T00:00:00Z.
    package init(seconds: Int) {
        milliseconds = Int64(seconds) * 1000
    }

    /// The whole seconds since 1970-01-01T00:00:00Z, rounded down.
    package var seconds: Int {
        let (whole, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
        return Int(rest < 0 ? whole - 1 : whole)
    }

    /// The moment so many seconds later.
    package func adding(seconds: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(seconds) * 1000) }

    package static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }
}
