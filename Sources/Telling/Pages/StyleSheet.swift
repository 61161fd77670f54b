/// How every page looks: one text, that a browser asks for once.
///
/// Names of colours and sizes follow the conventions of NL Design System (prefix, part, CSS property). Nothing is hidden from
/// print or from a narrow screen but what leads elsewhere: where a table has no room, each row becomes a list of its cells, and
/// stays a table for whoever hears it (``PageTable`` says the roles).
package enum StyleSheet {
    package static let text = [
        colours, ground, frame, words, tables, controls, charts, IndicatorStyle.text, ReportStyle.styleSheet, narrow,
        forced, motion, print,
    ]
    .joined(separator: "\n")

    private static let colours = """
        :root{color-scheme:light dark;\(PagePalette.declarations(\.light));--peilwacht-focus-outline-width:3px;\
        --peilwacht-text-max-width:70ch}
        @media screen and (prefers-color-scheme:dark){:root{\(PagePalette.declarations(\.dark))}\(ChartPalette.darkRules)}
        """

    private static let ground = """
        *,*::before,*::after{box-sizing:border-box}
        html{text-size-adjust:100%;-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--peilwacht-page-background-color);color:var(--peilwacht-page-color);
        font-family:system-ui,"Segoe UI",Roboto,"Liberation Sans",sans-serif;font-size:1.0625rem;line-height:1.5;
        overflow-wrap:break-word}
        main{max-width:76rem;margin:0 auto;padding:0.5rem 1rem 2rem}
        main:focus{outline:none}
        :focus-visible,input:focus-within{outline:var(--peilwacht-focus-outline-width) solid currentColor;outline-offset:2px}
        a{color:var(--peilwacht-link-color);text-decoration:underline;text-underline-offset:0.15em}
        a:visited{color:var(--peilwacht-link-visited-color)}
        a:hover{text-decoration-thickness:0.15em}
        svg{max-width:100%}
        .sparkline{display:block;min-width:6rem}
        """

    private static let frame = """
        .skip{position:absolute;left:-100vw;top:0;padding:0.75rem 1rem;background:var(--peilwacht-page-background-color)}
        .skip:focus{left:0;z-index:1}
        .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .head,.trail,.foot{max-width:76rem;margin:0 auto;padding:0.5rem 1rem}
        .head{display:flex;flex-wrap:wrap;align-items:center;gap:0 2rem;border-bottom:1px solid var(--peilwacht-table-border-color)}
        .brand{margin:0;font-weight:700;font-size:1.2rem}
        nav ul,nav ol{display:flex;flex-wrap:wrap;gap:0 1.25rem;margin:0;padding:0;list-style:none}
        nav a{display:inline-block;min-height:1.5rem;padding:0.5rem 0}
        .head a[aria-current]{color:inherit;font-weight:700;text-decoration-thickness:0.2em}
        .trail{font-size:0.9375rem}
        .trail ol{gap:0 0.5rem;align-items:center}
        .trail li+li::before{content:"›" / "";margin-right:0.5rem;color:var(--peilwacht-muted-color)}
        .foot{border-top:1px solid var(--peilwacht-table-border-color);color:var(--peilwacht-muted-color);font-size:0.9375rem}
        .foot p{margin:0.25rem 0}
        .warning{max-width:none;margin:0.5rem 0;padding:0.75rem 1rem;border:2px solid currentColor;
        color:var(--peilwacht-warning-color);background:var(--peilwacht-page-background-color)}
        """

    private static let words = """
        h1{font-size:1.83rem;line-height:1.2;margin:0.75rem 0}
        h2{font-size:1.44rem;line-height:1.25;margin:2rem 0 0.5rem}
        h3{font-size:1.2rem;line-height:1.3;margin:1.5rem 0 0.5rem}
        h1,h2,h3,th{hyphens:auto}
        p,ul.text,ol.text,dl,blockquote{max-width:var(--peilwacht-text-max-width);margin:0.5rem 0}
        dt{font-weight:600}
        dd{margin:0 0 0.5rem}
        .muted{color:var(--peilwacht-muted-color)}
        .small{font-size:0.9375rem}
        .panel{background:var(--peilwacht-panel-background-color);padding:0.75rem 1rem;margin:1rem 0}
        .goals{max-width:var(--peilwacht-text-max-width);padding-left:1.25rem}
        .goals li{margin:0.25rem 0}
        .lines{max-width:60rem;margin:0.5rem 0;padding-left:1.5rem}
        .lines li{margin:0.375rem 0}
        .day{white-space:nowrap}
        \(LightMark.rules.markup)
        """

    private static let tables = """
        .table{margin:0.75rem 0}
        table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
        caption{text-align:left;font-weight:600;padding:0.5rem 0}
        th,td{text-align:left;vertical-align:top;padding:0.5rem 0.75rem 0.5rem 0;
        border-bottom:1px solid var(--peilwacht-table-border-color)}
        thead th{border-bottom-color:var(--peilwacht-control-border-color);vertical-align:bottom;font-size:0.9375rem}
        tbody th{font-weight:400}
        @media (min-width:60rem){
        .measured,.activities,.alerts{table-layout:fixed}
        .measured th:nth-child(1){width:26%}
        .measured th:nth-child(2){width:9%}
        .measured th:nth-child(3),.measured th:nth-child(4){width:14%}
        .measured th:nth-child(5){width:15%}
        .measured th:nth-child(6){width:10%}
        .activities th:nth-child(1){width:26%}
        .activities th:nth-child(2){width:9%}
        .activities th:nth-child(3),.activities th:nth-child(4){width:21.5%}
        .activities th:nth-child(5){width:10%}
        .alerts th:nth-child(1){width:20%}
        .alerts th:nth-child(2){width:9%}
        .alerts th:nth-child(3){width:10%}
        .alerts th:nth-child(5){width:19%}
        .alerts td{overflow-wrap:anywhere}
        }
        th.number,td.number{text-align:right;padding-left:0.75rem;padding-right:0.75rem}
        td.number{white-space:nowrap}
        th a,td a{display:inline-block;min-height:1.5rem}
        """

    private static let controls = """
        form.filter{display:flex;flex-wrap:wrap;gap:0.75rem 1rem;align-items:end}
        form.filter>div{flex:1 1 8rem;min-width:0}
        label{display:block;font-weight:600;margin-bottom:0.25rem}
        input,select,textarea,button{font:inherit;color:inherit;max-width:100%}
        input,select,textarea{width:100%;min-height:2.75rem;padding:0.375rem 0.5rem;
        background:var(--peilwacht-page-background-color);border:1px solid var(--peilwacht-control-border-color);border-radius:0}
        textarea{min-height:6rem}
        button{min-height:2.75rem;padding:0.375rem 1.25rem;border:2px solid transparent;cursor:pointer;font-weight:600;
        background:var(--peilwacht-button-background-color);color:var(--peilwacht-button-color)}
        button:focus-visible{outline-color:var(--peilwacht-page-color)}
        .error{color:var(--peilwacht-warning-color);font-weight:600}
        """

    private static let charts = """
        figure{margin:1rem 0;max-width:100%}
        figure svg{height:auto}
        figcaption{color:var(--peilwacht-muted-color);font-size:0.9375rem}
        .multiples{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:1rem}
        .only-narrow{display:none}
        """

    /// Where a table has no room each cell stands under its label, which is no part of the text: the head says it.
    private static let narrow = """
        @media (max-width:40rem){
        h1{font-size:1.53rem}
        h2{font-size:1.25rem}
        .only-narrow{display:block}
        .only-broad{display:none}
        .stacked,.stacked tbody,.stacked tr,.stacked th,.stacked td,.stacked caption{display:block}
        .stacked thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .stacked tr{padding:0.5rem 0;border-bottom:1px solid var(--peilwacht-table-border-color)}
        .stacked th,.stacked td,.stacked td.number,.stacked th.number{border:0;padding:0.125rem 0;text-align:left;white-space:normal}
        .stacked tbody th{font-weight:600}
        .stacked tbody th .small{font-weight:400}
        .measured tbody tr,.activities tbody tr{display:grid;grid-template-columns:1fr 1fr;gap:0.25rem 1rem}
        .measured tbody th,.activities tbody th{grid-column:1 / -1}
        .stacked [data-label]::before{content:attr(data-label);content:attr(data-label) / "";display:block;font-size:0.875rem;
        color:var(--peilwacht-muted-color)}
        .stacked tr.counts{display:flex;flex-wrap:wrap;gap:0.25rem 1.25rem}
        .stacked tr.counts th{flex:0 0 100%}
        }
        """

    /// Where the reader's own colours hold, pictures follow them: shapes and words tell the lights apart.
    private static let forced = """
        @media (forced-colors:active){
        \(seen.map { ".\($0)-fill{fill:CanvasText}.\($0)-stroke{stroke:CanvasText}" }.joined())
        .chart-ground-fill{fill:Canvas}.chart-ground-stroke{stroke:Canvas}
        .chart-band-fill{fill:Canvas}.chart-band-stroke,.chart-grid-stroke{stroke:GrayText}
        button{border-color:ButtonText}
        }
        """

    private static var seen: [String] { ChartPalette.seen.map(\.name) }

    private static let motion = """
        @media (prefers-reduced-motion:reduce){*,*::before,*::after{animation:none!important;transition:none!important;
        scroll-behavior:auto!important}}
        """

    private static let print = """
        @page{size:A4;margin:15mm}
        @media print{
        html{font-size:9pt}
        body{font-size:1rem}
        main,.foot{max-width:none;padding:0}
        .skip,.head,.trail,nav,form,form.filter,.pages{display:none}
        a,a:visited{color:inherit;text-decoration:none}
        h2,h3,caption,thead{break-after:avoid}
        tr,figure,.panel{break-inside:avoid}
        thead{display:table-header-group}
        }
        """
}
