internal import Assessment

/// The keys of `peilwacht.yaml`.
extension ReferenceSection {
    static let configurationFile =
        [configuration, folders, retention, holidays] + ReferenceSection.rules(of: .standard) + [
            smallNumbers, mail, page, subscription, who, about, when, digest, escalate,
        ]

    static let configuration = ReferenceSection(
        name: "the configuration",
        keys: [
            .optional("language", "`nl` or `en`", "`nl`", "the language of mails and receipts"),
            .optional("timezone", "IANA name", "`Europe/Amsterdam`", "the zone of digest hours and due dates"),
            .optional(
                "holidays",
                "mapping",
                "which public holidays are no working days for a `due`; they are reckoned for every year"
            ),
            .required("folders", "mapping", "the folders that files and mails go through"),
            .required(
                "store",
                "`sqlite:PATH`",
                "the database, as in 'sqlite:var/peilwacht.sqlite'; a relative path is meant from the root"
            ),
            .required(
                "alert_log",
                "path",
                "the log of alerts, one JSON object a line; a relative path is meant from the root"
            ),
            .optional(
                "alert_log_rotate",
                "`never` or `month`",
                "`never`",
                """
                with `month` the lines of a month (UTC) go into a file beside the log, `alerts-2026-03.jsonl`, when the \
                first of the next is written; the numbers go on
                """
            ),
            .optional(
                "control_socket",
                "path",
                "`peilwacht.sock` beside the store",
                "the socket on which the daemon takes commands; at most 107 bytes long"
            ),
            .optional("evaluate_every", "duration", "`60s`", "the time between two ticks, `1s` through `24h`"),
            .optional(
                "largest_file",
                "size",
                "`1 GiB`",
                "a file that is larger is refused unread, `1 KiB` through `1024 GiB`; memory does not grow with the file"
            ),
            .optional(
                "retention",
                "mapping",
                "everything is kept",
                "after how long what was dealt with is removed; the daemon looks once a day"
            ),
            .required("programmes", "list of globs", "the programme files, meant from the configuration's own folder"),
            .optional(
                "feeds",
                "list of globs",
                "the files that describe how suppliers write, meant from the configuration's own folder"
            ),
            .optional("rules", "mapping", "the program's own", "the thresholds of the rules"),
            .optional(
                "small_numbers",
                "mapping",
                "`10` and `50`",
                "how few persons a value may be about and still be told, of what says that it `counts: persons`"
            ),
            .optional(
                "explain_after",
                "duration",
                """
                whoever follows the owner of an indicator is reminded once where an alert has no cause, consequence and \
                measure after so long (`peilwacht note`), `1d` through `366d`; where nobody does, whoever was told of it
                """
            ),
            .optional("mail", "mapping", "how digests go out; needed where there are subscriptions"),
            .optional("page", "mapping", "the status page, for whoever wants to look; without it there is none"),
            .optional(
                "planning_moments",
                "mapping of names to dates",
                "moments of planning and control, each with a date or a list of dates: '{zomernota: 2026-06-01}'; "
                    + "digests can come on them"
            ),
            .optional("subscriptions", "list", "who is told about what, and when"),
            .optional(
                "owners",
                "mapping of names to mail addresses",
                """
                where owners can be reached, by their names as an indicator's `owner` writes them: answers to a mail about the \
                indicators of one owner go there
                """
            ),
        ]
    )

    static let folders = ReferenceSection(
        name: "folders",
        keys: [
            .required("inbox", "path", "the folder that people drop measurement files in"),
            .required("archive", "path", "where files go that were taken in"),
            .required("quarantine", "path", "where files go that were refused"),
            .required("receipts", "path", "where the answer to each dropped file is written"),
            .required("outbox", "path", "where mails wait, and are kept when sent or failed"),
            .optional(
                "work",
                "path",
                "`work` beside the inbox",
                "where a file lies while it is read; on the inbox's file system"
            ),
            .optional(
                "handling",
                "path",
                "where administrators drop files with acts of handling; nobody else may write in it"
            ),
        ]
    )

    static let retention = ReferenceSection(
        name: "retention",
        keys: [
            .optional("archive", "time to keep", "`keep`", "files that were taken in, since they were put there"),
            .optional(
                "quarantine",
                "time to keep",
                "`keep`",
                "files that were refused; those with personal data are among them, and need not be kept for long"
            ),
            .optional("receipts", "time to keep", "`keep`", "the answers to dropped files"),
            .optional(
                "sent_mail",
                "time to keep",
                "`keep`",
                """
                mails that were delivered, byte for byte, in `outbox/sent` and in the store; who was told what and when stays \
                in the ledger, for as long as the store is kept
                """
            ),
            .optional(
                "alert_log",
                "time to keep",
                "`keep`",
                "the files with the lines of earlier months, since their month ended; with `alert_log_rotate: month`"
            ),
        ]
    )

    static let holidays = ReferenceSection(
        name: "holidays",
        keys: [
            .optional(
                "liberation_day",
                "`yearly`, `lustrum` or `never`",
                "`yearly`",
                """
                in which years 5 May is no working day: each, as the Algemene termijnenwet has it, or every fifth \
                (2025, 2030), as many collective agreements do
                """
            ),
            .optional(
                "good_friday",
                "`true` or `false`",
                "`false`",
                "whether Good Friday is no working day; the law has it so for legal terms, but offices are open"
            ),
        ]
    )

    static let smallNumbers = ReferenceSection(
        name: "small_numbers",
        keys: [
            .optional(
                "hide_below",
                "whole number",
                "`10`",
                "a count of persons above zero and below this is hidden; an indicator may have its own, `2` through `1000`"
            ),
            .optional(
                "smallest_base",
                "whole number",
                "`50`",
                """
                a percentage or rate of fewer persons than this, as the column `n` says, is hidden; an indicator may have \
                its own, `1` through `100000`
                """
            ),
        ]
    )
}
