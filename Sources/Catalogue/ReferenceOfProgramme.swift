/// The keys of programme files and feed files.
extension ReferenceSection {
    static let programmeFile = [programme, area, package, goal, goalTarget, indicator, derived]
    static let feedFile = [feed]

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
            .required("packages", "list", "the parts of the programme"),
        ]
    )

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
            .required("targets", "list", "the targets that the sentence names"),
        ]
    )

    static let goalTarget = ReferenceSection(
        name: "a goal's target",
        keys: [
            .required("indicator", "id", "the indicator that is held against it"),
            .required("period", "period", "when it has to be reached, as in '2026'"),
            .required("target", "target", "what has to be reached, as in '<25,3%', 'stijging t.o.v. 2024' or 'gereed'"),
        ]
    )

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
            .required("due", "days", "a value is overdue so many days after the end of its period, as in '180 days'"),
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
            .optional("derived", "mapping", "computed from other indicators instead of measured"),
            .optional("documented", "periods with cells", "the measured cells that the document shows, word for word"),
            .optional("targets", "periods with targets", "the yearly path, cell by cell as the document writes it"),
            .optional("notes", "list of texts", "the footnotes of the row"),
        ]
    )

    static let derived = ReferenceSection(
        name: "derived",
        keys: [
            .required("mean", "list of ids", "the indicators whose mean is taken"),
            .optional("decimals", "whole number", "`1`", "the result is rounded half up to so many decimals"),
        ]
    )

    static let feed = ReferenceSection(
        name: "a feed",
        keys: [
            .required("feed", "id", "the feed's id"),
            .required("files", "glob", "the names of the files that it is for, as in 'cbs-*.csv'"),
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
        ]
    )
}
