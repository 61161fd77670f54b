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
        case .notAhead, .tooLong, .ofEverything, .unknown: false
        }
    }

    /// What is wrong and what to do.
    func words(in active: ActiveConfiguration) -> String {
        switch self {
        case .noSuchAlert(let name, let nearest):
            let hint = nearest.map { "; the nearest is '\($0.shownSafely())'" } ?? ""
            return "no open alert is called '\(name.shownSafely())'\(hint); 'peilwacht alerts' lists them"
        case .ambiguous(let name, let choices):
            let lines = choices.prefix(20).map { "\n  \($0.shownSafely())" }.joined()
            let more = choices.count > 20 ? "\n  and \(choices.count - 20) more" : ""
            return "'\(name.shownSafely())' has \(choices.count) open alerts; name one of them:\(lines)\(more)"
        case .notOpen(let name):
            return "the alert '\(name.shownSafely())' is not open any more, so there is nothing left to do with it"
        case .changed(let name):
            return "somebody else has handled the alert '\(name.shownSafely())' meanwhile; look at it again"
        case .notAhead(let what): return "\(what.shownSafely()) does not lie ahead; give a later moment with --until"
        case .tooLong: return "a silence lasts a year at most; give an earlier --until"
        case .ofEverything:
            return "name what has to be silent: --programme, --package, --indicator, --area, --rule or --owner"
        case .unknown(let kind, let name, let nearest):
            let hint = nearest.map { "; the nearest is '\($0.shownSafely())'" } ?? ""
            return "there is no \(kind) '\(name.shownSafely())'\(hint)"
        case .noSuchSilence(let id):
            return "there is no silence \(id); 'peilwacht silence --list' shows those that are left"
        case .silenceOver(let silence):
            let at = silence.ended.map { " since \(active.zone.timestamp($0.at))" } ?? ""
            return "silence \(silence.id) is over\(at)"
        }
    }
}
