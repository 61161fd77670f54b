internal import Assessment

/// The colours of a picture, on a light and on a dark ground.
///
/// A mail shows the light ones on their own white ground, also where the mail is dark. On a page the classes bear the dark
/// ones (``darkRules``). Text has a contrast of at least 4.5 : 1 with its ground, lines and marks of 3 : 1 (WCAG 2.1, 1.4.3
/// and 1.4.11); a test computes it. What is no more than a help for the eye, grid and tint, need not have it.
enum ChartPalette {
    /// One colour on both grounds.
    struct Tone: Hashable, Sendable {
        /// The class that carries the dark colour.
        let name: String
        let light: String
        let dark: String
    }

    static let ground = Tone(name: "chart-ground", light: "#ffffff", dark: "#1e1e1e")
    static let ink = Tone(name: "chart-ink", light: "#1a1a1a", dark: "#f2f2f2")
    static let muted = Tone(name: "chart-muted", light: "#4a4f57", dark: "#c4c7cc")
    static let line = Tone(name: "chart-line", light: "#0b4f8a", dark: "#9ecbff")
    static let target = Tone(name: "chart-target", light: "#8e2a6b", dark: "#f0a6d8")
    static let forecast = Tone(name: "chart-forecast", light: "#5a5f66", dark: "#bdc1c6")
    static let grid = Tone(name: "chart-grid", light: "#d9dde2", dark: "#3a3f45")
    static let band = Tone(name: "chart-band", light: "#e9edf1", dark: "#2d3238")

    /// The colour of a light's mark.
    static func mark(_ light: Light) -> Tone {
        switch light {
        case .red: Tone(name: "chart-red", light: "#b3261e", dark: "#ff8a80")
        case .amber: Tone(name: "chart-amber", light: "#a65300", dark: "#ffb74d")
        case .green: Tone(name: "chart-green", light: "#1b6e34", dark: "#81c995")
        case .grey: Tone(name: "chart-grey", light: "#5a5f66", dark: "#bdc1c6")
        }
    }

    /// What has to be seen.
    static let seen = [ink, muted, line, target, forecast] + Light.allCases.map(mark)

    /// The rules of a page for a dark ground: a class outweighs the attribute.
    static var darkRules: String {
        ([ground, grid, band] + seen).map { tone in
            ".\(tone.name)-fill{fill:\(tone.dark)}.\(tone.name)-stroke{stroke:\(tone.dark)}"
        }
        .joined()
    }
}
