/// What became of one rule test.
package struct RuleTestResult: Hashable, Sendable {
    package struct Failure: Hashable, Sendable {
        /// In the file of the test.
        package let line: Int
        package let words: String

        package init(line: Int, words: String) {
            self.line = line
            self.words = words
        }
    }

    package let name: String
    package let file: String
    package let line: Int
    /// Empty where everything was as expected.
    package let failures: [Failure]
    package let seconds: Double

    package init(name: String, file: String, line: Int, failures: [Failure], seconds: Double) {
        self.name = name
        self.file = file
        self.line = line
        self.failures = failures
        self.seconds = seconds
    }
}
