internal import Feeds
internal import Telling

extension ControlResponse {
    /// The receipt of a file that was taken in by hand.
    init(_ told: ToldReceipt, active: ActiveConfiguration) {
        self.init(
            status: told.receipt.exitStatus.rawValue,
            json: told.json(language: active.language, zone: active.zone),
            text: told.text(language: active.language, zone: active.zone)
        )
    }
}

extension Receipt {
    /// What became of the file, as an exit status.
    fileprivate var exitStatus: ExitStatus {
        if outcome == .refused { return .dataRefused }
        return hasRowsSetAside ? .incomplete : .done
    }
}
