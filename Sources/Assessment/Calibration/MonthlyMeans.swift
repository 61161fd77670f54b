internal import Indicators

/// The yearly means of a series of months, as of each month that has enough months before it.
struct MonthlyMeans {
    /// Each with the place of its month among the values.
    let means: [(place: Int, mean: YearlyMean)]

    /// `nil` where the values are not of months that follow each other until the last, or are too few.
    init?(of values: [RecordedObservation]) {
        guard values.last?.period.kind == .month else { return nil }
        let start = values.indices.dropFirst().last { values[$0 - 1].period.steps(to: values[$0].period) != 1 } ?? 0
        let numbers = values.map(\.value.double)
        means = values.indices[start...].compactMap { place in
            YearlyMean(numbers[start...place]).map { (place, $0) }
        }
        guard means.last?.place == values.count - 1 else { return nil }
    }

    /// So many months in a row open an alert.
    static func hold(_ profile: AlertProfile) -> Int {
        switch profile {
        case .facts, .calibrated: 1
        case .strict: 3
        }
    }
}
