extension PeriodKind {
    /// One of them in Dutch, the same for several behind "per"; in English the raw value says it.
    package var dutch: String {
        switch self {
        case .year: "jaar"
        case .halfYear: "halfjaar"
        case .quarter: "kwartaal"
        case .month: "maand"
        case .schoolYear: "schooljaar"
        case .week: "week"
        case .day: "dag"
        }
    }
}
