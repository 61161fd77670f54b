package import Indicators

/// The smallest useful configuration of one municipality, with comments that teach: what `peilwacht init` writes.
///
/// It holds nothing of another municipality: one indicator with made-up numbers, which says that it is an example and is there to
/// be replaced. Nobody is mailed and no relay is asked before somebody writes an address.
package struct StartingConfiguration: Hashable, Sendable {
    /// One of its files, by its path within the folder.
    package struct File: Hashable, Sendable {
        package let path: String
        package let text: String
    }

    private let code: AreaCode
    private let name: String
    /// Whether its municipality is made up, so that somebody has to put in the true one.
    package let isExample: Bool
    private let year: Int
    private let places: StartingPlaces

    /// A configuration to start from.
    ///
    /// - Parameters:
    ///   - municipality: whose; `nil` for a made-up one, whose code and name have to be put in by hand.
    ///   - year: the first year that is watched; where it is this one, nothing is late when the watch begins.
    ///   - places: where everything lies.
    package init(of municipality: Municipality?, from year: Int, in places: StartingPlaces = .here) {
        self.year = year
        self.places = places
        code = municipality?.code ?? .toFillIn
        name = municipality?.name.replacing(" (gemeente)", with: "") ?? "Voorbeeld"
        isExample = municipality == nil
    }

    /// The files, the configuration first.
    package var files: [File] {
        [
            File(path: "peilwacht.yaml", text: configuration),
            File(path: "programmes/sociaal-domein.yaml", text: programme),
        ]
    }

    /// A measurement to try it with, in Peilwacht's own form: the value of the last year that is over.
    package var measurement: String { "indicator;periode;waarde\nvoorbeeld;\(year - 1);21\n" }

    private var configuration: String {
        """
        # Peilwacht: what is watched, who is told, and where everything lies. `peilwacht check` names every fault with its line.
        # Every key is explained in peilwacht.yaml(5).\(places.rootRemark)

        language: nl
        timezone: Europe/Amsterdam

        # inbox, archive, quarantine and receipts lie on one file system.\(places.folderRemark)
        folders:
          # People drop their measurement files here.
          inbox: \(places.files)/inbox
          # Files that were taken in, and files that were refused; the receipt says what became of each.
          archive: \(places.files)/archive
          quarantine: \(places.files)/quarantine
          receipts: \(places.files)/receipts
          # Mails: new/ waiting, sent/ delivered, failed/ refused.
          outbox: \(places.state)/outbox

        # The database, and the log of alerts: one JSON object a line.
        store: sqlite:\(places.state)/peilwacht.sqlite
        alert_log: \(places.log)/alerts.jsonl\(places.socketLines)

        # What is watched: globs, meant from the folder of this file.
        programmes:
          - programmes/*.yaml

        # How suppliers write. A file in Peilwacht's own form (`indicator;periode;waarde`) needs nothing here; for any other
        # `peilwacht feeds suggest FILE > feeds/NAME.yaml` writes a description to start from.
        # feeds:
        #   - feeds/*.yaml

        # Who is told: take the marks away, and write your own addresses. Without a `relay` mails rest in the outbox.
        # mail:
        #   from: peilwacht@gemeente.example
        #   relay: smtp://localhost
        # subscriptions:
        #   - id: beleid
        #     who: {address: beleid@gemeente.example, name: Beleidsmedewerker}
        #     about: all
        #     when:
        #       digest: {at: ["07:00"], days: workdays}
        #       at_once: critical
        #     # Mails that could not be delivered are told here.
        #     operations: true

        # The status page, for whoever can reach this address: docs/page.md says how to put sign-in before it.
        # page:
        #   listen: 127.0.0.1:8080

        # Nothing is removed unless it says here after how long.
        # retention:
        #   archive: 2 years
        #   quarantine: 30 days
        #   receipts: 2 years
        #   sent_mail: 1 year

        """
    }

    private var programme: String {
        """
        # One programme of the municipality: its packages, their indicators, and the targets as the document writes them.
        # `peilwacht targets` shows how they are understood; `peilwacht targets read TABLE` makes such a file of a copied table.
        programme: sociaal-domein
        title: Sociaal domein
        \(isExample ? "# The CBS code and the name of your municipality, as in GM0344 for Utrecht.\n" : "")\
        area: {code: \(code), name: \(name)}
        packages:
          - id: voorbeeld
            title: Voorbeeld
            indicators:
              # An example with made-up numbers: replace all of it by an indicator of your own. Files name it by its id.
              - id: voorbeeld
                title: Voorbeeldindicator
                unit: per 1000
                # Which way is better: a bare target is then "at most" or "at least".
                better: lower
                cadence: year
                # When the value of a year is late.
                due: 180 days
                # The first year of which a value is awaited.
                first: \(year)
                targets: {\(year): "<20", \(year + 1): "<18"}

        """
    }
}
