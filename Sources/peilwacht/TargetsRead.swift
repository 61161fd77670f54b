import ArgumentParser
import Files
import Foundation
import Indicators
import TargetTables

struct TargetsRead: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract: "Make a programme file of a target table that was copied from a page or a spreadsheet.",
        discussion: """
            The cells may be parted by tabs or semicolons, or each stand on a line of its own; the heading row names the \
            periods. The programme file goes to standard output; what the table does not say is marked there with \
            '# check'. Each cell that could not be read is named on standard error.

            Exit status: 0 every cell was read; 1 some were left out; 65 the table is refused; 66 no such file.
            """
    )

    @ParentCommand var targets: Targets

    @Argument(help: "The table: a text file, or '-' for standard input.", completion: .file())
    var table: String

    @Option(help: ArgumentHelp("The id of the programme.", valueName: "id"))
    var programme: String?

    @Option(help: ArgumentHelp("The title of the programme.", valueName: "text"))
    var title: String?

    @Option(help: ArgumentHelp("The area: its CBS code, and its name behind a blank.", valueName: "code"))
    var area: String?

    @Option(help: ArgumentHelp("The id of the package that the rows belong to.", valueName: "id"))
    var package: String?

    @Option(
        help: ArgumentHelp("The last period whose column holds what was measured, such as 2024.", valueName: "period")
    )
    var measuredUntil: String?

    func validate() throws {
        if targets.options.at != nil {
            throw ValidationError("--at does not go with 'targets read', which reads a table and no values")
        }
    }

    func run() async throws {
        try await answering {
            let frame = try frame()
            let measuredUntil = try period()
            let result = try Self.read(try bytes(), into: frame, measuredUntil: measuredUntil)
            printResult(result.yaml)
            guard result.unreadable.isEmpty else {
                throw Failure(.incomplete, result.unreadable.map { "peilwacht: \($0)" }.joined(separator: "\n"))
            }
        }
    }

    private static func read(
        _ bytes: [UInt8],
        into frame: ProgrammeFrame,
        measuredUntil: Period?
    ) throws(Failure) -> TargetTable {
        do throws(TargetTableFault) {
            return try TargetTable(reading: bytes, into: frame, measuredUntil: measuredUntil)
        } catch {
            throw Failure(.dataRefused, "peilwacht: \(error)")
        }
    }

    // MARK: Options

    private func frame() throws(Failure) -> ProgrammeFrame {
        do throws(ProgrammeFrame.Fault) {
            return try ProgrammeFrame(programme: programme, title: title, area: area, package: package)
        } catch {
            throw Failure(.usage, "peilwacht: \(error)")
        }
    }

    private func period() throws(Failure) -> Period? {
        guard let measuredUntil else { return nil }
        guard let period = Period(measuredUntil) else {
            throw Failure(
                .usage,
                "peilwacht: the period '\(measuredUntil.shownSafely())' cannot be read; write '2024' or '2024/2025'"
            )
        }
        return period
    }

    // MARK: The table

    /// The bytes of the table, one more than are allowed where it is larger.
    private func bytes() throws(Failure) -> [UInt8] {
        if table == "-" { return try Self.standardInput() }
        do throws(FileReader.Failure) {
            return try FileReader.system.contents(table, TargetTable.maximumSize)
        } catch {
            throw Self.failure(error, path: table.shownSafely())
        }
    }

    private static func standardInput() throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            while bytes.count <= TargetTable.maximumSize,
                let more = try FileHandle.standardInput.read(upToCount: 65_536),
                !more.isEmpty
            {
                bytes += more
            }
        } catch {
            throw Failure(.noSuchFile, "peilwacht: standard input cannot be read")
        }
        return bytes
    }

    private static func failure(_ failure: FileReader.Failure, path: String) -> Failure {
        switch failure {
        case .missing: Failure(.noSuchFile, "peilwacht: there is no file '\(path)'")
        case .tooLarge:
            Failure(
                .dataRefused,
                "peilwacht: the table '\(path)' is larger than \(TargetTable.maximumSize) bytes; read it in parts"
            )
        case .passing(let why):
            Failure(.tryAgainLater, "peilwacht: '\(path)' cannot be read now: \(why.shownSafely())")
        case .notPermitted: Failure(.noSuchFile, "peilwacht: '\(path)' cannot be read: Permission denied")
        case .unreadable(let why):
            Failure(.noSuchFile, "peilwacht: '\(path)' cannot be read: \(why.shownSafely())")
        }
    }
}
