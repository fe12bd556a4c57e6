import Casework
import Shares

extension HTML {
    /// A person by name with the id in small; the organisation of somebody whose name is not told.
    init(person id: PersonID, _ names: PersonNames) {
        if let program = id.ofProgram {
            self = HTML(text: program)
        } else if let organisation = names.organisation(of: id) {
            self = HTML(text: organisation.inShort)
        } else {
            self.init(name: names[id], id: id.rawValue)
        }
    }

    /// A name with the id in small; the id alone where there is no name.
    init(name: String?, id: String) {
        guard let name, name != id else {
            self = HTML(text: id)
            return
        }
        self = HTML(text: name.inShort + " ") + tag(.small) { "(\(id))" }
    }
}

extension PersonID {
    /// Who it is where nobody signed in: the program itself, or whoever sat at the machine.
    var ofProgram: String? {
        switch self {
        case .system: "the system"
        case .importer: "an import at the machine"
        default: nil
        }
    }
}
