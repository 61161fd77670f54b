/// Which of the revisions of one period holds.
package enum ValueInForce {
    /// One revision, as far as that matters.
    package struct Revision: Hashable, Sendable {
        package let number: Int
        /// Whether it only repeats an older one, which holds again.
        package let isRepetition: Bool
        /// Whether it was taken back.
        package let isTakenBack: Bool

        package init(number: Int, isRepetition: Bool, isTakenBack: Bool) {
            self.number = number
            self.isRepetition = isRepetition
            self.isTakenBack = isTakenBack
        }
    }

    /// The number of the latest that was supplied and not taken back; `nil` where none is left.
    package static func number(among revisions: [Revision]) -> Int? {
        revisions.filter { !$0.isRepetition && !$0.isTakenBack }.map(\.number).max()
    }
}
