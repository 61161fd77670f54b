import Foundation
import TestSupport
import Testing

@Suite("Acts of handling as files, through the real program", .ownThreads)
struct HandlingFolderTests {
    private func sandbox() throws -> Sandbox {
        let sandbox = try Sandbox()
        let configuration = try sandbox.read("peilwacht.yaml")
        try sandbox.write(
            "peilwacht.yaml",
            configuration.replacing("  outbox: outbox\n", with: "  outbox: outbox\n  handling: acts\n")
        )
        try sandbox.drop("a.csv", "indicator;periode;waarde\nwmo-maatwerk;2025;109\n")
        try sandbox.pass(at: "2027-04-01T06:00")
        return sandbox
    }

    private func drop(_ sandbox: Sandbox, _ name: String, _ text: String) throws {
        try sandbox.write("acts/\(name)", text)
        let earlier = [FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: -60)]
        try FileManager.default.setAttributes(earlier, ofItemAtPath: sandbox.file("acts/\(name)").path)
    }

    @Test("are carried out, with an answer beside them; what has a fault is not done at all", .timeLimit(.minutes(30)))
    func dropped() throws {
        let sandbox = try sandbox()
        try drop(sandbox, "een.yaml", "- ack: wmo-maatwerk\n  by: J. Jansen\n  why: wacht op GGD\n")
        try drop(sandbox, "twee.yml", "- ack: wmo-maatwerk\n  by: K\n- unsilence: 9\n  by: K\n")
        try drop(sandbox, "drie.yaml", "- ack: wmo-maatwerk\n  bij: K\n")
        try drop(sandbox, "lees.txt", "geen yaml")
        let ran = try sandbox.pass(at: "2027-04-01T06:30")
        #expect(ran.status == 1)
        #expect(sandbox.names(in: "acts") == ["lees.txt", "refused", "taken"])
        #expect(try sandbox.read("acts/taken/een.yaml.txt").contains("Opgepakt door J. Jansen"))
        #expect(sandbox.names(in: "acts/refused") == ["drie.yaml", "drie.yaml.txt", "twee.yml", "twee.yml.txt"])
        #expect(try sandbox.read("acts/refused/twee.yml.txt").contains("handeling 2: er is geen stilte 9"))
        let faults = try sandbox.read("acts/refused/drie.yaml.txt")
        #expect(faults.contains("drie.yaml:2:3: error: unknown key 'bij' in an act; the nearest known key is 'by'"))
        let events = try sandbox.events().filter { $0["event"] as? String == "acknowledged" }
        #expect(events.map { $0["by"] as? String } == ["J. Jansen"])
        #expect(try sandbox.pass(at: "2027-04-01T06:40").status == 0)
    }

    @Test("a folder that others may write in is refused, by the daemon and by check --probe", .timeLimit(.minutes(30)))
    func notForAdministratorsAlone() throws {
        let sandbox = try sandbox()
        try FileManager.default.setAttributes([.posixPermissions: 0o775], ofItemAtPath: sandbox.file("acts").path)
        let ran = try sandbox.pass(at: "2027-04-01T06:30")
        #expect(ran.status == 78 && ran.err.contains("its group may write in it"), "\(ran.err)")
        let probe = try sandbox.run("check", "--probe")
        #expect(probe.status == 78 && probe.err.contains("its group may write in it"), "\(probe.err)")
    }

    @Test("a file in whose middle the program died is not done again, and says so", .timeLimit(.minutes(30)))
    func died() throws {
        let sandbox = try sandbox()
        try drop(sandbox, ".een.yaml.busy", "- ack: wmo-maatwerk\n  by: J\n")
        // No claim has these names.
        try drop(sandbox, "a.busy", "x")
        try drop(sandbox, ".busy", "x")
        #expect(try sandbox.pass(at: "2027-04-01T06:30").status == 1)
        #expect(sandbox.names(in: "acts/refused") == ["een.yaml", "een.yaml.txt"])
        #expect(try sandbox.events().allSatisfy { $0["event"] as? String != "acknowledged" })
        #expect(try sandbox.read("acts/refused/een.yaml.txt").contains("was not carried out to its end"))
    }

    @Test("all acts of a file are done, or none, each on what those before it leave", .timeLimit(.minutes(30)))
    func afterEachOther() throws {
        let sandbox = try sandbox()
        let silence = "- silence: {indicators: [wmo-maatwerk]}\n  by: K\n  why: w\n  until: 2027-04-20T08:00\n"
        try drop(sandbox, "een.yaml", silence + "- unsilence: 1\n  by: K\n- unsilence: 1\n  by: K\n")
        #expect(try sandbox.pass(at: "2027-04-01T06:30").status == 1)
        #expect(try sandbox.read("acts/refused/een.yaml.txt").contains("handeling 3: stilte 1 is voorbij"))
        #expect(try sandbox.events().allSatisfy { $0["event"] as? String != "silenced" })
        try drop(sandbox, "twee.yaml", silence + "- unsilence: 1\n  by: K\n")
        #expect(try sandbox.pass(at: "2027-04-01T06:40").status == 0)
        let kinds = try sandbox.events().compactMap { $0["event"] as? String }
        #expect(kinds.contains("silenced") && kinds.contains("reminded"), "\(kinds)")
    }
}
