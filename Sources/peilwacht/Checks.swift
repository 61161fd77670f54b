import ArgumentParser

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read the whole configuration and report every fault as FILE:LINE:COLUMN.",
        discussion: "Silent when all is well."
    )

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        try await answering { _ = try options.load() }
    }
}
