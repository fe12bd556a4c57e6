package import Shares

/// All that is known of names before a register is read: made once, as it takes longer than reading a small register.
package struct NameReader: Sendable {
    let register: UnderstoodRegister
    let knowledge: RedundancyKnowledge

    package init(reference: ReferenceData, knowledge: RedundancyKnowledge) {
        register = UnderstoodRegister(reference: reference, knowledge: knowledge)
        self.knowledge = knowledge
    }
}
