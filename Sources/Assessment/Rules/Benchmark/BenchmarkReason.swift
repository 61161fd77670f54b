/// Why the rule `benchmark` says what it says.
package enum BenchmarkReason: String, RuleReason {
    case worstQuarter = "in-worst-quarter"
    case bestQuarter = "in-best-quarter"
    case middle = "in-middle-half"
    /// There is no group to have a place in, only the country.
    case besideCountry = "beside-country"
    /// Too few of a group, or not the country, have a value of the same period.
    case tooFewMembers = "too-few-members"
    case noValue = "no-value"
    /// A part of a municipality is no member of a group of municipalities.
    case partOfMunicipality = "part-of-municipality"
}
