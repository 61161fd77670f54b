import Testing

@testable import Indicators

@Suite("Municipalities and their history")
struct MunicipalityTests {
    private let all = Municipalities.standard

    @Test("are the 342 of 2026, each with a code of its own")
    func count() {
        #expect(all.current.count == 342)
        #expect(all.municipality("GM0303")?.name == "Dronten")
        #expect(all.municipality("GM1992")?.name == "Voorne aan Zee")
        #expect(all.municipality("GM9999") == nil)
    }

    static let named: [(String, [AreaCode])] = [
        ("Dronten", ["GM0303"]), ("DRONTEN", ["GM0303"]), ("Dronten (gemeente)", ["GM0303"]),
        ("gemeente Dronten", ["GM0303"]), ("'s-Gravenhage (gemeente)", ["GM0518"]), ("’s-Gravenhage", ["GM0518"]),
        ("Den Haag", ["GM0518"]), ("Beek", ["GM0888"]), ("Beek (L.)", ["GM0888"]), ("Beek (L)", ["GM0888"]),
        ("Bergen", ["GM0373", "GM0893"]), ("Bergen (NH.)", ["GM0373"]), ("Groningen (gemeente)", ["GM0014"]),
        ("Groningen", ["GM0014", "PV20"]), ("Utrecht", ["GM0344", "PV26"]), ("Sudwest-Fryslan", ["GM1900"]),
        ("Groningen (PV)", []), ("Flevoland", []), ("De Friese Meren", ["GM1921"]), ("Aalburg", ["GM0738"]),
    ]

    @Test("are known by the names that sources write", arguments: named)
    func areas(text: String, codes: [AreaCode]) { #expect(all.areas(named: text) == codes) }

    static let former: [(AreaCode, AreaCode, AreaCode?)] = [
        ("GM0303", "GM0303", nil), ("GM1921", "GM1940", "GM1940"), ("GM0738", "GM0738", "GM1959"),
        ("GM0083", "GM0083", "GM1949"), ("GM0788", "GM0788", "GM0824"), ("GM0005", "GM0005", "GM1966"),
        ("GM0240", "GM1586", "GM1586"),
    ]

    @Test("go on under another name, or become part of another one", arguments: former)
    func history(code: AreaCode, today: AreaCode, successor: AreaCode?) {
        if code == "GM0083" {
            // Menaldumadeel was renamed Menameradiel, which became part of Waadhoeke.
            #expect(all.today(code) == "GM1908")
        } else {
            #expect(all.today(code) == today)
        }
        #expect(all.successor(of: code) == successor)
    }

    @Test("end as one of today")
    func chains() {
        let current = Set(all.current.map(\.code))
        for line in MunicipalityTable.text.split(separator: "\n") {
            let municipality = Municipality(line: line)
            #expect(municipality != nil, "\(line)")
            guard let code = municipality?.code, municipality?.until != nil else { continue }
            #expect(all.successor(of: code).map(current.contains) == true, "\(line)")
        }
    }

    static let codes: [(String, AreaCode?)] = [
        ("GM0303", "GM0303"), ("GM0303    ", "GM0303"), ("gm0303", "GM0303"), ("G0303", "GM0303"), ("0303", "GM0303"),
        ("303", "GM0303"), ("2020GM0003", "GM0003"), ("NL00", "NL01"), ("NL01  ", "NL01"), ("bu03030101", "BU03030101"),
        ("WK030301    ", "WK030301"), ("14", "GM0014"), ("GM303", nil), ("G303", nil), ("0", nil), ("30301", nil),
        ("Dronten", nil), ("1720GM0303", nil), ("", nil),
    ]

    @Test("have codes in many dialects", arguments: codes)
    func written(text: String, code: AreaCode?) { #expect(AreaCode(written: text) == code) }

    static let known: [(String, AreaCode?)] = [
        ("gm0303", "GM0303"), ("0303", "GM0303"), ("303", "GM0303"), ("dronten", "GM0303"), ("DRONTEN", "GM0303"),
        ("Dronten (gemeente)", "GM0303"), ("gemeente dronten", "GM0303"), ("De Friese Meren", "GM1940"),
        ("GM1921", "GM1940"), ("De Fryske Marren", "GM1940"), ("NL00", "NL01"), ("nederland", "NL01"),
        ("2024GM0303", "GM0303"), ("wk030301", "WK030301"), ("Bergen", nil), ("Bergen (L.)", "GM0893"),
        ("Bergen (NH.)", nil), ("Flevoland", nil), ("0014", nil), ("9999", nil), ("GM303", nil),
    ]

    @Test("are found among the watched ones, and no other is taken for them", arguments: known)
    func watched(text: String, code: AreaCode?) {
        let names = AreaNames([
            "GM0303": "Dronten", "GM1940": "De Fryske Marren", "NL01": "Nederland", "GM0893": "Bergen (L.)",
        ])
        #expect(names.area(named: text) == code)
    }
}
