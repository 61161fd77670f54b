import Catalogue
import Files
import Indicators
import TestSupport
import Testing

/// The reading of YAML itself.
@Suite struct YAMLTests {
    @Test func `words that YAML takes for other things stay words`() throws {
        let small = try SmallConfiguration()
            .replacing(
                "title: Een",
                with: "title: no\n        owner: 07:00\n        source: 1_000\n        description: ="
            )
        let indicator = try #require(try small.load().register.indicators["een"])
        #expect(
            [indicator.title, indicator.owner, indicator.source, indicator.description] == [
                "no", "07:00", "1_000", "=",
            ]
        )
    }

    @Test func `a byte order mark and Windows line ends change nothing`() throws {
        var small = try SmallConfiguration()
        small.programme = "\u{FEFF}" + small.programme.replacing("\n", with: "\r\n")
        #expect(try small.load().register.indicators["een"]?.title == "Een")
        small.programme = small.programme.replacing("better: lower", with: "better: lager")
        #expect(faults(small.load).map { $0.prefix(20) } == ["programme.yaml:16:17", "programme.yaml:23:17"])
    }

    @Test func `a missing configuration is told apart`() {
        do throws(ConfigurationFaults) {
            _ = try loadConfiguration(
                path: "etc/none.yaml",
                root: "/",
                environment: [:],
                checks: .forTests,
                files: .memory([:])
            )
            Issue.record("there is no such file")
        } catch {
            #expect(error.isMissingFile)
            #expect(
                error.description
                    == "etc/none.yaml:1:1: error: the configuration file does not exist; name another one with --config"
            )
        }
    }

    @Test func `a file of more than 1 MB is refused`() throws {
        var small = try SmallConfiguration()
        small.programme += String(repeating: "#", count: 1_048_576)
        #expect(
            faults(small.load) == [
                "programme.yaml:1:1: error: the file is larger than 1048576 bytes; divide it over several files"
            ]
        )
    }

    @Test func `files are named as the user would type them`() throws {
        let files = [
            "/srv/a/config/peilwacht.yaml": try Project.text("Tests/CatalogueTests/Fixtures/base/peilwacht.yaml")
                .replacing("programme.yaml", with: "programmes/*.yaml"),
            "/srv/a/config/programmes/b.yaml": "programme: b",
            "/srv/a/config/programmes/a.yaml": "programme: a",
            "/srv/a/config/programmes/.hidden.yaml": "programme: hidden",
        ]
        let memory = FileReader.memory(files.mapValues { Array($0.utf8) })
        let reader = FileReader(contents: memory.contents, names: memory.names, workingFolder: "/srv/a")
        let found = faults { () throws(ConfigurationFaults) in
            try loadConfiguration(
                path: "config/peilwacht.yaml",
                root: "/",
                environment: [:],
                checks: .forTests,
                files: reader
            )
        }
        #expect(
            found.map { $0.prefix(32) } == [
                "config/programmes/a.yaml:1:1: er", "config/programmes/a.yaml:1:1: er",
                "config/programmes/a.yaml:1:1: er",
                "config/programmes/b.yaml:1:1: er", "config/programmes/b.yaml:1:1: er",
                "config/programmes/b.yaml:1:1: er",
            ]
        )
    }

    /// Each alias doubles what the one before it holds, thirty times.
    static let bomb = "a0: &a0 [x, x]\n" + (1...30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()

    @Test(
        .timeLimit(.minutes(30)),
        arguments: [bomb, bomb + "? *a30\n: x\n? *a29\n: y\n", bomb.replacing("*", with: " *")]
    )
    func `a bomb of aliases is refused at once`(text: String) throws {
        var small = try SmallConfiguration()
        small.programme = text
        #expect(faults(small.load).allSatisfy { $0.contains("anchors (&name) and aliases (*name) are not accepted") })
        #expect(!faults(small.load).isEmpty)
    }

    @Test(.timeLimit(.minutes(30)), arguments: ["[", "{a: ", "- "])
    func `deep nesting is refused at once`(opening: String) throws {
        var small = try SmallConfiguration()
        small.programme = String(repeating: opening, count: 100_000)
        #expect(!faults(small.load).isEmpty)
    }

    @Test(.timeLimit(.minutes(30))) func `every prefix of a configuration is answered`() throws {
        let small = try SmallConfiguration()
        for length in stride(from: 0, to: small.programme.count, by: 7) {
            var cut = small
            cut.programme = String(small.programme.prefix(length))
            _ = faults(cut.load)
        }
    }
}
