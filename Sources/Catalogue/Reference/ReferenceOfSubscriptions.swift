/// The keys of a subscription in `peilwacht.yaml`.
extension ReferenceSection {
    static let subscription = ReferenceSection(
        name: "a subscription",
        keys: [
            .optional(
                "id",
                "id",
                "the mail address",
                "its name; keep it when other words change, so that nobody is told twice"
            ),
            .required("who", "mail address or mapping", "the recipient"),
            .required("about", "`all` or mapping", "the programmes, packages or owners; what falls under one of them"),
            .required("when", "mapping", "the hours of a digest, or at once, or both"),
            .optional(
                "group_by",
                "`none`, `programme`, `package` or `layer`",
                "`none`",
                "what the alerts under one heading of a mail are grouped by"
            ),
            .optional(
                "operations",
                "`true` or `false`",
                "`false`",
                "whether its digest tells of mails that could not be delivered; for the administrator"
            ),
            .optional(
                "csv",
                "`true` or `false`",
                "`true`",
                "whether the figures behind the alerts go with its mails as a file for a spreadsheet"
            ),
            .optional("escalate", "mapping", "who is told in its place of an alert that nobody takes up"),
        ]
    )

    static let escalate = ReferenceSection(
        name: "escalate",
        keys: [
            .required(
                "to",
                "mail address or mapping",
                "the other recipient, written as `who` is; told once, and of its end"
            ),
            .required(
                "after",
                "`14 days`, `2 periods`",
                "how long after the mail that told of it, or how many measurements later, without `peilwacht ack`"
            ),
            .optional("least", "`warning` or `critical`", "`warning`", "alerts of at least this severity"),
        ]
    )

    static let who = ReferenceSection(
        name: "who",
        keys: [
            .required("address", "mail address", "where the mail goes"),
            .optional("name", "text", "the name before the address"),
        ]
    )

    static let about = ReferenceSection(
        name: "about",
        keys: [
            .optional("programmes", "list of ids", "whole programmes"),
            .optional(
                "packages",
                "list of ids",
                "packages, of whichever programme has one by that id, or of one: 'dronten-2026/financien'"
            ),
            .optional(
                "owners",
                "list of names",
                "the owners whose indicators are followed, as their `owner` is written: a portefeuillehouder"
            ),
        ]
    )

    static let when = ReferenceSection(
        name: "when",
        keys: [
            .optional("digest", "mapping", "fixed hours at which everything open is told in one mail"),
            .optional(
                "at_once",
                "`warning` or `critical`",
                "alerts of at least this severity are mailed at once; without a `digest`, what an edit of the "
                    + "configuration changes stands in the first of these mails after it"
            ),
        ]
    )

    static let digest = ReferenceSection(
        name: "digest",
        keys: [
            .required("at", "list of hours", "the hours of the day, as in '07:00', in the configured zone"),
            .optional(
                "days",
                "`daily`, `workdays` or list of mon … sun",
                "`daily`; none where there are `month_days` or `moments`",
                "the days of the week; public holidays do not count apart"
            ),
            .optional(
                "month_days",
                "list of 1 … 31 and `last`",
                "days of the month, beside those of the week; where a month has no such day, its last one counts"
            ),
            .optional(
                "moments",
                "`all` or list of names",
                "the `planning_moments` on whose dates it comes as well, and which it then names"
            ),
            .optional(
                "when_nothing",
                "`true` or `false`",
                "`false`",
                "whether it comes where there is nothing to tell as well, and says what was looked at"
            ),
        ]
    )
}
