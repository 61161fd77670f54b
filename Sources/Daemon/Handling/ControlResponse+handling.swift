internal import Alerting
internal import Indicators
internal import Telling

extension ControlResponse {
    /// What became of an order about open alerts.
    init(
        _ result: Result<HandlingDecision, HandlingRefusal>,
        by disclosure: Disclosure,
        active: ActiveConfiguration
    ) {
        switch result {
        case .success(let decision):
            let report = HandlingReport(decision, by: disclosure, zone: active.zone, phrases: active.phrases)
            self.init(status: 0, json: report.json, text: report.text)
        case .failure(let refusal):
            let status: ExitStatus = refusal.isOfNames ? .dataRefused : .usage
            self.init(status: status.rawValue, json: "null", text: "peilwacht: \(refusal.words(in: active))")
        }
    }
}

extension HandlingRefusal {
    /// Whether what is named is not there, or not any more.
    fileprivate var isOfNames: Bool {
        switch self {
        case .noSuchAlert, .ambiguous, .notOpen, .changed, .noSuchSilence, .silenceOver: true
        case .notAhead, .endsBeforeItBegins, .tooLong, .ofEverything, .unknown: false
        }
    }

    /// What is wrong and what to do, in the language of what is answered otherwise.
    func words(in active: ActiveConfiguration) -> String {
        let phrases = active.phrases
        return switch self {
        case .noSuchAlert(let name, let nearest): Self.noSuchAlert(name.shownSafely(), nearest, phrases)
        case .ambiguous(let name, let choices): Self.ambiguous(name.shownSafely(), choices, phrases)
        case .notOpen(let name):
            phrases.say(
                "de melding '\(name.shownSafely())' staat niet meer open: er is niets meer mee te doen",
                "the alert '\(name.shownSafely())' is not open any more, so there is nothing left to do with it"
            )
        case .changed(let name):
            phrases.say(
                "iemand anders heeft de melding '\(name.shownSafely())' intussen behandeld; bekijk haar opnieuw",
                "somebody else has handled the alert '\(name.shownSafely())' meanwhile; look at it again"
            )
        case .notAhead(let what):
            Self.notAhead(CalendarDate(what).map(phrases.date) ?? what.shownSafely(), phrases)
        case .endsBeforeItBegins:
            phrases.say(
                "het einde (--until) ligt niet na het begin (--from); geef een later einde",
                "the end (--until) does not lie behind the beginning (--from); give a later end"
            )
        case .tooLong:
            phrases.say(
                "een stilte duurt hooguit een jaar; geef met --until een eerder moment",
                "a silence lasts a year at most; give an earlier --until"
            )
        case .ofEverything:
            phrases.say(
                "noem wat stil moet zijn: --programme, --package, --indicator, --area, --rule of --owner",
                "name what has to be silent: --programme, --package, --indicator, --area, --rule or --owner"
            )
        case .unknown(let kind, let name, let nearest): Self.unknown(kind, name.shownSafely(), nearest, phrases)
        case .noSuchSilence(let id):
            phrases.say(
                "er is geen stilte \(id); 'peilwacht silence --list' toont welke er nog zijn",
                "there is no silence \(id); 'peilwacht silence --list' shows those that are left"
            )
        case .silenceOver(let silence): Self.over(silence, active)
        }
    }

    private static func notAhead(_ what: String, _ phrases: Phrases) -> String {
        phrases.say(
            "\(what) ligt niet in de toekomst; geef met --until een later moment",
            "\(what) does not lie ahead; give a later moment with --until"
        )
    }

    private static func hint(_ nearest: String?, _ phrases: Phrases) -> String {
        nearest.map { phrases.say("; bedoelt u '\($0.shownSafely())'?", "; the nearest is '\($0.shownSafely())'") }
            ?? ""
    }

    private static func noSuchAlert(_ name: String, _ nearest: String?, _ phrases: Phrases) -> String {
        phrases.say(
            "geen open melding heet '\(name)'\(hint(nearest, phrases)); 'peilwacht alerts' noemt ze",
            "no open alert is called '\(name)'\(hint(nearest, phrases)); 'peilwacht alerts' lists them"
        )
    }

    private static func ambiguous(_ name: String, _ choices: [String], _ phrases: Phrases) -> String {
        let lines = choices.prefix(20).map { "\n  \($0.shownSafely())" }.joined()
        let left = choices.count - 20
        let more = left > 0 ? phrases.say("\n  en nog \(left)", "\n  and \(left) more") : ""
        return phrases.say(
            "'\(name)' heeft \(choices.count) open meldingen; noem er een:\(lines)\(more)",
            "'\(name)' has \(choices.count) open alerts; name one of them:\(lines)\(more)"
        )
    }

    private static func unknown(_ kind: Kind, _ name: String, _ nearest: String?, _ phrases: Phrases) -> String {
        phrases.say(
            "er is geen \(kind.dutch) '\(name)'\(hint(nearest, phrases))",
            "there is no \(kind.rawValue) '\(name)'\(hint(nearest, phrases))"
        )
    }

    private static func over(_ silence: Silence, _ active: ActiveConfiguration) -> String {
        let moment = silence.ended.map { active.phrases.dateAndTime(active.zone.local($0.at)) }
        return active.phrases.say(
            "stilte \(silence.id) is voorbij\(moment.map { " sinds \($0)" } ?? "")",
            "silence \(silence.id) is over\(moment.map { " since \($0)" } ?? "")"
        )
    }
}

extension HandlingRefusal.Kind {
    fileprivate var dutch: String {
        switch self {
        case .programme: "programma"
        case .package: "pakket"
        case .indicator: "indicator"
        case .rule: "regel"
        case .owner: "portefeuillehouder"
        case .area: "gebied"
        }
    }
}
