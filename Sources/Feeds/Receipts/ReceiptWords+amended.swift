internal import Indicators

/// The words about values that stayed while something beside them became another.
extension ReceiptWords {
    var amended: String { phrases.say("Zelfde waarde, maar anders:", "The same value, but:") }

    /// Which value stayed, and what is another beside it.
    ///
    /// `wmo-maatwerk/GM0303, 2025: 100; status (nu definitief) en toelichting`
    func line(_ value: AmendedValue) -> String {
        let names = phrases.list(value.changed.map { name($0, value) })
        return "\(place(value.series, value.period))\(shown(value.said)); \(names)"
    }

    /// What changed, as its column is called.
    private func name(_ particular: AmendedValue.Particular, _ value: AmendedValue) -> String {
        switch particular {
        case .status: PlainColumn.status.name(in: phrases) + now(value.isProvisional)
        case .interval: phrases.say("ondergrens of bovengrens", "lower or upper bound")
        case .sampleSize: PlainColumn.sampleSize.name(in: phrases)
        case .source: PlainColumn.source.name(in: phrases)
        case .referenceDate: PlainColumn.referenceDate.name(in: phrases)
        case .note: PlainColumn.note.name(in: phrases)
        }
    }

    private func now(_ isProvisional: Bool?) -> String {
        switch isProvisional {
        case true?: phrases.say(" (nu voorlopig)", " (provisional now)")
        case false?: phrases.say(" (nu definitief)", " (definitive now)")
        case nil: ""
        }
    }
}
