internal import Indicators

/// Looks up the groups that indicators are compared with.
struct BenchmarkCheck {
    let faults: FaultList

    /// Notes groups that the programme does not have, and indicators that cannot be compared.
    func check(_ programme: ProgrammeDraft) {
        let known = programme.groups.map(\.id.value) + [AreaGroup.countryID]
        for indicator in programme.packages.flatMap(\.indicators) {
            for name in indicator.benchmarks where !known.contains(name.value) {
                let hint = NearestName.find(name.value, in: known).map { "; did you mean '\($0)'?" } ?? ""
                faults.add("the programme has no group \(quoted(name.value))\(hint)", at: name.place)
            }
            if let first = indicator.benchmarks.first { noteUnsuited(indicator, at: first.place) }
        }
    }

    /// Municipalities differ in size: what is counted says nothing of how they do.
    private func noteUnsuited(_ indicator: IndicatorDraft, at place: Place) {
        guard let unit = indicator.unit?.value else { return }
        if unit == .milestone || indicator.budget != nil || indicator.staysLevel {
            faults.add(
                "'benchmark' is about measured values of which one way is better; remove it from this indicator",
                at: place
            )
        } else if unit == .count || unit.euros != nil {
            faults.add(
                """
                municipalities differ in size, and \(quoted(unit.symbol)) grows with it: compare a share, or derive it \
                'per: 1000' of the inhabitants
                """,
                at: place
            )
        }
    }
}
