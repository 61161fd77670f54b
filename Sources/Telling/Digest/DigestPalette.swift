internal import Assessment

/// The colours of the page, on a light and on a dark ground.
///
/// Every text has a contrast of at least 4.5 : 1 with its ground (WCAG 2.1, 1.4.3); a test computes it.
enum DigestPalette {
    /// Ink on a ground, as `#rrggbb`.
    struct Pair: Hashable, Sendable {
        let ink: String
        let ground: String
    }

    /// The same thing on both grounds.
    struct Tone: Hashable, Sendable {
        /// The class that carries the dark colours.
        let name: String
        let light: Pair
        let dark: Pair

        /// The light colours, for the attribute `style`.
        var style: String { "color:\(light.ink);background-color:\(light.ground)" }
    }

    static let page = Tone(
        name: "page",
        light: Pair(ink: "#1a1a1a", ground: "#f3f4f6"),
        dark: Pair(ink: "#f2f2f2", ground: "#121212")
    )
    static let card = Tone(
        name: "card",
        light: Pair(ink: "#1a1a1a", ground: "#ffffff"),
        dark: Pair(ink: "#f2f2f2", ground: "#1e1e1e")
    )
    static let label = Tone(
        name: "label",
        light: Pair(ink: "#4a4f57", ground: "#ffffff"),
        dark: Pair(ink: "#c4c7cc", ground: "#1e1e1e")
    )
    static let link = Tone(
        name: "link",
        light: Pair(ink: "#0b4f8a", ground: "#ffffff"),
        dark: Pair(ink: "#9ecbff", ground: "#1e1e1e")
    )

    static let plain = Tone(
        name: "plain",
        light: Pair(ink: "#1a1a1a", ground: "#e4e7eb"),
        dark: Pair(ink: "#f2f2f2", ground: "#3a3f45")
    )

    /// The colours of a light's word.
    static func badge(_ light: Light) -> Tone {
        switch light {
        case .red:
            Tone(
                name: "red",
                light: Pair(ink: "#ffffff", ground: "#b3261e"),
                dark: Pair(ink: "#000000", ground: "#ff8a80")
            )
        case .amber:
            Tone(
                name: "amber",
                light: Pair(ink: "#000000", ground: "#d17f00"),
                dark: Pair(ink: "#000000", ground: "#ffb74d")
            )
        case .green:
            Tone(
                name: "green",
                light: Pair(ink: "#ffffff", ground: "#1b6e34"),
                dark: Pair(ink: "#000000", ground: "#81c995")
            )
        case .grey:
            Tone(
                name: "grey",
                light: Pair(ink: "#ffffff", ground: "#5a5f66"),
                dark: Pair(ink: "#000000", ground: "#bdc1c6")
            )
        }
    }

    /// Everything above.
    static let tones = [page, card, label, link, plain] + Light.allCases.map(badge)

    /// The rules for a dark ground; they have to outweigh the attribute `style`.
    static var darkRules: String {
        tones.map { ".\($0.name){color:\($0.dark.ink)!important;background-color:\($0.dark.ground)!important}" }
            .joined()
    }
}
