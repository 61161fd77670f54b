/// How an indicator, its alerts and their forms look, and a receipt: a part of the style sheet of all pages.
enum IndicatorStyle {
    static let text = [words, alerts, forms, print].joined(separator: "\n")

    private static let words = """
        .lead{font-size:1.2rem}
        .lead .light{font-weight:700}
        ul.text{padding-left:1.25rem}
        small{font-size:0.9375rem;color:var(--peilwacht-muted-color)}
        td ul.text{margin:0.25rem 0}
        .part{margin:0}
        .part figcaption{color:inherit}
        pre.receipt{white-space:pre-wrap;overflow-wrap:anywhere;font-size:0.9375rem;
        background:var(--peilwacht-panel-background-color);padding:0.75rem 1rem}
        """

    private static let alerts = """
        .episode{border-top:1px solid var(--peilwacht-table-border-color);padding:0.25rem 0}
        .episode h3{margin:0.5rem 0}
        details{margin:0.25rem 0}
        summary{cursor:pointer;display:list-item;min-height:1.5rem;color:var(--peilwacht-link-color);
        text-decoration:underline;text-underline-offset:0.15em}
        """

    private static let forms = """
        .handling{max-width:var(--peilwacht-text-max-width);padding:0.5rem 0 0.5rem 1rem;
        border-left:4px solid var(--peilwacht-control-border-color)}
        .handling fieldset{margin:0 0 0.75rem;padding:0.25rem 1rem 0.5rem;border:1px solid var(--peilwacht-control-border-color);
        min-width:0}
        .handling legend{font-weight:600}
        .handling input[type=radio]{width:1.5rem;height:1.5rem;min-height:0;margin:0 0.5rem 0 0;vertical-align:-0.35em}
        .handling input[type=radio]+label{display:inline;font-weight:400}
        .handling input[type=date]{max-width:16rem}
        .handling [aria-invalid]{border:2px solid var(--peilwacht-warning-color)}
        """

    private static let print = """
        @media print{details>:not(summary){display:block}pre.receipt{background:none}}
        """
}
