extension ReferenceData {
    /// The questions whose answers documents show in that field, with the names of their sets: a spoke may ask one more of its own.
    package func questions(inDocumentsAs field: String, of spoke: String?) -> [(set: String, question: Question)] {
        QuestionSet.names.compactMap { questionSets[$0] }.flatMap { set in
            set.questions(for: spoke).filter { $0.document == field }.map { (set.name, $0) }
        }
    }
}
