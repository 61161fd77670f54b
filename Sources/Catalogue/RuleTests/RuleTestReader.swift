internal import Alerting
internal import Assessment
internal import Files
internal import Indicators
internal import SystemPackage

/// Reads a file of rule tests.
struct RuleTestReader {
    let context: LoadingContext
    let configuration: Configuration

    private var faults: FaultList { context.faults }

    /// The tests of the file in its order.
    func tests(_ path: String) -> [RuleTest] {
        guard let root = context.document(path), let file = Section(root, as: .ruleTests, faults: faults) else {
            return []
        }
        let tests = file.list("tests").compactMap { test($0, of: path) }
        if tests.isEmpty, faults.isEmpty { faults.add("there is no test in it; write one", at: file.place) }
        return tests
    }

    private func test(_ node: YAMLNode, of path: String) -> RuleTest? {
        guard let section = Section(node, as: .ruleTest, faults: faults) else { return nil }
        let start = moment("start", in: section)
        let steps = section.list("steps").compactMap { step($0) }
        checkOrder(of: [start].compactMap(\.self) + steps.map(\.at))
        if section.has("steps"), steps.isEmpty { faults.add("a test needs a step", at: section.keyPlace("steps")) }
        guard let name = section.text("name"), let start else { return nil }
        let test = RuleTest(
            name: name.value,
            file: path,
            line: section.place.line,
            start: start.value,
            steps: steps.map(\.step)
        )
        if test.indicators.isEmpty, test.steps.contains(where: { $0.events != nil || $0.open != nil }), faults.isEmpty {
            faults.add(
                "'events' and 'open' speak of the indicators that the test names, and it names none; name one in 'lights'",
                at: name.place
            )
        }
        return test
    }

    private func checkOrder(of moments: [Located<Instant>]) {
        for (earlier, later) in zip(moments, moments.dropFirst()) where later.value < earlier.value {
            faults.add("this moment lies before the one above it; steps stand in order of time", at: later.place)
        }
        guard let first = moments.first, let last = moments.last else { return }
        if last.value.seconds - first.value.seconds > Self.longest {
            faults.add("this lies more than 50 years after the start; divide the test", at: last.place)
        }
    }

    /// In seconds.
    private static let longest = 50 * 366 * 86_400

    private func moment(_ key: String, in section: Section) -> Located<Instant>? {
        section.value(key, expecting: "a moment as '2026-04-01T08:00'", configuration.zone.moment)
    }

    private func step(_ node: YAMLNode) -> (at: Located<Instant>, step: RuleTest.Step)? {
        guard let section = Section(node, as: .ruleTestStep, faults: faults) else { return nil }
        let delivery = delivery(in: section)
        let refused = section.value("refused", expecting: "a whole number") { text in
            Int(text).flatMap { $0 >= 0 ? $0 : nil }
        }
        let lights = lights(in: section)
        let alerts = ["events", "open"].map { key in
            section.has(key) ? section.list(key).compactMap { alert($0) } : nil
        }
        let mails = section.list("mails").compactMap { mail($0) }
        guard let at = moment("at", in: section) else { return nil }
        return (
            at,
            RuleTest.Step(
                at: at.value,
                line: section.place.line,
                delivery: delivery,
                refused: refused?.value ?? 0,
                lights: lights,
                events: alerts[0],
                open: alerts[1],
                mails: mails,
                silent: section.texts("no_mails_to").compactMap(recipient)
            )
        )
    }

    // MARK: What comes in

    private func delivery(in section: Section) -> RuleTest.Delivery? {
        if section.has("rows"), section.has("file") {
            faults.add("a step has 'rows' or a 'file', not both; make two steps", at: section.keyPlace("file"))
        }
        if let rows = section.text("rows") {
            return RuleTest.Delivery(name: "step-\(rows.place.line).csv", bytes: Array((rows.value + "\n").utf8))
        }
        guard let file = section.text("file") else { return nil }
        do throws(FileReader.Failure) {
            let bytes = try context.contents(context.typed(file.value), limit: configuration.largestFile)
            return RuleTest.Delivery(name: FilePath(file.value).lastComponent?.string ?? file.value, bytes: bytes)
        } catch {
            faults.add("the file \(quoted(file.value)) cannot be read", at: file.place)
            return nil
        }
    }

    // MARK: What is expected

    private func lights(in section: Section) -> [RuleTest.Light] {
        let words = Light.allCases.map(\.rawValue)
        return section.pairs("lights").compactMap { pair in
            guard words.contains(pair.value.value) else {
                faults.add(
                    "a light is one of \(words.map { "'\($0)'" }.joined(separator: ", ")), not \(quoted(pair.value.value))",
                    at: pair.value.place
                )
                return nil
            }
            return series(pair.key).map {
                RuleTest.Light(series: $0, light: pair.value.value, line: pair.key.place.line)
            }
        }
    }

    /// `wmo-maatwerk`, `wmo-maatwerk/GM0303`, `wmo-maatwerk/GM0303/leeftijd=65+`.
    private func series(_ text: Located<String>) -> SeriesKey? {
        let parts = text.value.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard let id = indicator(text.with(parts[0])) else { return nil }
        let register = configuration.register
        let own = register.indicators[id].flatMap(register.expectedSeries)
        guard parts.count > 1 else {
            if own == nil {
                faults.add("\(quoted(parts[0])) has no area of its own; name one behind '/'", at: text.place)
            }
            return own
        }
        let breakdown = parts.count > 2 ? Breakdown(parts[2]) : .total
        guard let area = AreaCode(cbs: parts[1]), let breakdown else {
            faults.add("\(quoted(text.value)) is no series; write 'indicator/GM0303' with a CBS code", at: text.place)
            return nil
        }
        return SeriesKey(indicator: id, area: area, breakdown: breakdown)
    }

    private func indicator(_ text: Located<String>) -> IndicatorID? {
        let id = IndicatorID(text.value)
        if configuration.register.indicators[id] != nil { return id }
        faults.add(configuration.register.words(aboutUnknown: text.value), at: text.place)
        return nil
    }

    private func alert(_ node: YAMLNode) -> RuleTest.Alert? {
        guard let section = Section(node, as: .ruleTestAlert, faults: faults), let id = section.text("indicator"),
            let indicator = indicator(id)
        else { return nil }
        let names = ReferenceSection.ruleTestAlert.keys.map(\.name).filter { $0 != "indicator" }
        let members = names.compactMap { name in
            section.text(name).map { RuleTest.Member(name: name, text: $0.value) }
        }
        return RuleTest.Alert(indicator: indicator, members: members, line: section.place.line)
    }

    private func mail(_ node: YAMLNode) -> RuleTest.Mail? {
        guard let section = Section(node, as: .ruleTestMail, faults: faults), let to = section.text("to"),
            let recipient = recipient(to)
        else { return nil }
        return RuleTest.Mail(
            recipient: recipient,
            says: section.texts("says").map(\.value),
            omits: section.texts("omits").map(\.value),
            line: section.place.line
        )
    }

    /// An address that somebody is subscribed by.
    private func recipient(_ address: Located<String>) -> String? {
        let known = configuration.subscriptions.map(\.who.address)
        if known.contains(address.value) { return address.value }
        let hint = NearestName.like(address.value, among: known).map { "; the nearest is '\($0)'" } ?? ""
        faults.add("nobody is subscribed as \(quoted(address.value))\(hint)", at: address.place)
        return nil
    }
}

extension Located {
    fileprivate func with<Other>(_ other: Other) -> Located<Other> { Located<Other>(value: other, place: place) }
}
