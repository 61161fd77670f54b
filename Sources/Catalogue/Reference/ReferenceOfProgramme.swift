/// The keys of programme files and feed files.
extension ReferenceSection {
    static let programmeFile = [
        programme, area, package, goal, goalTarget, indicator, derived, scopedPath, reported, seriesBreak,
    ]

    static let programme = ReferenceSection(
        name: "a programme",
        keys: [
            .required("programme", "id", "the programme's id, as in 'dronten-2026'"),
            .required("title", "text", "the title as people know it"),
            .required("area", "mapping", "the area that the targets are about"),
            .optional(
                "areas",
                "list of mappings",
                """
                more areas that measurement files may name; districts and neighbourhoods of a municipality are \
                known by their codes
                """
            ),
            .optional("source", "text", "the document that the file was transcribed from"),
            .optional("profile", profileWords, "`facts`", "of every indicator that names none: \(profileMeaning)"),
            .optional(
                "contradictions",
                "list of texts",
                "where the document contradicts itself, beside what `check --notes` finds by itself"
            ),
            .required("packages", "list", "the parts of the programme"),
        ]
    )

    private static let profileWords = "`facts`, `calibrated` or `strict`"

    private static let profileMeaning = """
        `facts` tells at once of each published figure that misses its own target, `calibrated` when it lies beyond the \
        noise of the figure or lasts, `strict` further beyond
        """

    static let area = ReferenceSection(
        name: "an area",
        keys: [
            .required("code", "CBS code", "the code, as in 'GM0303'"),
            .required("name", "text", "the name by which files may call it"),
        ]
    )

    static let package = ReferenceSection(
        name: "a package",
        keys: [
            .required("id", "id", "the package's id, as in '6N'"),
            .required("title", "text", "the title as people know it"),
            .optional("goals", "list", "what is to be reached, in the document's own sentences"),
            .optional("indicators", "list", "what is measured"),
        ]
    )

    static let goal = ReferenceSection(
        name: "a goal",
        keys: [
            .required("id", "id", "its number, as in '6N-7'"),
            .required("text", "text", "the document's own sentence"),
            .optional("heading", "text", "the heading above it in the document"),
            .optional("targets", "list", "the targets that the sentence names"),
            .optional("unmeasured", "text", "why nothing measures the goal yet; has to be there without targets"),
        ]
    )

    static let goalTarget = ReferenceSection(
        name: "a goal's target",
        keys: [
            .required("indicator", "id", "the indicator that is held against it"),
            .required("period", "period", "when it has to be reached, as in '2026'"),
            .required("target", "target", "what has to be reached, as in '<25,3%', 'stijging t.o.v. 2024' or 'gereed'"),
            .optional("applies_to", "series", "`all`", appliesToMeaning),
            .optional(
                "planned",
                "`true` or `false`",
                "`true`",
                plannedMeaning
            ),
        ]
    )

    private static let plannedMeaning = """
        whether the document names the period; else it holds from then on without a date, and no date is told
        """

    private static let appliesToMeaning =
        "the series that the target holds for: an area, a breakdown or both, as in 'WK030301 leeftijd=65+'"

    /// Also what is said where nobody says it.
    static let dueMeaning =
        "a value is overdue so many days after the end of its period, as in '180 days', or '90 days from start'"

    static let indicator = ReferenceSection(
        name: "an indicator",
        keys: [
            .required("id", "id", "the name that measurement files use, as in 'wmo-maatwerk'"),
            .required("title", "text", "a short title, for the subject of a mail"),
            .optional("description", "text", "the document's full wording"),
            .required("unit", "unit", "what the values count: '%', 'per 1000', 'aantal', 'maanden', 'mijlpaal'"),
            .required(
                "better",
                "`lower` or `higher`",
                "the direction that is better; a bare number as a target takes its comparator from it"
            ),
            .required(
                "cadence",
                "`year`, `half-year`, `quarter`, `month`, `school-year`, `week` or `day`",
                "the kind of period that each value is about"
            ),
            .optional("every", "whole number", "`1`", "a value for every so many periods"),
            .optional(
                "first",
                "period",
                "the first value that is there",
                "the first period for which a value is expected; nothing is overdue before"
            ),
            .optional(
                "due",
                "days",
                "**required**, but where a feed that brings it says it",
                dueMeaning
            ),
            .optional("source", "text", "who or what measures it"),
            .optional("owner", "text", "who answers for it"),
            .optional("heading", "text", "the heading of the table in the document"),
            .optional(
                "tolerance",
                "tolerance",
                "the general one",
                "how far this indicator may miss a target and be amber: '2%' of the target's value, or '0,5 units'"
            ),
            .optional("minimum", "number", "the unit's own", "a smaller value is refused"),
            .optional("maximum", "number", "the unit's own", "a larger value is refused"),
            .optional(
                "decimals",
                "whole number",
                "`0` for `aantal`, else any",
                """
                a value with more decimals is refused; from `3` on, `1.384` beside `36.5` is no longer taken for a \
                thousand that may be meant
                """
            ),
            .optional(
                "plausible",
                "number of times or `any`",
                "`10`; `any` for a budget line and in districts and neighbourhoods",
                """
                a value that is more than so many times as large or as small as the one before it is refused, until \
                the row says `bevestigd` in the column `status`
                """
            ),
            .optional("profile", profileWords, "that of the programme", "what opens an alert: \(profileMeaning)"),
            .optional(
                "counts",
                "`events`, `persons` or both with a comma",
                "neither",
                """
                what its values count: of independent events, such as incidents, a small number is never red while chance \
                alone explains the distance to the target
                """
            ),
            .optional("derived", "mapping", "computed from other indicators instead of measured"),
            .optional("documented", "periods with cells", "the measured cells that the document shows, word for word"),
            .optional("targets", "periods with targets", "the yearly path, cell by cell as the document writes it"),
            .optional("planned", "`true` or `false`", "`true`", "of its own path: \(plannedMeaning)"),
            .optional(
                "level",
                "`true` or `false`",
                "`false`",
                "whether a bare number in its path is to be kept, neither below nor above, within `margin`"
            ),
            .optional(
                "recurs",
                "`true` or `false`",
                "`false`",
                "for a milestone: whether it has to be done once in every period of its cadence, from `first` on"
            ),
            .optional("applies_to", "series", "`all`", appliesToMeaning),
            .optional("paths", "list of mappings", "yearly paths of other series of the indicator"),
            .optional(
                "interpolation",
                "`none`, `last` or `linear`",
                "`none`",
                "what holds in the periods between two cells: no target, the last one, or the straight line"
            ),
            .optional(
                "margin",
                "tolerance",
                "none",
                "how far a value may lie from its baseline and still be 'gelijkblijvend': '2%' of it, or '0,5 units'"
            ),
            .optional("layer", "`activity`, `effect` or `impact`", "the layer of a performance indicator"),
            .optional(
                "target_from",
                "period",
                "the nulmeting by which a target has yet to be set; once its value is there an alert asks for the target, "
                    + "until this key goes"
            ),
            .optional(
                "budget",
                "`costs`, `income` or `balance`",
                "makes it a budget line: its targets are the budgets of whole years, its values what was realised"
            ),
            .optional(
                "realised",
                "`cumulative` or `per-period`",
                "`cumulative`",
                "whether a realised amount counts from the start of the year, or for its own period"
            ),
            .optional(
                "forecast",
                "`true` or `false`",
                "`true`",
                "whether the year's outcome is told from its months; `false` for what moves once, such as a reserve"
            ),
            .optional("ends", "date", "the last day on which there is money for it, as in '2026-12-31'"),
            .optional(
                "uncertain_from",
                "date",
                "the day from which nobody knows whether there is money for it; instead of `ends`"
            ),
            .optional("warn", "days", "`180 days`", "the warning before the end begins so many days before"),
            .optional("reported", "list of mappings", "what the documents report of a milestone"),
            .optional("notes", "list of texts", "the footnotes of the row"),
            .optional(
                "breaks",
                "list of mappings",
                """
                the days from which values cannot be compared with earlier ones, as by another definition: no trend, \
                change or limit reaches across
                """
            ),
            .optional(
                "rebases",
                "list of mappings",
                """
                the days from which another level is there to stay, with a known cause: the limits of the rule `spc` \
                begin anew
                """
            ),
        ]
    )

    static let derived = ReferenceSection(
        name: "derived",
        keys: [
            .optional("mean", "list of series", "the series whose mean is taken, each as 'id' or 'id[leeftijd=65+]'"),
            .optional("sum", "list of series", "the series that are added"),
            .optional("difference", "list of series", "the first minus the others"),
            .optional("numerator", "series", "what is counted, for a ratio"),
            .optional("denominator", "series", "what it is counted against"),
            .optional("per", "whole number", "`100`", "the ratio is for so many: 1, 10, 100, 1000, 10000 or 100000"),
            .optional("share", "series", "what is taken in percent of the sum of `of`"),
            .optional("of", "list of series", "the parts of the whole"),
            .optional("decimals", "whole number", "`1`", "the result is rounded half up to so many decimals"),
        ]
    )

    static let scopedPath = ReferenceSection(
        name: "a path",
        keys: [
            .required("applies_to", "series", appliesToMeaning),
            .required("targets", "periods with targets", "the yearly path of that series"),
        ]
    )

    static let seriesBreak = ReferenceSection(
        name: "a break",
        keys: [
            .required("date", "date", "the first day of what is new, as in '2022-01-01'"),
            .required("reason", "text", "what changed, as people read it: 'andere vraagstelling'"),
        ]
    )

    static let reported = ReferenceSection(
        name: "a report",
        keys: [
            .required("date", "date", "the day that the report is about (peildatum)"),
            .required(
                "status",
                "word",
                "`gereed`, `op schema`, `vertraagd`, `uitgesteld`, `gestopt`, `niet gestart` or `onbekend`"
            ),
            .optional("expected", "date", "the day on which it is now expected to be done"),
            .optional("note", "text", "the document's own words"),
            .optional("document", "text", "the programme's source", "the document that reports it"),
            .optional("heading", "text", "the passage of that document"),
        ]
    )
}
