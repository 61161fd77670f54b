internal import Assessment
internal import Indicators

/// The other series of an indicator beside each other, the worst first: each as a small chart or its value, and all of them
/// in a table.
struct SmallMultiples: Sendable {
    let dossier: IndicatorDossier
    let plan: PagePlan

    /// By their lights as they may be told: the order must not say what is hidden.
    private var parts: [IndicatorDossier.Part] {
        dossier.parts.map { ($0, $0.assessment.told(by: plan.disclosure).light) }
            .enumerated()
            .sorted { one, other in
                (other.element.1.gravity, one.offset) < (one.element.1.gravity, other.offset)
            }
            .map(\.element.0)
    }

    var html: HTML {
        let parts = parts
        let figures = parts.enumerated().compactMap { number, part in figure(part, number: number) }
        let charts: HTML = figures.isEmpty ? "" : "<div class=\"multiples\">\n\(HTML(joining: figures))</div>\n"
        return HTML(joining: [charts, table.html(plan.phrases)])
    }

    /// All of them in a table.
    var table: PageTable {
        SeriesRows(programme: dossier.programme, areaNames: dossier.areaNames, plan: plan)
            .table(parts.map(\.assessment), on: dossier.address)
    }

    private func figure(_ part: IndicatorDossier.Part, number: Int) -> HTML? {
        let (assessment, language) = (part.assessment, plan.phrases.language)
        guard let chart = SeriesChart(part.subject, assessment, by: plan.disclosure, language: language),
            let drawing = ChartSVG.html(chart, size: .small, id: "deel-\(number)")
        else { return nil }
        let rows = SeriesRows(programme: dossier.programme, areaNames: dossier.areaNames, plan: plan)
        let light = LightMark(assessment.told(by: plan.disclosure).light, plan.phrases)
        return """
            <figure class="part">
            <figcaption>\(rows.link(to: assessment)) \(light.html)</figcaption>
            \(drawing)</figure>

            """
    }
}
