internal import Assessment
package import Files

/// Reads files of rule tests against a configuration.
///
/// - Parameters:
///   - paths: the files, as the user named them.
///   - configuration: what the tests are about.
///   - files: where they are read.
/// - Returns: the tests in their order; none of the files has a fault.
/// - Throws: every fault that was found.
package func loadRuleTests(
    _ paths: [String],
    of configuration: Configuration,
    files: FileReader = .system
) throws(ConfigurationFaults) -> [RuleTest] {
    var tests: [RuleTest] = []
    var faults: [ConfigurationFault] = []
    for path in paths {
        let context = LoadingContext(
            path: path,
            root: files.workingFolder,
            environment: [:],
            checks: ConfigurationChecks(mailAddress: { _ in nil }, relay: { _ in nil }),
            rules: configuration.rules.registry,
            files: files
        )
        tests += RuleTestReader(context: context, configuration: configuration).tests(path)
        faults += context.faults.sorted(files: [path]) + context.passing.sorted(files: [path])
    }
    if faults.isEmpty { return tests }
    throw ConfigurationFaults(faults: faults, cause: .written)
}
