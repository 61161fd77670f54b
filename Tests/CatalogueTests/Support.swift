import Catalogue
import Files
import Foundation

/// Where the tests find the files of the project, without looking at the working directory.
enum Project {
    /// The folder that holds `Sources`, `Tests` and `config`.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    /// The folder of this test target.
    static let tests = URL(filePath: #filePath).deletingLastPathComponent().path

    /// A text file, named from the root.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: URL(filePath: "\(root)/\(path)"), encoding: .utf8)
    }
}

extension ConfigurationChecks {
    /// What a layer above might check: just enough to be seen.
    static let forTests = ConfigurationChecks(
        mailAddress: { $0.contains("@") ? nil : "is no mail address; write one as in 'naam@dronten.example'" },
        relay: { $0.hasPrefix("smtp://") || $0.hasPrefix("smtps://") ? nil : "is no relay; write 'smtp://HOST'" }
    )
}

extension FileReader {
    /// Reads from memory; the paths are absolute.
    static func memory(_ files: [String: [UInt8]]) -> FileReader {
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

    /// Reads the files of a fixture and, where it has none of that name, those of the base.
    static func fixture(_ name: String) -> FileReader {
        let system = FileReader.system
        let folders = [name, "base"].map { "\(Project.tests)/Fixtures/\($0)" }
        return FileReader(
            contents: { path, limit throws(Failure) in
                do throws(Failure) {
                    return try system.contents(folders[0] + path, limit)
                } catch {
                    guard error == .missing else { throw error }
                    return try system.contents(folders[1] + path, limit)
                }
            },
            names: { folder in Set(folders.flatMap { system.names($0 + folder) }).sorted() },
            workingFolder: "/"
        )
    }
}

/// A configuration of two files in memory, changed where a test asks for it.
struct SmallConfiguration {
    var configuration: String
    var programme: String
    var environment: [String: String] = [:]
    var more: [String: String] = [:]

    init() throws {
        configuration = try Project.text("Tests/CatalogueTests/Fixtures/base/peilwacht.yaml")
        programme = try Project.text("Tests/CatalogueTests/Fixtures/base/programme.yaml")
    }

    /// The configuration with one text of the programme in the place of another.
    func replacing(_ old: String, with new: String) -> SmallConfiguration {
        var changed = self
        changed.programme = programme.replacing(old, with: new)
        return changed
    }

    func load() throws(ConfigurationFaults) -> Configuration {
        var files = more.mapValues { Array($0.utf8) }
        files["/etc/peilwacht/peilwacht.yaml"] = Array(configuration.utf8)
        files["/etc/peilwacht/programme.yaml"] = Array(programme.utf8)
        return try loadConfiguration(
            path: "peilwacht.yaml",
            root: "/srv",
            environment: environment,
            checks: .forTests,
            files: .memory(files)
        )
    }
}

/// The faults of a load that has to fail; empty where it did not.
func faults(_ load: () throws(ConfigurationFaults) -> Configuration) -> [String] {
    do throws(ConfigurationFaults) {
        _ = try load()
        return []
    } catch {
        return error.faults.map(\.description)
    }
}
