import Feeds
import Foundation
import Indicators
import Testing

// What the receipts of the tests have in common.

let zone = LocalZone(name: "Europe/Amsterdam") { _ in 7200 }
let at = Instant(seconds: 1_775_023_203)
let hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

/// Reads a file as the store would, with every value for 2024 known as 20 and the rest new.
func tally(_ text: String) throws -> IntakeTally {
    var tally = IntakeTally()
    for outcome in try outcomes(bytes(text)) {
        switch outcome {
        case .observed(let row) where row.observation.period.year == 2024: count(row, &tally)
        case .observed: tally.countTaken()
        case .withdrawn: continue
        case .skipped(let skip): tally.count(skip)
        case .fault(let fault): tally.count(fault)
        }
    }
    return tally
}

private func count(_ row: ObservedRow, _ tally: inout IntakeTally) {
    let old = ExactDecimal(20)
    guard row.observation.value != old else { return tally.countUnchanged() }
    tally.count(RevisedValue(series: row.series, period: row.observation.period, old: old, new: row.observation.value))
}

/// The receipt of a file that is refused as a whole.
func refused(_ fault: FileFault) -> Receipt {
    var tally = IntakeTally()
    tally.note(fault)
    return Receipt(fileName: FileName("x.csv"), sha256: nil, size: nil, at: at, outcome: .refused, tally: tally)
}

/// Compares a receipt with its golden files, and sees to it that its JSON is JSON.
func expectReceipt(_ name: String, _ receipt: Receipt) throws {
    try expectGolden("\(name).nl.txt", receipt.text(zone: zone))
    try expectGolden("\(name).en.txt", receipt.text(language: .en, zone: zone))
    try expectGolden("\(name).nl.json", receipt.json(zone: zone))
    _ = try JSONSerialization.jsonObject(with: Data(receipt.json(zone: zone).utf8))
}
