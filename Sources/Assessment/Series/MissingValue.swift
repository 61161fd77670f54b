package import Indicators

/// Why a series has no value to judge.
package enum MissingValue: Hashable, Sendable, Codable {
    /// Nothing was supplied.
    case none
    /// A derived value waits for these inputs.
    case inputs([IndicatorID])
    /// No result can be made of the inputs, as in a division by zero.
    case notComputable
}
