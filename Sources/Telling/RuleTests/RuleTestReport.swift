internal import Assessment
internal import Indicators

/// The results of rule tests, for a terminal and for a build server.
package struct RuleTestReport: Sendable {
    private let results: [RuleTestResult]
    private let coverage: RuleTestCoverage

    package init(_ results: [RuleTestResult], coverage: RuleTestCoverage) {
        self.results = results
        self.coverage = coverage
    }

    /// Whether everything was as expected.
    package var isPassed: Bool { results.allSatisfy(\.failures.isEmpty) }

    /// One line for each test and each failure, then the counts.
    ///
    /// - Parameter isFull: whether every indicator and rule that no test touches is listed.
    /// - Returns: the text, with its line end.
    package func text(isFull: Bool) -> String {
        let lines = results.flatMap { result in
            ["\(result.failures.isEmpty ? "ok    " : "FAILED") \(result.name.shownSafely(limit: 200))"]
                + result.failures.map { "       \(result.file.shownSafely()):\($0.line): \($0.words)" }
        }
        let failed = results.count { !$0.failures.isEmpty }
        let total = "\(results.count) \(results.count == 1 ? "test" : "tests"), \(failed) failed"
        return (lines + [total] + untouched(isFull: isFull)).joined(separator: "\n") + "\n"
    }

    private func untouched(isFull: Bool) -> [String] {
        let indicators = coverage.indicators.map { $0.description.shownSafely() }
        let rules = coverage.rules.map(\.rawValue)
        let counts = [
            "\(indicators.count) of \(coverage.countOfIndicators) indicators are named by no test",
            "\(rules.count) of \(coverage.countOfRules) rules found nothing in any test"
                + (rules.isEmpty ? "" : ": \(rules.joined(separator: ", "))"),
        ]
        return isFull ? [counts[0]] + indicators.map { "    \($0)" } + [counts[1]] : counts
    }

    /// JUnit's XML, as build servers read it.
    package var junit: String {
        let files = results.reduce(into: [String]()) { files, result in
            if !files.contains(result.file) { files.append(result.file) }
        }
        let suites = files.map { file in
            let own = results.filter { $0.file == file }
            let failed = own.count { !$0.failures.isEmpty }
            let cases = own.map(testCase).joined()
            return "  <testsuite name=\"\(Self.escaped(file))\" tests=\"\(own.count)\" failures=\"\(failed)\">\n"
                + "\(cases)  </testsuite>\n"
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n\(suites.joined())</testsuites>\n"
    }

    private func testCase(_ result: RuleTestResult) -> String {
        let start =
            "    <testcase name=\"\(Self.escaped(result.name))\" file=\"\(Self.escaped(result.file))\""
            + " line=\"\(result.line)\" time=\"\(Self.seconds(result.seconds))\""
        guard let first = result.failures.first else { return start + "/>\n" }
        let all = result.failures.map { "\(result.file):\($0.line): \($0.words)" }.joined(separator: "\n")
        return start + ">\n      <failure message=\"\(Self.escaped(first.words))\">\(Self.escaped(all))</failure>\n"
            + "    </testcase>\n"
    }

    private static func seconds(_ seconds: Double) -> String {
        let milliseconds = Int(seconds * 1000)
        let rest = String(milliseconds % 1000)
        return "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }

    /// What XML 1.0 can hold; every other character is shown as a replacement.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\n", "\t", " "...: escaped.unicodeScalars.append(scalar)
            default: escaped += "\u{FFFD}"
            }
        }
    }
}
