/// How wide a text is, as far as that has to be known before it is drawn.
///
/// DejaVu Sans is the widest font that a picture is drawn in: what fits with it fits with others.
enum ChartText {
    /// In the unit of the size.
    static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
        let units = text.unicodeScalars.reduce(0.0) { $0 + width($1) }
        return units * size * (isBold ? 1.1 : 1)
    }

    private static func width(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "0"..."9": 0.64
        case ".", ",", " ", "\u{A0}", "i", "j", "l", "'", ":", ";": 0.32
        case "m", "w", "M", "W", "%", "@": 0.98
        case "A"..."Z", "<", ">", "=", "≤", "≥", "±", "×", "\u{2212}": 0.84
        case "a"..."z": 0.63
        default: 1
        }
    }
}
