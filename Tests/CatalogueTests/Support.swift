import Catalogue
import Files
import TestSupport

extension Project {
    /// The folder of this test target.
    static let tests = "\(root)/Tests/CatalogueTests"
}

extension FileReader {
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
            names: { folder throws(Failure) in
                Set(try system.names(folders[0] + folder) + system.names(folders[1] + folder)).sorted()
            },
            workingFolder: "/"
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
