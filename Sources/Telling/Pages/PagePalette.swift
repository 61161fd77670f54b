/// The colours of the status page, on a light and on a dark ground, as its style sheet names them.
///
/// Text has a contrast of at least 4.5 : 1 with each ground that it stands on, what only marks of 3 : 1 (WCAG 2.2, 1.4.3 and
/// 1.4.11); a test computes it. The lights have the colours of pictures (``ChartPalette``).
enum PagePalette {
    /// One colour on both grounds.
    struct Tone: Hashable, Sendable {
        /// Without the prefix of the product: `link-color`.
        let name: String
        let light: String
        let dark: String
    }

    static let page = Tone(name: "page-background-color", light: "#ffffff", dark: "#14171a")
    static let panel = Tone(name: "panel-background-color", light: "#f4f6f8", dark: "#1e2327")
    static let text = Tone(name: "page-color", light: "#1b1f24", dark: "#e8eaed")
    static let muted = Tone(name: "muted-color", light: "#57606a", dark: "#a8b0b8")
    static let link = Tone(name: "link-color", light: "#0b57a4", dark: "#8ab8f5")
    static let visited = Tone(name: "link-visited-color", light: "#6a3d9a", dark: "#c9a7f0")
    static let border = Tone(name: "control-border-color", light: "#767f88", dark: "#8b949e")
    /// A help for the eye between rows, which nobody has to see.
    static let rule = Tone(name: "table-border-color", light: "#d0d7de", dark: "#3a424a")
    static let warning = Tone(name: "warning-color", light: "#b3261e", dark: "#ff8a80")
    static let button = Tone(name: "button-background-color", light: "#0b57a4", dark: "#8ab8f5")
    static let onButton = Tone(name: "button-color", light: "#ffffff", dark: "#14171a")

    /// What stands on both grounds as text.
    static let texts = [text, muted, link, visited, warning]
    /// All of them.
    static let tones = [page, panel, border, rule, button, onButton] + texts

    /// The declarations of all of them.
    static func declarations(_ colour: (Tone) -> String) -> String {
        tones.map { "--peilwacht-\($0.name):\(colour($0))" }.joined(separator: ";")
    }
}
