/// Why the rule `budget` says what it says.
package enum BudgetReason: String, RuleReason {
    case withinBudget = "within-budget"
    /// Voordeel: less is spent, or more received, than budgeted.
    case advantage = "budget-advantage"
    /// Nadeel: more is spent, or less received, than budgeted.
    case disadvantage = "budget-disadvantage"
    /// The outcome deviates by one period alone; the next one has to confirm it.
    case unconfirmed
    /// The first months of a year say too little.
    case tooEarly = "too-early"
    case noBudget = "no-budget"
    /// What moves once in a year is judged when the year is over.
    case yearNotOver = "year-not-over"
    /// The amounts of earlier periods of the year, which are counted up, are missing.
    case periodsMissing = "periods-missing"
    case noValue = "no-value"
    /// A derived value waits for one of its inputs.
    case inputMissing = "input-missing"
    /// No result can be made of the inputs, as in a division by zero.
    case notComputable = "not-computable"
}
