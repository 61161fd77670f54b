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
                where owners can be reached, by their names as an indicator's `owner` writes them: answers to a mail about the                 indicators of one owner go there
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

    static let mail = ReferenceSection(
        name: "mail",
        keys: [
            .required("from", "mail address", "the sender"),
            .optional(
                "relay",
                "`smtp://…`, `smtps://…`, `maildir:PATH` or `sendmail:PATH`",
                """
                the mail server, or a Maildir or program of this machine; without it messages rest in the outbox
                """
            ),
            .optional(
                "user",
                "text",
                "the name to log in with; the password comes from `password_file` or the credential smtp-password"
            ),
            .optional(
                "password_file",
                "path",
                """
                a file with the password, meant from the configuration's own folder; the password itself never \
                stands here
                """
            ),
            .optional(
                "ca_file",
                "path",
                "the system's",
                "certificates to trust, meant from the configuration's own folder"
            ),
            .optional(
                "tls",
                "`required` or `if-offered`",
                "`required`",
                """
                whether mail may go unprotected to a relay on another machine that offers no STARTTLS; one that offers it is                 always asked for it
                """
            ),
            .optional(
                "reply_to",
                "mail address",
                "the subscription with `operations: true`",
                "where answers go to a mail that is not about the indicators of one owner with an address in `owners`"
            ),
            .optional(
                "threads",
                "`episode`, `digest` or `none`",
                "`episode`",
                """
                what mail programs put together: what is told further of the same alerts with what was told of them; or each                 digest with the one before it; or nothing
                """
            ),
            .optional(
                "bounces",
                "path",
                """
                a Maildir where mail for the sender's address arrives: reports of mail that could not be delivered are read in \
                it; a relative path is meant from the root
                """
            ),
            .optional("helo_name", "host name", "the host's own", "the name with which the relay is greeted"),
            .optional(
                "retry_for",
                "duration",
                "`5d`",
                "a mail that cannot be delivered is given up after this time, `1h` through `30d`"
            ),
            .optional(
                "charts",
                "`true` or `false`",
                "`true` where `rsvg-convert` is there",
                "whether alerts in mails have a picture of their series; Debian has `rsvg-convert` in librsvg2-bin"
            ),
        ]
    )

    static let page = ReferenceSection(
        name: "page",
        keys: [
            .required(
                "listen",
                "address or list of addresses",
                """
                where the page listens: an IP address of this machine with a port, as in '127.0.0.1:8080' or '[::1]:8080', \
                'localhost:8080' (which is 127.0.0.1), or 'unix:PATH' for a reverse proxy, a relative path meant from the root \
                and at most 107 bytes; port 0 is one that the system chooses and the log names
                """
            ),
            .optional(
                "address",
                "`https://HOST` or `http://HOST`, with a port or without",
                """
                what people type to reach the page; at an IP address it also answers where it is asked by its digits or as \
                localhost, and under no other name
                """
            ),
            .optional(
                "user_header",
                "name of a header",
                """
                where a reverse proxy writes who has signed in, as in 'X-Remote-User'; it has to overwrite what a visitor \
                sends. It counts from a 'unix:' socket, and from the addresses in `trust`
                """
            ),
            .optional(
                "trust",
                "list of IP addresses",
                """
                from where `user_header` counts beside a socket: the reverse proxy's own address, at which nobody else may be
                """
            ),
            .optional(
                "people",
                "list of names",
                "who may handle alerts on the page, as `user_header` gives their names; everybody else reads"
            ),
            .optional(
                "acknowledge_by_mail",
                "`true` or `false`",
                "`false`",
                """
                whether each open alert in a mail has a link by which its reader takes it up without signing in; needs \
                `address`. Whoever has the mail can do so, in its reader's name
                """
            ),
            .optional(
                "mail_links_last",
                "duration",
                "`14d`",
                "for how long such a link can be followed, `1h` through `90d`"
            ),
        ]
    )

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
