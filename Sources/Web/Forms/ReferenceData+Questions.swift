import Shares

extension ReferenceData {
    /// The questions of a set, as they stand for a share.
    func questions(_ set: String, of share: Share) -> [AnsweredQuestion] {
        questionSets[set].map { share.answered($0) } ?? []
    }
}
