internal import Alerting
internal import Assessment
internal import Catalogue
internal import Indicators
internal import Storage
package import Telling

/// The `test` command: the user's own tests of targets, rules and subscriptions.
package struct RuleTestCommand: Sendable {
    private let active: ActiveConfiguration

    package init(active: ActiveConfiguration) {
        self.active = active
    }

    /// Plays the tests of the files.
    ///
    /// - Parameter paths: the files, as the user named them.
    /// - Returns: what became of each test, and what none touches.
    /// - Throws: ``ConfigurationFaults`` of the files, ``StoreError``, ``FileSystemFault``.
    package func report(on paths: [String]) async throws -> RuleTestReport {
        let tests = try loadRuleTests(paths, of: active.configuration)
        var results: [RuleTestResult] = []
        var deviated: Set<RuleName> = []
        for test in tests {
            let begun = WallClock.steady()
            let played = try await RuleTestRehearsal(test, of: active.configuration).steps()
            deviated.formUnion(played.flatMap { step in step.events.map(\.alert.rule) + step.findings })
            results.append(
                RuleTestResult(
                    name: test.name,
                    file: test.file,
                    line: test.line,
                    failures: RuleTestCheck(language: active.language).failures(test, played),
                    seconds: Double(WallClock.steady().milliseconds - begun.milliseconds) / 1000
                )
            )
        }
        return RuleTestReport(
            results,
            coverage: RuleTestCoverage(
                indicators: active.register.indicatorsInOrder.map(\.id),
                named: tests.reduce(into: []) { $0.formUnion($1.indicators) },
                rules: active.configuration.rules.registry.deciding,
                deviated: deviated
            )
        )
    }
}

extension RehearsedStep {
    /// The rules by which something deviates.
    fileprivate var findings: [RuleName] {
        assessments.values.flatMap { $0.findings.filter { $0.severity != nil }.map(\.rule) }
    }
}
