internal import Indicators

/// A programme file as read, before what it names is looked up.
struct ProgrammeDraft {
    let id: Located<String>
    let title: String
    let area: AreaDraft?
    let areas: [AreaDraft]
    let source: String?
    let contradictions: [Located<String>]
    let packages: [PackageDraft]
}

/// An area with its name.
struct AreaDraft {
    let code: Located<AreaCode>
    let name: Located<String>
}

/// A package as read.
struct PackageDraft {
    let id: Located<String>
    let title: String
    let goals: [GoalDraft]
    let indicators: [IndicatorDraft]
}

/// A goal as read.
struct GoalDraft {
    let id: Located<String>
    let text: String
    let heading: String?
    let targets: [GoalTargetDraft]
    let unmeasured: String?
}

/// A target that a goal names, as read.
struct GoalTargetDraft {
    let indicator: Located<String>
    let cell: TargetCell
    let planned: Located<Bool>?
}

/// A target with its period, as read.
struct TargetCell {
    let period: Located<Period>
    let notation: Located<TargetNotation>
    var scope: ScopeDraft?
}

/// The series that a target holds for, as read.
struct ScopeDraft {
    /// The area by code or name; `nil` for every area.
    let area: Located<String>?
    let breakdown: Breakdown?
}

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
    let source: String?
    let owner: String?
    let heading: String?
    let tolerance: Tolerance?
    let range: ValueRange?
    let derived: DerivedDraft?
    let documented: [Transcript.Cell]
    let targets: [TargetCell]
    let margin: Tolerance?
    let interpolation: Interpolation
    let budget: Located<Budget>?
    let ending: Ending?
    let layer: IndicatorLayer?
    let reports: [Transcript.Report]
    let notes: [String]
}

/// A derivation as read.
struct DerivedDraft {
    let operation: Derivation.Operation
    let inputs: [Located<SeriesReference>]
    let decimals: Int
    let place: Place
}
