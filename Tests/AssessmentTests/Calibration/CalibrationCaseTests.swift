import Foundation
import Testing

@testable import Assessment

/// The reference cases of the calibration, through the rule that judges them.
@Suite struct CalibrationCaseTests {
    @Test(arguments: CalibrationCase.cases("register", "survey", "count", "monthly", "pace"))
    func `an alert opens and is over where the calibration has it`(example: CalibrationCase) throws {
        #expect(try example.judged() == example.events)
    }

    @Test func `no case is lost`() {
        #expect(CalibrationCase.cases("register").count == 6)
        #expect(CalibrationCase.cases("survey", "count", "monthly", "pace", "budget").count == 6)
    }

    @Test(.enabled(if: CalibrationCase.hasOriginal, "the folder shared/ lies not beside the project"))
    func `the copy in the project is the original`() throws {
        let original = try String(contentsOf: CalibrationCase.original, encoding: .utf8)
        #expect(original.contains(try String(contentsOf: CalibrationCase.copy, encoding: .utf8)))
    }
}
