/// The keys of programme files and feed files.
extension ReferenceSection {
    static let programmeFile = [
        programme, area, group, package, goal, goalTarget, indicator, derived, scopedPath, reported, seriesBreak,
        budgetChange,
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
            .optional(
                "groups",
                "list of mappings",
                "municipalities that values are compared with, by `benchmark` of an indicator"
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

    static let profileWords = "`facts`, `calibrated` or `strict`"

    static let profileMeaning = """
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

    static let group = ReferenceSection(
        name: "a group",
        keys: [
            .required("id", "id", "its name for `benchmark`, as in 'vergelijkbaar'"),
            .required("title", "text", "what people call it: 'vergelijkbare gemeenten'"),
            .required(
                "areas",
                "list of CBS codes or names",
                """
                its municipalities; their values are taken in of the indicators that are compared with them, and are \
                not watched; the own one may be among them
                """
            ),
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

    static let plannedMeaning = """
        whether the document names the period; else it holds from then on without a date, and no date is told
        """

    static let appliesToMeaning =
        "the series that the target holds for: an area, a breakdown or both, as in 'WK030301 leeftijd=65+'"

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

    static let budgetChange = ReferenceSection(
        name: "a change of the budget",
        keys: [
            .required("date", "date", "the first day on which it holds, for the budget of its year"),
            .optional("budget", "amount", "the new budget of the year, as in '1.200.000'"),
            .optional("by", "amount", "instead of `budget`: what comes to it, as in '200.000' or '-50.000'"),
            .optional("what", "text", "the document that makes it: 'Voorjaarsnota'"),
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
