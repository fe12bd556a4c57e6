import Workflows

extension Share {
    /// Whether changed terms are being assessed anew and a screening has not said yet that this is required.
    package var mayScreenAgain: Bool {
        state(.dpia) == "reassessing" && dpia.screening?.outcome != .required
    }

    /// Whether an assessment of its own is asked for, or was written: where none is required, nothing of it is wanting.
    package var hasAssessment: Bool {
        dpia.screening?.outcome == .required || answers.keys.contains { $0.hasPrefix("assessment/") }
    }

    /// Whether an assessment is being written of terms that nobody has screened since they changed.
    package var lacksScreening: Bool { state(.dpia) == "assessing" && dpia.screening == nil }
}
