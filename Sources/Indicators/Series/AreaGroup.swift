/// Areas that a series is compared with.
package struct AreaGroup: Hashable, Sendable {
    package let id: String
    /// What people call them: `vergelijkbare gemeenten`; `nil` for the whole country.
    package let title: String?
    package let areas: [AreaCode]

    /// A named group.
    package init(id: String, title: String, areas: [AreaCode]) {
        self.id = id
        self.title = title
        self.areas = areas
    }

    /// The country as a whole, under the code by which it is known.
    package init(country: AreaCode) {
        id = Self.countryID
        title = nil
        areas = [country]
    }

    /// The name by which an indicator asks for the country.
    package static let countryID = "NL"

    /// Whether it is the country as a whole: one value, and no group of equals.
    package var isCountry: Bool { title == nil }

    /// What people call it.
    package func name(in phrases: Phrases) -> String { title ?? phrases.say("Nederland", "the Netherlands") }
}
