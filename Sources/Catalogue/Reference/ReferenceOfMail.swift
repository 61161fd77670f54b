/// The keys below `mail` in `peilwacht.yaml`.
extension ReferenceSection {
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
                whether mail may go unprotected to a relay on another machine that offers no STARTTLS; one that offers it \
                is always asked for it
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
                what mail programs put together: what is told further of the same alerts with what was told of them; or each \
                digest with the one before it; or nothing
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
}
