/// Reads how long each kind of data is kept.
struct RetentionReader {
    let faults: FaultList

    /// What the configuration says; whatever it says nothing of is kept for ever.
    func retention(in configuration: Section, logIsByMonth: Bool) -> RetentionSettings {
        var settings = RetentionSettings.everything
        guard let section = configuration.section("retention", as: .retention) else { return settings }
        settings.archive = days("archive", in: section)
        settings.quarantine = days("quarantine", in: section)
        settings.receipts = days("receipts", in: section)
        settings.sentMail = days("sent_mail", in: section)
        settings.alertLog = days("alert_log", in: section)
        if settings.alertLog != nil, !logIsByMonth {
            faults.add(
                "the alert log is one file, and no part of it is ever removed; add 'alert_log_rotate: month'",
                at: section.keyPlace("alert_log")
            )
        }
        return settings
    }

    private func days(_ key: String, in section: Section) -> Int? {
        let kept = section.value(key, expecting: Notations.retentionWords) { Notations.retention($0) }
        return kept?.value.days
    }
}
