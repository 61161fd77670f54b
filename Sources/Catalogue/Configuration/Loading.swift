package import Assessment
package import Files

/// Reads the whole configuration: `peilwacht.yaml` and every file that it names.
///
/// - Parameters:
///   - path: the configuration, as the user named it.
///   - root: the folder that relative folders, `store` and `alert_log` are meant from.
///   - environment: the environment, for `CREDENTIALS_DIRECTORY`.
///   - checks: what the layers above check.
///   - rules: the rules that there are.
///   - files: where files are read.
///   - zones: where the system's zone data are read.
/// - Returns: the configuration, which has no fault.
/// - Throws: every fault that was found.
package func loadConfiguration(
    path: String,
    root: String,
    environment: [String: String],
    checks: ConfigurationChecks,
    rules: RuleRegistry = .standard,
    files: FileReader = .system,
    zones: FileReader = .system
) throws(ConfigurationFaults) -> Configuration {
    let context = LoadingContext(
        path: path,
        root: root,
        environment: environment,
        checks: checks,
        rules: rules,
        files: files,
        zones: zones
    )
    guard exists(path, in: context) else {
        let message = "the configuration file does not exist; name another one with --config"
        let fault = ConfigurationFault(file: path, line: 1, column: 1, message: message)
        throw ConfigurationFaults(faults: [fault], cause: .missingFile)
    }
    let configuration = context.document(path).flatMap { ConfigurationReader(context: context).configuration($0) }
    guard context.passing.isEmpty else {
        // What else is wrong may only follow from what could not be read.
        throw ConfigurationFaults(faults: context.passing.sorted(files: context.opened), cause: .passing)
    }
    if let configuration, context.faults.isEmpty { return configuration }
    throw ConfigurationFaults(faults: context.faults.sorted(files: context.opened), cause: .written)
}

private func exists(_ path: String, in context: LoadingContext) -> Bool {
    do throws(FileReader.Failure) {
        _ = try context.contents(path)
        return true
    } catch {
        return error != .missing
    }
}
