import Foundation
import Testing

/// Every reference case of the methods, to a part in 10^9.
@Suite struct MethodCaseTests {
    @Test(arguments: MethodSection.allCases)
    func `every case of a kind comes out as the reference has it, in every number`(section: MethodSection) {
        #expect(!section.cases.isEmpty)
        for example in section.cases {
            let expected = section == .kendallTable ? example : example["expected"]
            let id = example["id"].string ?? example["input"].double.map { "\($0)" } ?? "\(example["n"])"
            #expect(!expected.keys.isEmpty, "\(id)")
            #expect(expected.differences(from: section.computed(example), at: id) == [])
        }
    }

    @Test func `no kind of case is without a test`() {
        #expect(MethodFile.content.keys == Set(MethodSection.allCases.map(\.rawValue) + ["meta"]))
    }

    @Test func `no case is lost`() {
        let counts = Dictionary(uniqueKeysWithValues: MethodSection.allCases.map { ($0.rawValue, $0.cases.count) })
        #expect(counts["xmr"] ?? 0 >= 20 && counts["mann_kendall_theil_sen"] ?? 0 >= 8 && counts["pace"] ?? 0 >= 18)
        #expect(counts.values.reduce(0, +) >= 107)
    }

    @Test(.enabled(if: MethodFile.hasOriginal, "the folder shared/ lies not beside the project"))
    func `the copy in the project is the original`() throws {
        #expect(try Data(contentsOf: MethodFile.copy) == Data(contentsOf: MethodFile.original))
    }
}
