extension MeasureUnit {
    /// The unit that this one is another way of writing, such as `per 1000` for `per duizend`; `nil` where it is none.
    package var meant: MeasureUnit? {
        let folded = symbol.lowercased()
        let known = Self.spellings[folded] ?? Self.named.first { $0.symbol.lowercased() == folded }
        return known == self ? nil : known
    }

    /// The units that mean something to the program.
    private static let named = [
        percent, count, perThousand, milestone, euro, thousandEuro, MeasureUnit("maanden"), MeasureUnit("dagen"),
        MeasureUnit("weken"),
    ]

    /// What people write for them, in small letters.
    private static let spellings: [String: MeasureUnit] = [
        "procent": .percent, "percentage": .percent, "pct": .percent, "percent": .percent,
        "per duizend": .perThousand, "per 1.000": .perThousand, "promille": .perThousand, "‰": .perThousand,
        "per mille": .perThousand, "/1000": .perThousand,
        "aantallen": .count, "stuks": .count, "count": .count, "number": .count,
        "mijlpalen": .milestone, "milestone": .milestone,
        "euro": .euro, "euro's": .euro, "euros": .euro, "eur": .euro,
        "€ 1000": .thousandEuro, "€1.000": .thousandEuro, "€1000": .thousandEuro, "x € 1.000": .thousandEuro,
        "x € 1000": .thousandEuro, "duizend euro": .thousandEuro, "1.000 euro": .thousandEuro,
        "maand": MeasureUnit("maanden"), "months": MeasureUnit("maanden"), "dag": MeasureUnit("dagen"),
        "days": MeasureUnit("dagen"), "week": MeasureUnit("weken"), "weeks": MeasureUnit("weken"),
    ]
}
