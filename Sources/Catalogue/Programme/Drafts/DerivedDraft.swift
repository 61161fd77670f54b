internal import Indicators

/// A derivation as read.
struct DerivedDraft {
    let operation: Derivation.Operation
    let inputs: [Located<SeriesReference>]
    let decimals: Int
    let place: Place
}
