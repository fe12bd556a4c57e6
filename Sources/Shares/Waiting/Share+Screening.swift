import Workflows

extension Share {
    /// Whether changed terms are being assessed anew and a screening has not said yet that this is required.
    package var mayScreenAgain: Bool {
        state(.dpia) == "reassessing" && dpia.screening?.outcome != .required
    }

    /// Whether a screening said that none is required and nobody wrote one all the same: nothing of it is wanting.
    package var needsNoAssessment: Bool {
        dpia.screening?.outcome == .notRequired && !answers.keys.contains { $0.hasPrefix("assessment/") }
    }

    /// Whether an assessment is being written of terms that nobody has screened since they changed.
    package var lacksScreening: Bool { state(.dpia) == "assessing" && dpia.screening == nil }
}
