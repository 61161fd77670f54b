import ContainerTrials
import Testing

/// What libFuzzer goes on from holds as it is, and changed a little.
@Suite struct ContainerTrialTests {
    @Test(arguments: ContainerTrial.all.map(\.name))
    func `the kept pieces of archives and workbooks hold as they are`(_ name: String) throws {
        let trial = try #require(ContainerTrial.all.first { $0.name == name })
        let pieces = ContainerCorpus.pieces(of: name)
        #expect(pieces.count > 1)
        for piece in pieces { try trial.attempt(piece) }
        for piece in pieces { try trial.attempt(Array(piece.prefix(piece.count / 2))) }
        try trial.attempt([])
    }
}
