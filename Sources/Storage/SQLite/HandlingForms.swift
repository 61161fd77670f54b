internal import Alerting
internal import Foundation
internal import Indicators

/// What stands beside episodes, events and silences as JSON.
protocol HandlingForm: Codable {}

extension HandlingForm {
    /// The value as JSON, the same text for the same value.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// Reads what ``json()`` wrote.
    init(json: String) throws {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
        } catch {
            // The decoder's own error quotes what it read.
            throw Self.unknownForm
        }
    }

    static var unknownForm: StoreError {
        StoreError.failed("read store: what people did with an alert has a form that this version does not know")
    }
}

/// What a silence covers.
struct SilenceScopeForm: HandlingForm {
    private var programmes: [String]?
    private var packages: [String]?
    private var indicators: [String]?
    private var areas: [String]?
    private var rules: [String]?
    private var owners: [String]?

    init(_ scope: Silence.Scope) {
        func list(_ names: Set<String>) -> [String]? { names.isEmpty ? nil : names.sorted() }
        programmes = list(scope.programmes)
        packages = list(scope.packages)
        indicators = list(scope.indicators)
        areas = list(scope.areas)
        rules = list(scope.rules)
        owners = list(scope.owners)
    }

    var scope: Silence.Scope {
        var scope = Silence.Scope()
        scope.programmes = Set(programmes ?? [])
        scope.packages = Set(packages ?? [])
        scope.indicators = Set(indicators ?? [])
        scope.areas = Set(areas ?? [])
        scope.rules = Set(rules ?? [])
        scope.owners = Set(owners ?? [])
        return scope
    }
}

/// What was done with an episode.
struct EpisodeHandlingForm: HandlingForm {
    private struct Acknowledged: Codable {
        let by: String
        let why: String?
        let at: Int64
        let until: String
        let period: Period?
    }

    private struct Answer: Codable {
        let text: String
        let by: String
        let at: Int64
    }

    private var acknowledged: Acknowledged?
    private var explanation: [String: Answer]?
    private var unattendedSince: Int64?
    private var unattendedPeriod: Period?
    private var remindedToExplain: Int64?

    /// `nil` where nothing was done.
    init?(_ handling: Handling) {
        guard handling.kept != .none else { return nil }
        acknowledged = handling.acknowledgement.map { own in
            Acknowledged(
                by: own.by,
                why: own.why,
                at: own.at.milliseconds,
                until: own.until.description,
                period: own.period
            )
        }
        let answers = Explanation.Part.allCases.compactMap { part in
            handling.explanation[part].map { answer in
                (part.rawValue, Answer(text: answer.text, by: answer.by, at: answer.at.milliseconds))
            }
        }
        explanation = answers.isEmpty ? nil : Dictionary(answers) { first, _ in first }
        unattendedSince = handling.unattendedSince?.milliseconds
        unattendedPeriod = handling.unattendedPeriod
        remindedToExplain = handling.remindedToExplain?.milliseconds
    }

    func handling() throws -> Handling {
        var handling = Handling()
        handling.acknowledgement = try acknowledged.map(Self.acknowledgement)
        for (name, answer) in explanation ?? [:] {
            guard let part = Explanation.Part(rawValue: name) else { throw Self.unknownForm }
            handling.explanation[part] = Explanation.Answer(
                text: answer.text,
                by: answer.by,
                at: Instant(milliseconds: answer.at)
            )
        }
        handling.unattendedSince = unattendedSince.map(Instant.init(milliseconds:))
        handling.unattendedPeriod = unattendedPeriod
        handling.remindedToExplain = remindedToExplain.map(Instant.init(milliseconds:))
        return handling
    }

    private static func acknowledgement(_ form: Acknowledged) throws -> Acknowledgement {
        guard let until = Acknowledgement.End(form.until) else { throw unknownForm }
        return Acknowledgement(
            by: form.by,
            why: form.why,
            at: Instant(milliseconds: form.at),
            until: until,
            period: form.period
        )
    }
}
