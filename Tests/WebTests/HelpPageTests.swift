import Foundation
import Testing
import Web

/// Help is there for everybody, and says what the pages are called.
struct HelpPageTests {
    @Test func everyPageLeadsToItsHelp() async throws {
        let site = try TestSite.ordinary
        let help = try await site.get("/help", as: nil).body
        for (address, topic) in [
            ("/board", "board"), ("/map", "map"), ("/shares", "register"), ("/shares/DWP-DS-00001", "share"),
            ("/propose", "proposing"), ("/data", "data"), ("/work", "work"),
        ] {
            #expect(try await site.get(address).body.contains("href=\"/help#\(topic)\">Help with this page"))
            #expect(help.contains("<h2 id=\"\(topic)\">"))
        }
    }

    @Test func everyWordIsInTheGlossaryOfTheProject() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("docs/glossary.md"), encoding: .utf8)
        for word in Glossary.words { #expect(text.contains("**\(word.name).**"), "\(word.name)") }
        #expect(Glossary.words.map(\.name) == Glossary.words.map(\.name).sorted { $0.lowercased() < $1.lowercased() })
    }

    @Test(arguments: [
        ("/glossary", "<dt>Gateway</dt>\n<dd>The legal power to disclose.</dd>"),
        ("/accessibility", "<h1>Accessibility statement</h1>"),
    ])
    func anybodyMayReadIt(address: String, content: String) async throws {
        #expect(try await TestSite.ordinary.get(address, as: nil).body.contains(content))
        #expect(try await TestSite.ordinary.get(address, as: "hub").body.contains(content))
    }
}
