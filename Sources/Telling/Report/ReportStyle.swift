/// How the report looks: rules for its own classes, and what a page needs that stands alone.
package enum ReportStyle {
    /// The rules of the classes that begin with `report`.
    ///
    /// They take the colours of the page where it has some, and print on A4, landscape.
    static let rules: HTML = """
        .report table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.4}
        .report caption{text-align:left;font-weight:700;padding:.5rem 0}
        .report th,.report td{border:1px solid currentColor;border-color:var(--peilwacht-table-border-color,#767f88);padding:.25rem .5rem;text-align:left;vertical-align:top}
        .report thead th{border-bottom-width:2px;vertical-align:bottom}
        .report tbody th{font-weight:400;min-width:12rem;max-width:22rem}
        .report td p{margin:0 0 .25rem;min-width:14rem}
        .report-figure{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        .report td.report-figure,.report th.report-figure{text-align:right}
        .report-note{display:block;font-size:.85em;white-space:normal}
        .report-short,.report-number{white-space:nowrap}
        .report-wide{overflow-x:auto;margin-bottom:1.5rem}
        .report-facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:.5rem 1.5rem;margin:0 0 1rem}
        .report-facts dt{font-weight:700}
        .report-facts dd{margin:0}
        .report-goals,.report-legend,.report-forms,.report-footnotes{padding-left:0;list-style:none}
        .report-footnotes{font-size:.875rem;margin:-1rem 0 1.5rem}
        .report-goals li{margin-bottom:.25rem}
        .report-number{font-weight:700}
        .report-forms{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem}
        @media print{
        .report-forms{display:none}
        body:has(.report){page:report;font-size:9pt}
        .report h2{font-size:13pt;margin:12pt 0 4pt}
        .report h3{font-size:11pt;margin:8pt 0 4pt}
        .report table{font-size:8pt;line-height:1.25}
        .report-wide{overflow:visible;margin-bottom:10pt}
        .report-footnotes{font-size:8pt;margin-top:-6pt}
        .report thead{display:table-header-group}
        .report tr,.report-facts{break-inside:avoid}
        .report h2,.report h3,.report caption{break-after:avoid}
        .report p,.report li{max-width:none}
        .report td p{min-width:0}
        .report tbody th{min-width:0}
        }
        @page report{size:A4 landscape;margin:12mm}

        """

    /// What a page of its own needs besides.
    static let standalone: HTML = """
        :root{color-scheme:light dark}
        body{font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Liberation Sans",sans-serif;margin:1.5rem;color:#1b1f24;background:#fff}
        h1{font-size:1.75rem}h2{font-size:1.375rem;margin-top:2rem}h3{font-size:1.125rem}
        p,li{max-width:70ch}
        \(LightMark.rules)
        :focus-visible{outline:3px solid #0b57a4;outline-offset:2px}
        @media screen and (prefers-color-scheme:dark){body{color:#e8eaed;background:#14171a}:focus-visible{outline-color:#8ab8f5}}
        @media screen and (prefers-color-scheme:dark){\(ChartPalette.darkRules)}
        @media print{body{margin:0;color:#000;background:#fff}}

        """

    /// The rules as text, for a style sheet.
    package static var styleSheet: String { rules.markup }
}
