extension RuleName {
    /// The rules whose open alert on the same series says the same, only more: this one is then not told apart.
    ///
    /// Of a milestone whose date has passed everybody wants to know how it stands: that its report is late as well is no
    /// second problem.
    package var speakers: [RuleName] { self == OverdueEvidence.rule ? [MilestoneEvidence.rule] : [] }

    /// The rules that this one speaks for on the same series.
    package var spokenFor: [RuleName] { self == MilestoneEvidence.rule ? [OverdueEvidence.rule] : [] }
}
