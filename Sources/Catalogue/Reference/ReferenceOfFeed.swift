extension ReferenceSection {
    static let feedFile = [feed, supplier, schema, field, member]

    static let supplier = ReferenceSection(
        name: "a supplier",
        keys: [
            .required("name", "text", "what receipts and notices call it"),
            .optional("address", "mail address", "where questions about its files go"),
        ]
    )

    static let feed = ReferenceSection(
        name: "a feed",
        keys: [
            .required("feed", "id", "the feed's id"),
            .optional(
                "files",
                "glob",
                "with a `schema`: every file whose header fits it",
                "the names of the files that it is for, as in 'cbs-*.csv'"
            ),
            .optional("encoding", "`utf-8` or `windows-1252`", "found out per file", "how the bytes are meant"),
            .optional(
                "separator",
                "`semicolon`, `comma` or `tab`",
                "found out per file",
                "what stands between the cells"
            ),
            .optional("decimal_sign", "`comma` or `point`", "found out per file", "the decimal sign"),
            .optional(
                "faulty_rows",
                "`refuse-file` or `set-aside`",
                "`refuse-file`",
                "whether one faulty row refuses the whole file, or is set aside while the others are taken in"
            ),
            .optional(
                "other_areas",
                "`skip` or `refuse`",
                "`skip`",
                """
                what becomes of rows of areas that no programme names, as in a table of all municipalities: passed \
                over, or faults; either way the receipt counts them in one line
                """
            ),
            .optional(
                "supplier",
                "text, or a mapping",
                """
                who supplies the files: named in receipts, and where a value of the indicators that they bring is overdue that \
                have no `source` or no `due` of their own
                """
            ),
            .optional(
                "cadence",
                "`year`, `half-year`, `quarter`, `month`, `school-year`, `week` or `day`",
                "how often a file comes: named in receipts"
            ),
            .optional(
                "due",
                "time for a value",
                """
                of the cadence: by when after its period a file comes, as in '90 days', '15 workdays' or '1 november'; by that the values are due of \
                the indicators that it brings, of the same cadence, that have no `due` of their own
                """
            ),
            .optional(
                "indicators",
                "list of ids",
                "those that the `schema` names",
                "the indicators that files in one of Peilwacht's own forms bring, for `supplier` and `due`"
            ),
            .optional(
                "counts",
                "`persons`",
                "what its indicators say",
                """
                that the values it brings count persons, whatever their indicators say: small ones are hidden, its receipts \
                quote nothing of its files, and those are kept for the administrator only
                """
            ),
            .optional(
                "receipt_to",
                "mail address",
                "nobody",
                "who gets the receipt of each file by mail; it names nobody else who is told"
            ),
            .optional(
                "schema",
                "mapping",
                "the files are in one of Peilwacht's own forms",
                "which columns of somebody else's table mean what"
            ),
        ]
    )

    static let schema = ReferenceSection(
        name: "a schema",
        keys: [
            .required("fields", "list", "the columns that count; the others are passed over"),
            .optional(
                "header_rows",
                "number",
                "1",
                "the rows that make the header together, whose names are joined by ' / '"
            ),
            .optional(
                "area",
                "CBS code",
                "a column, or the area of the indicator's programme",
                "the area of all values"
            ),
            .optional(
                "period",
                "period, `file-name` or `title`",
                "a column says it",
                "the period of all values, or where it stands; a year also counts for columns named after months or quarters"
            ),
            .optional(
                "outcomes_until",
                "period",
                "nobody says",
                "the last period of which the values are outcomes; later ones are forecasts, and passed over"
            ),
            .optional(
                "sheet",
                "text",
                "the first that is not hidden",
                "of a workbook: the name of the sheet that is read"
            ),
            .optional(
                "missing",
                "list of texts",
                "cells that mean that there is no value, beside `.`, `-`, `x` and such"
            ),
        ]
    )

    static let field = ReferenceSection(
        name: "a field",
        keys: [
            .optional("title", "text", "the name of the column in the header"),
            .optional("titles", "list of texts", "the names that the column may have"),
            .optional("column", "number", "found by its title", "the place of a column without a name, from 1"),
            .required(
                "role",
                "word",
                """
                what the column means: `area`, `period`, `period-part` (a quarter, a month or such, of the year that another \
                column or the title says), `value`, `value-by-period` (a column for each period), `indicator`, `dimension` (one member counts), `breakdown`, `margins` (value and bounds in rows of their \
                own), `lower`, `upper`, `status`, `sample-size`, `source`, `note` or `ignored`
                """
            ),
            .optional("optional", "`true` or `false`", "`false`", "whether a file may be without the column"),
            .optional(
                "wanted",
                "list of CBS codes",
                "all that are watched",
                "of an area: those whose rows count, beside those of a `benchmark`; the others are counted in one line"
            ),
            .optional("pin", "text", "of a dimension: the member whose rows count"),
            .optional("pins", "list of texts", "of a dimension: the names that this member may have"),
            .optional("name", "id", "of a breakdown: its name, as in `leeftijd`"),
            .optional(
                "members",
                "mapping",
                """
                of a breakdown: the part that each member is, or `totaal`; of an indicator: the id that each member is, \
                or a mapping of `indicator`, `unit`, `scale` and `breakdown`
                """
            ),
            .optional("value", "text", "of margins: the member that gives the value"),
            .optional("lower", "text", "of margins: the member that gives the lower bound"),
            .optional("upper", "text", "of margins: the member that gives the upper bound"),
            .optional(
                "half_width",
                "text",
                "of margins, in place of both bounds: the member that gives how far the interval reaches to each side"
            ),
            .optional(
                "when",
                "mapping",
                "all rows",
                """
                of a value: the member of another column, by its title, for whose rows only it counts, as in \
                `{Leeftijd: "80200"}`; one title may so be of several indicators
                """
            ),
        ] + measure
    )

    static let member = ReferenceSection(name: "a member", keys: measure)

    private static let measure: [ReferenceKey] = [
        .optional("indicator", "id", "of a value: the indicator that it is of"),
        .optional("unit", "text", "the indicator's", "of a value: its unit, which has to be the indicator's"),
        .optional(
            "scale",
            "power of ten",
            "1",
            "of a value: what it has to be multiplied by, as in 1000 for `x 1 000`"
        ),
        .optional("breakdown", "text", "of a value: the part of the indicator that it is of, as in `leeftijd=65+`"),
    ]
}
