/// The keys of an indicator.
extension ReferenceSection {
    /// Also what is said where nobody says it.
    static let dueMeaning = """
        the last day on which a value is in time: so many days after the end of its period, as in '180 days', '90 days \
        from start', '15 workdays', '1 november' or 'vóór 1 november'
        """

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
                "time for a value",
                "**required**, but where a feed that brings it says it",
                dueMeaning
            ),
            .optional("source", "text", "who or what measures it"),
            .optional(
                "owner",
                "text",
                "who answers for it; Dutch pages, mails and reports call it the Portefeuillehouder"
            ),
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
                "`10`; `any` in districts and neighbourhoods",
                """
                a value that is more than so many times as large or as small as the one before it is refused, until \
                the row says `bevestigd` in the column `status`; of a budget line so is an amount beyond so many times the \
                budget of its year, one with the other sign, or one far from the last amount of that year
                """
            ),
            .optional("profile", profileWords, "that of the programme", "what opens an alert: \(profileMeaning)"),
            .optional(
                "counts",
                "`events`, `persons` or both with a comma",
                "neither",
                """
                what its values count: of independent events, such as incidents, a small number is never red while chance \
                alone explains the distance to the target; of persons, a small number is hidden wherever it is told
                """
            ),
            .optional(
                "hide_below",
                "whole number",
                "as `small_numbers` says",
                "of what `counts: persons`: a count above zero and below this is hidden"
            ),
            .optional(
                "smallest_base",
                "whole number",
                "as `small_numbers` says",
                "of what `counts: persons`: a percentage or rate of fewer persons than this is hidden"
            ),
            .optional(
                "benchmark",
                "list of groups",
                """
                what its values are compared with in the same period: ids of `groups`, and 'NL' for the country as a \
                whole; of shares and rates, not of counts and amounts
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
            .optional(
                "commitments",
                "id",
                """
                the indicator of what has been promised and is not booked yet (verplichtingen), as it stands at the \
                end of each period: with what is realised it is the least that the year comes to
                """
            ),
            .optional("changes", "list of mappings", "what the council changes in the budgets (begrotingswijzigingen)"),
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
}
