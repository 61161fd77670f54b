internal import Indicators

/// A chart on a page, in two renderings of which the style sheet shows the one that fits.
struct ChartFigure {
    let chart: SeriesChart

    /// The figure with its words below it; nothing where no true picture can be made.
    var html: HTML {
        guard let wide = ChartSVG.html(chart, size: .page, id: "verloop"),
            let narrow = ChartSVG.html(chart, size: .mail, id: "verloop-smal")
        else { return "" }
        return """
            <figure class="chart">
            <div class="only-broad">\(wide)</div>
            <div class="only-narrow">\(narrow)</div>
            <figcaption>\(chart.alternative)</figcaption>
            </figure>

            """
    }
}
