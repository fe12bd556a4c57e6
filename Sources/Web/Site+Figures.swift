import Casework
import Hummingbird
import Shares

/// The figures of pages as files: of the same shares, as at the same day.
extension Site {
    func figures(_ pattern: Route.Pattern, _ query: String, for visitor: Visitor) throws -> Answer {
        switch pattern {
        case .mapFile:
            return file(try MapPage.load(from: office, query: query, for: visitor).map.csv, "map.csv")
        case .redundancyFile:
            return file(try office.redundancyOverview(for: visitor.person).csv, "redundancy.csv")
        default:
            let asked = AskedDay(query, today: office.today)
            if let problem = asked.problem {
                return Answer(ProblemPage.badRequest(problem).html, status: .badRequest)
            }
            return pattern == .boardFile
                ? file(try office.board(asAt: asked.day, for: visitor.person).csv, "board.csv")
                : file(try office.report(asAt: asked.day, within: visitor.person.reach).csv, "report.csv")
        }
    }

    /// The board's pack, of the whole portfolio or of a spoke.
    func pack(_ query: String, for visitor: Visitor) throws -> Answer {
        let asked = Dictionary([(String, String)](query: query) ?? []) { $1 }
        guard let format = NativeFormat(rawValue: asked[BoardPackForm.format] ?? "") else {
            return Answer(ProblemPage.badRequest("The pack is to be had as html or odt.").html, status: .badRequest)
        }
        let wished = asked[BoardPackForm.annexes]?.trimmed.nonEmpty
        guard let annexes = wished.map({ PackAnnexes(rawValue: $0) }) ?? PackAnnexes.none else {
            return Answer(ProblemPage.badRequest("The pack has annexes none or all.").html, status: .badRequest)
        }
        let spoke = asked[BoardPackForm.spoke]?.trimmed.nonEmpty
        do {
            let pack = try office.boardPack(
                spoke.map { .spoke($0) } ?? .whole, annexes: annexes, as: format, for: visitor.person)
            return Answer(
                contentType: format.mediaType, bytes: pack.bytes, fileName: "board-pack.\(format.rawValue)")
        } catch let unknown as Findings {
            return Answer(
                ProblemPage.badRequest(unknown.all.map(\.message).joined(separator: " ")).html, status: .badRequest)
        }
    }

    private func file(_ text: String, _ name: String) -> Answer {
        Answer(contentType: "text/csv; charset=utf-8", bytes: Array(text.utf8), fileName: name)
    }
}
