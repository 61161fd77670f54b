package import Catalogue

/// Reads the configuration, now and again on SIGHUP.
package struct ConfigurationLoader: Sendable {
    /// The configuration, as the user named it.
    package let path: String
    private let root: String
    private let environment: [String: String]

    package init(path: String, root: String, environment: [String: String]) {
        self.path = path
        self.root = root
        self.environment = environment
    }

    /// The configuration as it stands in its files now.
    package func load() throws(ConfigurationFaults) -> Configuration {
        try loadConfiguration(path: path, root: root, environment: environment, checks: .ofMailing)
    }
}
