package import Assessment
package import Catalogue
package import Files

/// A configuration of two files in memory, changed where a test asks for it.
package struct SmallConfiguration {
    package var configuration: String
    package var programme: String
    package var environment: [String: String] = [:]
    package var more: [String: String] = [:]

    package init() throws {
        configuration = try Project.text("Tests/CatalogueTests/Fixtures/base/peilwacht.yaml")
        programme = try Project.text("Tests/CatalogueTests/Fixtures/base/programme.yaml")
    }

    /// The configuration with one text of the programme in the place of another.
    package func replacing(_ old: String, with new: String) -> SmallConfiguration {
        var changed = self
        changed.programme = programme.replacing(old, with: new)
        return changed
    }

    package func load() throws(ConfigurationFaults) -> Configuration { try load(root: "/srv") }

    /// The configuration with its places below a folder, read by these rules.
    package func load(
        root: String,
        rules: RuleRegistry = .standard
    ) throws(ConfigurationFaults) -> Configuration {
        var files = more.mapValues { Array($0.utf8) }
        files["/etc/peilwacht/peilwacht.yaml"] = Array(configuration.utf8)
        files["/etc/peilwacht/programme.yaml"] = Array(programme.utf8)
        return try loadConfiguration(
            path: "peilwacht.yaml",
            root: root,
            environment: environment,
            checks: .forTests,
            rules: rules,
            files: .memory(files)
        )
    }
}

extension ConfigurationChecks {
    /// What a layer above might check: just enough to be seen.
    package static let forTests = ConfigurationChecks(
        mailAddress: { $0.contains("@") ? nil : "is no mail address; write one as in 'naam@dronten.example'" },
        relay: { $0.hasPrefix("smtp://") || $0.hasPrefix("smtps://") ? nil : "is no relay; write 'smtp://HOST'" }
    )
}

extension FileReader {
    /// Reads from memory; the paths are absolute.
    package static func memory(_ files: [String: [UInt8]]) -> FileReader {
        FileReader(
            contents: { path, limit throws(Failure) in
                guard let bytes = files[path] else { throw .missing }
                guard bytes.count <= limit else { throw .tooLarge }
                return bytes
            },
            names: { folder in
                let prefix = folder == "/" ? "/" : "\(folder)/"
                return files.keys.filter { $0.hasPrefix(prefix) && !$0.dropFirst(prefix.count).contains("/") }
                    .map { String($0.dropFirst(prefix.count)) }.sorted()
            },
            workingFolder: "/etc/peilwacht"
        )
    }
}
