/// How many times larger or smaller than the value before it a value may be, before somebody has to confirm it.
package enum Plausibility: Hashable, Sendable {
    /// More is questioned.
    case times(Int)
    /// Nothing is questioned.
    case any

    /// What holds where nothing is configured.
    package static let standard = Plausibility.times(10)
}
