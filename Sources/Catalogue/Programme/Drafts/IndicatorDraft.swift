internal import Indicators

/// An indicator as read.
///
/// What is `nil` and has to be there is among the faults already.
struct IndicatorDraft {
    let id: Located<String>
    let title: String
    let description: String?
    let unit: Located<MeasureUnit>?
    let better: Better?
    let cadence: Cadence?
    /// Where it stands, where it does not say by when its values are due; `nil` where it does.
    let withoutDue: Place?
    let source: String?
    let owner: String?
    let heading: String?
    let tolerance: Tolerance?
    let range: ValueRange?
    let decimals: Int?
    let plausibility: Plausibility?
    let derived: DerivedDraft?
    let documented: [Transcript.Cell]
    let targets: [TargetCell]
    let margin: Tolerance?
    let interpolation: Interpolation
    let budget: Located<Budget>?
    let commitments: Located<String>?
    let changes: [Located<BudgetChange>]
    let ending: Ending?
    let staysLevel: Bool
    let recurs: Located<Bool>?
    let planned: Located<Bool>?
    let layer: IndicatorLayer?
    let targetFrom: Period?
    let reports: [Transcript.Report]
    let notes: [String]
    let breaks: [SeriesBreak]
    let rebases: [SeriesBreak]
    let counts: Set<Counted>
    let profile: AlertProfile?
    let benchmarks: [Located<String>]
    let hideBelow: Int?
    let smallestBase: Int?
}
