package import Indicators

/// A value beside those of other areas in the same period.
package struct GroupStanding: Hashable, Sendable, Codable {
    /// What people call the group; `nil` for the country as a whole.
    package let group: String?
    package let period: Period
    /// The value that is compared.
    package let value: ExactDecimal
    /// What it is compared with: the value of the country, else the median of the others.
    package let reference: ExactDecimal
    /// The value minus that.
    package let difference: ExactDecimal
    /// How many others of the group have a value of the period.
    package let members: Int
    /// How many others the group has.
    package let size: Int
    /// The place among all with a value, 1 for the most favourable; `nil` for the country.
    ///
    /// Equal values have the same.
    package let rank: Int?
    /// The quarter among all with a value, the first for the most favourable; `nil` for the country.
    package let quarter: Quarter?
    /// How many standard deviations of the others the value lies above their mean, to one decimal; `nil` for the
    /// country, and where the others do not differ.
    package let zScore: ExactDecimal?
    /// How many of the others' values may still change.
    package let provisional: Int
    /// Whether the own value may.
    package let isProvisional: Bool

    package var isCountry: Bool { group == nil }

    /// How many have a value, the own one among them.
    package var count: Int { members + 1 }

    /// `nil` where there is no value to compare with, or no exact number can hold the difference.
    ///
    /// - Parameters:
    ///   - own: the value that is compared.
    ///   - others: those of the other areas in the same period.
    ///   - group: the group.
    ///   - size: how many other areas it has.
    ///   - better: which way is better.
    init?(
        of own: RecordedObservation,
        among others: [RecordedObservation],
        _ group: AreaGroup,
        size: Int,
        better: Better
    ) {
        let values = others.map(\.value)
        guard let reference = values.median, let difference = own.value.subtracting(reference) else { return nil }
        self.group = group.title
        period = own.period
        value = own.value
        self.reference = reference
        self.difference = difference.withoutTrailingZeros
        members = others.count
        self.size = size
        provisional = others.count { $0.observation.status == .provisional }
        isProvisional = own.observation.status == .provisional
        guard !group.isCountry else {
            (rank, quarter, zScore) = (nil, nil, nil)
            return
        }
        rank = 1 + values.count { better == .lower ? $0 < own.value : $0 > own.value }
        let fromLowest = Quartiles((values + [own.value]).map(\.double))?.quarter(of: own.value.double)
        quarter = better == .lower ? fromLowest : fromLowest?.fromOtherEnd
        zScore = ZScore(of: own.value.double, among: values.map(\.double)).flatMap {
            ExactDecimal($0.value, decimals: 1)
        }
    }
}

extension [ExactDecimal] {
    /// The middle one, or the middle of both; `nil` without any.
    fileprivate var median: ExactDecimal? {
        let sorted = sorted()
        guard let upper = sorted.dropFirst(count / 2).first else { return nil }
        guard count.isMultiple(of: 2) else { return upper }
        let lower = sorted[count / 2 - 1]
        let scale = Swift.max(lower.scale, upper.scale)
        return lower.adding(upper)?.divided(by: ExactDecimal(2), decimals: Swift.min(scale + 1, 18))?
            .withoutTrailingZeros
    }
}
