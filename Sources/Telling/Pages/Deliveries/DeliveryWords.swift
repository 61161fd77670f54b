internal import Feeds
internal import Indicators

/// Says of a delivered file what became of it.
struct DeliveryWords: Sendable {
    let plan: PagePlan

    /// Its name; where that may not be told, that it is so.
    func name(_ delivery: ToldDelivery) -> String {
        delivery.fileName?.oneLine(limit: 160) ?? plan.say("naam niet getoond", "name not shown")
    }

    /// What became of it in a word or two, as the mailed receipt has it.
    func outcome(_ delivery: ToldDelivery) -> String {
        if delivery.isUndone { return plan.say("teruggedraaid", "undone") }
        if delivery.refusal != nil { return plan.say("niet ingenomen", "not taken in") }
        let changes = delivery.counts.taken + delivery.counts.revised
        if delivery.isRepeat, changes == 0 { return plan.say("al eerder ingenomen", "taken in before") }
        if delivery.counts.faults > 0 { return plan.say("deels ingenomen", "taken in in part") }
        return changes == 0 ? plan.say("niets nieuws", "nothing new") : plan.say("ingenomen", "taken in")
    }

    /// Why it was refused, in a sentence; `nil` where it was not.
    func reason(_ delivery: ToldDelivery) -> String? {
        guard let refusal = delivery.refusal else { return nil }
        return refusal == .personalData ? "\(sentence(of: refusal)) \(whereabouts)" : sentence(of: refusal)
    }

    /// What somebody has to do about personal data, wherever the file is: one that was handed over by hand stays where it was.
    private var whereabouts: String {
        plan.say(
            "Is het bestand apart gezet, laat de beheerder het dan wissen.",
            "If the file was put aside, have the administrator delete it."
        )
    }

    /// The sentence of the receipt; what the file says is not quoted here, but is in the receipt.
    private func sentence(of reason: IntakeReason) -> String {
        let receipt = plan.say("(zie het ontvangstbewijs)", "(see the receipt)")
        return RowFault(reason, cell: Self.placeholder).sentence(plan.phrases.language)
            .replacing(": '\(Self.placeholder)'", with: " \(receipt)")
            .replacing("'\(Self.placeholder)'", with: receipt)
    }

    /// Stands where a cell is quoted.
    private static let placeholder = "CELLOFTHEFILE"

    /// The counts that are not zero, by their names.
    func counts(_ delivery: ToldDelivery) -> [(name: String, count: Int)] {
        let counts = delivery.counts
        let all = [
            (counts.rows == 1 ? plan.say("rij", "row") : plan.say("rijen", "rows"), counts.rows),
            (plan.say("nieuw", "new"), counts.taken),
            (plan.say("herzien", "revised"), counts.revised), (plan.say("ongewijzigd", "unchanged"), counts.unchanged),
            (plan.say("overgeslagen", "passed over"), counts.skipped),
            (plan.say("fout", "faulty"), counts.faults),
        ]
        return all.filter { $0.1 > 0 }.map { (name: $0.0, count: $0.1) }
    }
}
