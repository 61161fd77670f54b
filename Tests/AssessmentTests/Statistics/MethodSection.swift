import Foundation

/// The kinds of reference cases; a kind of the file that is not here is a fault.
enum MethodSection: String, CaseIterable {
    case xmr
    case trend = "mann_kendall_theil_sen"
    case kendallTable = "mann_kendall_exact_critical_table"
    case pace
    case weather = "german_dns_weather_symbol"
    case prediction = "ols_prediction_interval"
    case wilson
    case publishedInterval = "published_interval_vs_target"
    case twoSurveys = "two_survey_estimates"
    case citizenNumber = "elfproef"
    case disclosure = "disclosure_control"
    case budget = "budget_forecast"
    case light = "rag_tolerance_recommended"

    /// The cases of the kind.
    var cases: [CaseValue] {
        let section = MethodFile.content[rawValue]
        return section["cases"].list + section["rows"].list
    }
}

/// The file of reference cases.
enum MethodFile {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    /// The copy in the project.
    static let copy = folder.appendingPathComponent("Methods/methods-cases.json")
    /// The original, beside the project; it need not be there.
    static let original = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/reference/methods-cases.json")

    static let hasOriginal = FileManager.default.fileExists(atPath: original.path)

    /// What the tests go by: the original, else the copy.
    static let content: CaseValue = {
        guard let data = try? Data(contentsOf: hasOriginal ? original : copy),
            let value = try? JSONDecoder().decode(CaseValue.self, from: data)
        else { return .null }
        return value
    }()
}
