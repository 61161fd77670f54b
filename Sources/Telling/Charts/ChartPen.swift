internal import Assessment

/// Makes the elements of a picture.
struct ChartPen {
    typealias Place = (x: Double, y: Double)

    /// The size of the letters.
    let textSize: Double

    /// A coordinate, to a tenth of a pixel.
    static func written(_ number: Double) -> String {
        let tenths = number.isFinite && abs(number) < 1e6 ? Int((number * 10).rounded()) : 0
        let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
        return "\(tenths < 0 ? "-" : "")\(whole)\(rest == 0 ? "" : ".\(rest)")"
    }

    private func n(_ number: Double) -> String { Self.written(number) }

    private func path(_ places: [Place]) -> String { places.map { "\(n($0.x)),\(n($0.y))" }.joined(separator: " ") }

    func rectangle(_ corner: Place, _ size: (width: Double, height: Double), _ tone: ChartPalette.Tone) -> HTML {
        """
        <rect x="\(n(corner.x))" y="\(n(corner.y))" width="\(n(size.width))" height="\(n(size.height))" \
        class="\(tone.name)-fill" fill="\(tone.light)"/>

        """
    }

    /// A tint over what lies beneath it.
    func tint(_ corner: Place, _ size: (width: Double, height: Double), _ tone: ChartPalette.Tone) -> HTML {
        """
        <rect x="\(n(corner.x))" y="\(n(corner.y))" width="\(n(size.width))" height="\(n(size.height))" \
        class="\(tone.name)-fill" fill="\(tone.light)" fill-opacity="0.08"/>

        """
    }

    /// A line through places; dashes as SVG writes them.
    func line(_ places: [Place], _ tone: ChartPalette.Tone, width: Double = 1, dashes: String = "none") -> HTML {
        """
        <polyline points="\(path(places))" class="\(tone.name)-stroke" stroke="\(tone.light)" \
        stroke-width="\(n(width))" stroke-dasharray="\(dashes)" stroke-linejoin="round" fill="none"/>

        """
    }

    /// An area between places.
    func area(_ places: [Place], _ tone: ChartPalette.Tone) -> HTML {
        """
        <polygon points="\(path(places))" class="\(tone.name)-fill" fill="\(tone.light)" fill-opacity="0.16"/>

        """
    }

    /// Where a text begins, is in the middle, or ends.
    enum Anchor: String {
        case start
        case middle
        case end
    }

    /// A text, with its middle at the height of the place.
    func text(
        _ words: String,
        at place: Place,
        _ tone: ChartPalette.Tone,
        anchor: Anchor = .start,
        smaller: Double = 0,
        isBold: Bool = false,
        hasHalo: Bool = false
    ) -> HTML {
        let halo: HTML =
            " stroke=\"\(ChartPalette.ground.light)\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\""
        return """
            <text x="\(n(place.x))" y="\(n(place.y))" dy="0.35em" font-size="\(n(textSize - smaller))" \
            font-weight="\(isBold ? "bold" : "normal")" text-anchor="\(anchor.rawValue)" \
            class="\(tone.name)-fill\(hasHalo ? " chart-ground-stroke" : "")" fill="\(tone.light)"\(hasHalo ? halo : "")>\
            \(words)</text>

            """
    }

    /// A value; one that may still change is hollow.
    func dot(_ place: Place, _ tone: ChartPalette.Tone, radius: Double, isHollow: Bool) -> HTML {
        "<circle cx=\"\(n(place.x))\" cy=\"\(n(place.y))\" r=\"\(n(radius))\" \(paint(tone, isHollow: isHollow))/>\n"
    }

    /// The mark of a light, which shows as a shape and not only as a colour: circle, diamond, square, and a ring for grey.
    func mark(_ light: Light, _ place: Place, isHollow: Bool) -> HTML {
        let tone = ChartPalette.mark(light)
        switch light {
        case .green: return dot(place, tone, radius: 6, isHollow: isHollow)
        case .grey: return dot(place, tone, radius: 6, isHollow: true)
        case .amber:
            let corners: [Place] = [
                (place.x, place.y - 8), (place.x + 8, place.y), (place.x, place.y + 8), (place.x - 8, place.y),
            ]
            return "<polygon points=\"\(path(corners))\" \(paint(tone, isHollow: isHollow))/>\n"
        case .red:
            return """
                <rect x="\(n(place.x - 6))" y="\(n(place.y - 6))" width="12" height="12" \(paint(tone, isHollow: isHollow))/>

                """
        }
    }

    private func paint(_ tone: ChartPalette.Tone, isHollow: Bool) -> HTML {
        let filling = isHollow ? ChartPalette.ground : tone
        return """
            class="\(filling.name)-fill \(tone.name)-stroke" fill="\(filling.light)" stroke="\(tone.light)" stroke-width="2"
            """
    }
}
