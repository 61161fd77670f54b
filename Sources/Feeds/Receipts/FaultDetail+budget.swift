internal import Indicators

/// What a receipt says of an amount that does not fit its budget.
extension FaultDetail {
    static func budget(
        _ kind: BudgetDoubt.Kind,
        _ value: ExactDecimal,
        of budget: ExactDecimal,
        year: Int,
        _ unit: MeasureUnit,
        in phrases: Phrases
    ) -> String {
        let (amount, whole) = (unit.written(value), unit.written(budget))
        let doubt =
            switch kind {
            case .beyond(let times):
                phrases.say(
                    "Dit is \(amount): meer dan \(times.written(decimalSign: ",")) keer zo veel als de begroting van \(year) "
                        + "(\(whole)). \(scale(unit, in: phrases))",
                    "This is \(amount): more than \(times.written(decimalSign: ".")) times the budget of \(year) (\(whole)). "
                        + scale(unit, in: phrases)
                )
            case .otherSign: otherSign(amount, isNegative: value < .zero, whole, year, in: phrases)
            case .little(let expected, let months, let times):
                phrases.say(
                    "Dit is \(amount). De begroting van \(year) is \(whole); daarvan hoort na \(months) maanden naar tijd "
                        + "\(unit.written(expected)) bij: meer dan \(times.written(decimalSign: ",")) keer zo veel. "
                        + scale(unit, in: phrases),
                    "This is \(amount). The budget of \(year) is \(whole), of which \(unit.written(expected)) belongs to "
                        + "\(months) months: more than \(times.written(decimalSign: ".")) times as much. "
                        + scale(unit, in: phrases)
                )
            }
        return "\(doubt) \(confirmation(in: phrases))"
    }

    private static func otherSign(
        _ amount: String,
        isNegative: Bool,
        _ whole: String,
        _ year: Int,
        in phrases: Phrases
    ) -> String {
        isNegative
            ? phrases.say(
                "Dit is \(amount), met een minteken. De begroting van \(year) staat zonder minteken: \(whole).",
                "This is \(amount), with a minus sign. The budget of \(year) stands without one: \(whole)."
            )
            : phrases.say(
                "Dit is \(amount), zonder minteken. De begroting van \(year) staat met een minteken: \(whole).",
                "This is \(amount), without a minus sign. The budget of \(year) stands with one: \(whole)."
            )
    }

    /// In what an amount is written, which is the likeliest mistake.
    private static func scale(_ unit: MeasureUnit, in phrases: Phrases) -> String {
        unit == .thousandEuro
            ? phrases.say("Schrijf hier duizenden euro's.", "Write thousands of euros here.")
            : phrases.say("Schrijf hier hele euro's, geen duizenden.", "Write euros here, not thousands of them.")
    }

    /// What to do where a value that is questioned is right.
    static func confirmation(in phrases: Phrases) -> String {
        phrases.say(
            "Klopt de waarde toch, zet dan 'bevestigd' in de kolom status van deze rij en lever het bestand opnieuw aan.",
            "If it is right all the same, write 'confirmed' in the column status of this row and supply the file again."
        )
    }
}
