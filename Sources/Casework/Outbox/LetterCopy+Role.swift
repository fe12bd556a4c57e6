package import Ledger
package import Workflows

extension LetterCopy {
    /// The role that the letter is for, where nobody holds it yet; nil where it goes to a person.
    package var role: RoleName? { recipient.hasPrefix(Letter.rolePrefix) ? letter.role : nil }
}
