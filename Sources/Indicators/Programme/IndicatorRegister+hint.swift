extension IndicatorRegister {
    /// What to say of an id that no indicator has.
    ///
    /// `there is no indicator 'wmo'; did you mean 'wmo-maatwerk'? 'peilwacht targets' lists them`
    package func words(aboutUnknown id: String) -> String {
        let near = NearestName.candidates(id, in: indicators.keys.map(\.description))
        let names = Phrases(.en).choice(near.map { "'\($0.shownSafely())'" })
        let hint = near.isEmpty ? ";" : "; did you mean \(names)?"
        return "there is no indicator '\(id.shownSafely())'\(hint) 'peilwacht targets' lists them"
    }

    /// What to say to somebody who asked for a programme that is not there: those that are.
    package func words(aboutUnknownProgramme id: String) -> String {
        let names = Phrases(.en).list(programmes.map { "'\($0.id.shownSafely())'" })
        return "there is no programme '\(id.shownSafely())'; there is \(names.isEmpty ? "none" : names)"
    }
}
