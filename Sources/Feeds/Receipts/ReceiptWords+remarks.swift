internal import Indicators

/// The words about reports of milestones that are remarkable.
extension ReceiptWords {
    var remarks: String { phrases.say("Let op bij deze mijlpalen:", "Note of these milestones:") }

    /// What is remarkable, and about which report.
    ///
    /// `deelplan/GM0303, 30 juni 2026: was gereed (gemeld op 31 maart 2026), nu weer vertraagd.`
    func line(_ remark: ReportRemark) -> String {
        let series = Printable.text(remark.series.description, limit: 200)
        let (day, other) = (phrases.date(remark.period.end), phrases.date(remark.other.end))
        let (status, before) = (word(remark.status), word(remark.otherStatus))
        return switch remark.kind {
        case .undone:
            phrases.say(
                "\(series), \(day): was gereed (gemeld op \(other)), \(now(remark.status)) \(status).",
                "\(series), \(day): was done (reported on \(other)), \(status) now."
            )
        case .overtaken:
            phrases.say(
                "\(series), \(day): \(status). Er is al een later bericht: van \(other) (\(before)). Dat blijft gelden.",
                "\(series), \(day): \(status). There is a later report already: of \(other) (\(before)). That one goes on to "
                    + "hold."
            )
        }
    }

    /// What it was before it was done it may be again; it is not stopped again.
    private func now(_ status: MilestoneStatus?) -> String {
        switch status {
        case .delayed, .onSchedule, .notStarted, nil: "nu weer"
        case .postponed, .stopped, .unknown, .done: "nu"
        }
    }

    private func word(_ status: MilestoneStatus?) -> String {
        status.map { phrases.say($0.rawValue, $0.english) } ?? phrases.say("niet gereed", "not done")
    }
}
