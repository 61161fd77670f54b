/// How a value is made of the values of other indicators.
package struct Derivation: Hashable, Sendable {
    /// The operation.
    package enum Operation: String, Hashable, Sendable, CaseIterable {
        case mean
    }

    package let operation: Operation
    package let inputs: [IndicatorID]
    /// The result is rounded half up to so many decimals.
    package let decimals: Int

    package init(_ operation: Operation, of inputs: [IndicatorID], decimals: Int) {
        self.operation = operation
        self.inputs = inputs
        self.decimals = decimals
    }

    /// The result for one period; `nil` without values or where the exact sum has too many digits.
    package func result(_ values: [ExactDecimal]) -> ExactDecimal? {
        var sum = ExactDecimal.zero
        for value in values {
            guard let next = sum.adding(value) else { return nil }
            sum = next
        }
        return values.isEmpty ? nil : sum.divided(by: ExactDecimal(values.count), decimals: decimals)
    }
}

/// How far a value may miss its target before the light is red instead of amber (methods, section 7.3).
package enum Tolerance: Hashable, Sendable {
    /// A percentage of the target's value, without its sign.
    case percentOfTarget(ExactDecimal)
    /// An amount in the indicator's own unit, for percentages: points.
    case amount(ExactDecimal)

    /// The largest miss that is still amber, for a target of this value.
    package func largestAmberMiss(target: ExactDecimal) -> ExactDecimal? {
        switch self {
        case .amount(let amount): amount
        case .percentOfTarget(let percent):
            target.magnitude.multiplied(by: percent).flatMap {
                ExactDecimal(coefficient: $0.coefficient, scale: $0.scale + 2)
            }
        }
    }
}

/// Something that is measured.
package struct Indicator: Hashable, Sendable {
    package let id: IndicatorID
    package let title: String
    /// The full wording of the document, where it is longer than the title.
    package let description: String?
    package let unit: MeasureUnit
    package let better: Better
    package let cadence: Cadence
    package let source: String?
    package let owner: String?
    package let programme: String
    package let package: String
    /// The values that make sense: the unit's own range or a narrower or wider one from the configuration.
    package let range: ValueRange
    /// This indicator's own tolerance; `nil` for the general one.
    package let tolerance: Tolerance?
    package let derivation: Derivation?
    /// What the document's footnotes say of the row.
    package let notes: [String]

    package init(
        id: IndicatorID,
        title: String,
        description: String? = nil,
        unit: MeasureUnit,
        better: Better,
        cadence: Cadence,
        source: String? = nil,
        owner: String? = nil,
        programme: String,
        package: String,
        range: ValueRange? = nil,
        tolerance: Tolerance? = nil,
        derivation: Derivation? = nil,
        notes: [String] = []
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.unit = unit
        self.better = better
        self.cadence = cadence
        self.source = source
        self.owner = owner
        self.programme = programme
        self.package = package
        self.range = range ?? unit.naturalRange
        self.tolerance = tolerance
        self.derivation = derivation
        self.notes = notes
    }
}
