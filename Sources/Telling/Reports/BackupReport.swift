package import Indicators

/// What a backup holds, and what became of it, in words and as JSON.
package struct BackupReport: Sendable {
    /// What is in a copy of a store.
    package struct Contents: Hashable, Sendable {
        package let imports: Int
        package let series: Int
        package let values: Int
        package let alerts: Int
        package let openAlerts: Int
        package let lastEvent: Int
        package let mails: Int
        package let waiting: Int
        package let lastImportAt: Instant?
        package let bytes: Int

        package init(
            imports: Int,
            series: Int,
            values: Int,
            alerts: Int,
            openAlerts: Int,
            lastEvent: Int,
            mails: Int,
            waiting: Int,
            lastImportAt: Instant?,
            bytes: Int
        ) {
            self.imports = imports
            self.series = series
            self.values = values
            self.alerts = alerts
            self.openAlerts = openAlerts
            self.lastEvent = lastEvent
            self.mails = mails
            self.waiting = waiting
            self.lastImportAt = lastImportAt
            self.bytes = bytes
        }
    }

    /// What a restore did beside.
    package struct Restoration: Hashable, Sendable {
        /// Where the store that was there is kept; `nil` where there was none.
        package let kept: String?
        /// The mails that wait in the backup and had been sent since: they are not sent again.
        package let sentSince: Int
        /// The mails in the outbox that the backup knows nothing of.
        package let unknownMails: Int

        package init(kept: String?, sentSince: Int, unknownMails: Int) {
            self.kept = kept
            self.sentSince = sentSince
            self.unknownMails = unknownMails
        }
    }

    private let file: String
    private let contents: Contents
    private let restoration: Restoration?
    private let zone: LocalZone
    private let phrases: Phrases

    /// A report; of a backup where nothing was restored.
    package init(
        file: String,
        _ contents: Contents,
        restoration: Restoration? = nil,
        zone: LocalZone,
        phrases: Phrases
    ) {
        self.file = file
        self.contents = contents
        self.restoration = restoration
        self.zone = zone
        self.phrases = phrases
    }

    private func say(_ dutch: String, _ english: String) -> String { phrases.say(dutch, english) }

    /// For people.
    package var text: String {
        (first + [holds] + (restoration.map(after) ?? [])).map { "\($0)\n" }.joined()
    }

    private var first: [String] {
        let name = file.shownSafely(limit: 1000)
        guard restoration != nil else {
            return [say("Reservekopie gemaakt en gecontroleerd: \(name)", "Backup made and checked: \(name)")]
        }
        return [say("Teruggezet en gecontroleerd: \(name)", "Restored and checked: \(name)")]
    }

    private var holds: String {
        let last = contents.lastImportAt.map { phrases.dateAndTime(zone.local($0)) }
        return say(
            "Ingenomen bestanden: \(counted(contents.imports))\(last.map { " (het laatste op \($0))" } ?? ""); "
                + "waarden: \(counted(contents.values)); reeksen: \(counted(contents.series)); "
                + "meldingen: \(counted(contents.alerts)), waarvan open: \(counted(contents.openAlerts)); "
                + "mails: \(counted(contents.mails)), waarvan nog te versturen: \(counted(contents.waiting)); "
                + "laatste regel van het meldingenlogboek: \(counted(contents.lastEvent)).",
            "Files taken in: \(counted(contents.imports))\(last.map { " (the last on \($0))" } ?? ""); "
                + "values: \(counted(contents.values)); series: \(counted(contents.series)); "
                + "alerts: \(counted(contents.alerts)), of which open: \(counted(contents.openAlerts)); "
                + "mails: \(counted(contents.mails)), of which not sent yet: \(counted(contents.waiting)); "
                + "last line of the alert log: \(counted(contents.lastEvent))."
        )
    }

    private func counted(_ number: Int) -> String { MeasureUnit.count.number(ExactDecimal(number)) }

    private func after(_ restoration: Restoration) -> [String] {
        let kept = restoration.kept.map {
            say("De opslag die er stond is bewaard als \($0).", "The store that was there is kept as \($0).")
        }
        let sent = restoration.sentSince
        let unknown = restoration.unknownMails
        return [
            kept,
            sent == 0
                ? nil
                : say(
                    "\(sent) mail(s) die in de kopie nog wachten, zijn sindsdien verstuurd; ze gaan niet opnieuw weg.",
                    "\(sent) mail(s) that wait in the backup have been sent since; they do not go out again."
                ),
            unknown == 0
                ? nil
                : say(
                    "\(unknown) mail(s) in de map sent zijn van na de kopie. Wat daarin staat en nu nog zo is, wordt opnieuw "
                        + "gemeld.",
                    "\(unknown) mail(s) in the folder sent are later than the backup. What they say and still holds is told again."
                ),
            say(
                "Bestanden die na de kopie zijn ingenomen, staan in het archief: zet ze opnieuw in de inbox.",
                "Files that were taken in after the backup are in the archive: drop them into the inbox again."
            ),
        ]
        .compactMap(\.self)
    }

    /// For programs.
    package var json: String {
        var object = JSONObject()
        object.add("file", text: file)
        object.add("bytes", count: contents.bytes)
        object.add("imports", count: contents.imports)
        object.add("last_import_at", text: contents.lastImportAt.map(zone.timestamp))
        object.add("series", count: contents.series)
        object.add("values", count: contents.values)
        object.add("alerts", count: contents.alerts)
        object.add("open_alerts", count: contents.openAlerts)
        object.add("last_event", count: contents.lastEvent)
        object.add("mails", count: contents.mails)
        object.add("waiting", count: contents.waiting)
        if let restoration {
            object.add("kept", text: restoration.kept)
            object.add("sent_since", count: restoration.sentSince)
            object.add("unknown_mails", count: restoration.unknownMails)
        }
        return object.line
    }
}
