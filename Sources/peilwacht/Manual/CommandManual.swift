/// peilwacht(8), made of what the parser says of each command.
enum CommandManual {
    static func page() throws -> MdocPage {
        let program = try ToolDescription.ofProgram()
        let global = try ToolDescription.globalOptions()
        var page = MdocPage("peilwacht", 8, "watch the indicators of a municipality's social domain")
        page.section("Synopsis")
        page.macros([".Nm"] + global.map(\.synopsis) + [".Ar command", ".Op Ar argument ..."])
        page.section("Description")
        page.add(markdown: description)
        page.paragraph("Every command takes these options, before its name or behind it:")
        page.definitions(global.map { ($0.macros, $0.words) })
        page.section("Commands")
        for command in program.subcommands ?? [] {
            add(command, named: command.commandName, beside: global, to: &page)
        }
        page.add(markdown: ending)
        page.section("See also")
        page.macros(Manual.seeAlso(but: "peilwacht"))
        return page
    }

    /// A command, and behind it those within it.
    private static func add(
        _ command: ToolDescription.Command,
        named name: String,
        beside global: [ToolDescription.Argument],
        to page: inout MdocPage
    ) {
        guard command.shouldDisplay ?? true, command.commandName != "help" else { return }
        let known = Set(global.map(\.macros))
        let own = command.own.filter { !known.contains($0.macros) }
        page.subsection("peilwacht \(name)")
        page.macros([".Nm Cm \(name.replacing("-", with: "\\-"))"] + own.map(\.synopsis))
        for text in [command.abstract, command.discussion].compactMap(\.self) { page.add(markdown: text) }
        page.definitions(own.map { ($0.macros, $0.words) })
        for inner in command.subcommands ?? [] {
            add(inner, named: "\(name) \(inner.commandName)", beside: global, to: &page)
        }
    }

    private static let description = """
        `peilwacht run` is a daemon: it reads targets from programme files, takes in the measurement files that people drop \
        into a watched folder, judges every indicator, writes an alert log, and mails to each recipient what deviates. The \
        other commands ask what it watches, or handle it. Where the daemon runs, they ask it over its control socket, so \
        that members of the group `peilwacht` need no right to the store.

        Results go to standard output, messages for people to standard error. `--json` prints one JSON value.
        """

    private static let ending = """
        ## Files

        | file | what |
        | --- | --- |
        | `/etc/peilwacht/peilwacht.yaml` | The configuration, see peilwacht.yaml(5). |
        | `/etc/peilwacht/programmes/` | What is watched, see peilwacht-programme(5). |
        | `/etc/peilwacht/feeds/` | How suppliers write, see peilwacht-feed(5). |
        | `/srv/peilwacht/inbox/` | Where members of the group `peilwacht-inbox` drop measurement files. |
        | `/srv/peilwacht/receipts/` | The answer to each dropped file. |
        | `/srv/peilwacht/archive/`, `/srv/peilwacht/quarantine/` | What was taken in, and what was refused. |
        | `/var/lib/peilwacht/` | The store, and the outbox of mails. |
        | `/var/log/peilwacht/alerts.jsonl` | The alert log, one JSON object a line. |
        | `/run/peilwacht/peilwacht.sock` | The control socket. |

        ## Signals

        | signal | what the daemon does |
        | --- | --- |
        | `SIGHUP` | It reads the configuration again; a faulty one is reported, and the old one stays in force. |
        | `SIGTERM`, `SIGINT` | It ends what it is doing and stops. |

        ## Exit status

        | status | meaning |
        | --- | --- |
        | `0` | Done. |
        | `1` | Done, but something was refused or could not be delivered. |
        | `64` | A mistake on the command line. |
        | `65` | The data were refused. |
        | `66` | There is no such file. |
        | `70` | A fault of the program's own. |
        | `75` | It cannot be done now; try again later. |
        | `78` | The configuration has faults. |

        `check-service` has those of a monitoring plugin instead.

        ## Examples

        A configuration for the installed service, and its start:

            peilwacht init /etc/peilwacht --service --municipality Utrecht
            sudo -u peilwacht peilwacht check --probe
            systemctl enable --now peilwacht

        A measurement, and what is made of it:

            printf 'indicator;periode;waarde\\nwmo-maatwerk;2026;112\\n' >/srv/peilwacht/inbox/wmo.csv
            peilwacht status
            peilwacht explain wmo-maatwerk

        Who was told of an alert, and when:

            peilwacht ledger --alert target:wmo-maatwerk/GM0344
        """
}
