package import Indicators

/// Why no profile can be proposed for a file.
package enum NoSuggestion: Error, Equatable {
    /// It is no table that a profile can describe.
    case fault(FileFault)
    /// It is in one of Peilwacht's own forms, which are read without a profile.
    case ownForm

    /// What is to be told of it.
    package func sentences(_ language: Language) -> [String] {
        switch self {
        // The sentence of a receipt tells where the file was put; here it stays where it is.
        case .fault(let fault) where fault.faults.first?.reason == .personalData:
            [
                Phrases(language).say(
                    "In dit bestand staan waarschijnlijk persoonsgegevens. Er wordt geen profiel van gemaakt.",
                    "This file probably holds personal data. No profile is made of it."
                )
            ]
        case .fault(let fault): fault.faults.map { $0.sentence(language) }
        case .ownForm:
            [
                Phrases(language).say(
                    "Dit bestand heeft de vorm van Peilwacht zelf. Er is geen profiel voor nodig.",
                    "This file is in Peilwacht's own form. It needs no profile."
                )
            ]
        }
    }
}
