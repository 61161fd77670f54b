internal import Indicators

/// Draws a picture as SVG, for a mail, a page and a report alike.
///
/// It is the part of SVG that `rsvg-convert` renders: colours as attributes, no style sheet, no script, nothing from elsewhere.
/// The classes are there for a page, whose style sheet bears other colours for a dark ground.
package enum ChartSVG {
    /// The picture; `nil` where no true one can be made of the values.
    ///
    /// - Parameters:
    ///   - chart: what is shown.
    ///   - size: how large.
    ///   - id: what the ids in it begin with, so that several can stand on one page: letters, digits and hyphens.
    /// - Returns: an SVG document.
    package static func render(_ chart: SeriesChart, size: ChartSize, id: String = "grafiek") -> String? {
        html(chart, size: size, id: id)?.markup
    }

    /// The same as markup, to stand on a page.
    static func html(_ chart: SeriesChart, size: ChartSize, id: String) -> HTML? {
        guard let layout = ChartLayout(chart, size: size) else { return nil }
        let (width, height) = ("\(size.width)", "\(size.height)")
        let pen = ChartPen(textSize: Double(size.text))
        let drawing = ChartDrawing(layout: layout, pen: pen)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
            role="img" aria-labelledby="\(id)-titel \(id)-tekst" font-family="DejaVu Sans, sans-serif">
            <title id="\(id)-titel">\(chart.title)</title>
            <desc id="\(id)-tekst">\(chart.alternative)</desc>
            \(pen.rectangle((0, 0), (Double(size.width), Double(size.height)), ChartPalette.ground))\
            \(drawing.everything)\
            </svg>

            """
    }
}
