/// How a value is made of the values of other series, exactly, and rounded once at the end.
package struct Derivation: Hashable, Sendable {
    /// The operation.
    package enum Operation: Hashable, Sendable {
        /// The mean of all inputs.
        case mean
        /// The sum of all inputs.
        case sum
        /// The first input minus the others.
        case difference
        /// The first input for so many of the second: 100 for a percentage, 1000 for a number per thousand.
        case ratio(per: Int)
        /// The first input in percent of the sum of the others.
        case share

        /// The word in the configuration and in `explain`.
        package var name: String {
            switch self {
            case .mean: "mean"
            case .sum: "sum"
            case .difference: "difference"
            case .ratio(let per): "ratio per \(per)"
            case .share: "share"
            }
        }
    }

    package let operation: Operation
    package let references: [SeriesReference]
    /// The result is rounded half up to so many decimals.
    package let decimals: Int

    package init(_ operation: Operation, references: [SeriesReference], decimals: Int) {
        self.operation = operation
        self.references = references
        self.decimals = decimals
    }

    /// A derivation of the series of whole indicators.
    package init(_ operation: Operation, of inputs: [IndicatorID], decimals: Int) {
        self.init(operation, references: inputs.map { SeriesReference($0) }, decimals: decimals)
    }

    /// The indicators it rests on, each once, in the order of the configuration.
    package var inputs: [IndicatorID] {
        references.map(\.indicator).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The result for one period.
    ///
    /// - Parameter values: one value for each reference, in their order.
    /// - Returns: the result; `nil` without values, for a division by zero, or where the exact number has too many
    ///   digits.
    package func result(_ values: [ExactDecimal]) -> ExactDecimal? {
        guard let first = values.first else { return nil }
        let others = values.dropFirst()
        switch operation {
        case .mean:
            return Self.sum(values)?.divided(by: ExactDecimal(values.count), decimals: decimals)
        case .sum:
            return Self.sum(values)?.rounded(decimals: decimals)
        case .difference:
            return Self.sum(others).flatMap { first.subtracting($0) }?.rounded(decimals: decimals)
        case .ratio(let per):
            guard let denominator = others.first else { return nil }
            return first.multiplied(by: ExactDecimal(per))?.divided(by: denominator, decimals: decimals)
        case .share:
            guard let whole = Self.sum(others) else { return nil }
            return first.multiplied(by: ExactDecimal(100))?.divided(by: whole, decimals: decimals)
        }
    }

    private static func sum(_ values: some Sequence<ExactDecimal>) -> ExactDecimal? {
        values.reduce(Optional(.zero)) { sum, value in sum?.adding(value) }
    }
}

extension Indicator {
    /// The series of this indicator that must be judged anew when `input` changes.
    ///
    /// Where a fixed part of the population is asked for, only everybody's series can be made, also when `input` is the
    /// same part of another input.
    func derivedKeys(from input: SeriesKey) -> [SeriesKey] {
        let references = derivation?.references ?? []
        let own = references.filter { $0.indicator == input.indicator }
        return own.compactMap { $0.asker(id, of: input) }
            .filter { key in references.allSatisfy { $0.key(for: key) != nil } }
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
