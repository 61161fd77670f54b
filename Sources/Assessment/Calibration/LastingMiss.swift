/// Whether misses come to an alert, value by value (calibration, section 3).
///
/// A strong one opens it, weak ones when so many follow each other, and it is over when so many values in a row do what is
/// asked; by default the first that does. A period without a value neither counts nor breaks the row: it is not added.
package struct LastingMiss: Hashable, Sendable {
    /// So many weak misses in a row open an alert.
    private let hold: Int
    /// So many values in a row that do what is asked end it.
    private let release: Int
    private var inRow = 0
    /// So many of the last values in a row do what is asked.
    package private(set) var metInRow = 0
    /// Whether the alert is open by the values so far.
    package private(set) var isOpen = false

    package init(hold: Int = 2, release: Int = 1) {
        precondition(hold > 0 && release > 0, "A miss, or its end, needs at least one value.")
        self.hold = hold
        self.release = release
    }

    /// What all values come to, oldest first.
    package init(hold: Int = 2, release: Int = 1, of strengths: some Sequence<MissStrength>) {
        self.init(hold: hold, release: release)
        for strength in strengths { add(strength) }
    }

    package mutating func add(_ strength: MissStrength) {
        metInRow = strength == .met ? metInRow + 1 : 0
        switch strength {
        case .met:
            inRow = 0
            if metInRow >= release { isOpen = false }
        case .withinNoise: inRow = 0
        case .weak:
            inRow += 1
            if inRow >= hold { isOpen = true }
        case .strong:
            inRow += 1
            isOpen = true
        }
    }
}
