/// The keys below `page` in `peilwacht.yaml`.
extension ReferenceSection {
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
}
