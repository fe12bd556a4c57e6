/// What the pages are for and how to use them, a topic each.
package enum HelpTopic: String, CaseIterable, Sendable {
    case work, away, portfolio, board, map, register, data, share, acting, proposing, redundancy, report, workflows,
        audit, exchange, documents, manifests, webhooks, keys, hub, importing, people, handingOver, outbox, reference,
        trials, signIn

    var title: String {
        switch self {
        case .work: "My work"
        case .away: "While you are away"
        case .portfolio: "Portfolio"
        case .board: "Board"
        case .map: "Who shares with whom"
        case .register: "Register"
        case .data: "Find data"
        case .share: "A share"
        case .acting: "Doing something with a share"
        case .proposing: "Proposing a share"
        case .redundancy: "Redundancy"
        case .report: "Report"
        case .workflows: "Workflows"
        case .audit: "Audit"
        case .exchange: "Exchange"
        case .documents: "Documents"
        case .manifests: "Manifests"
        case .webhooks: "Webhooks"
        case .keys: "API keys"
        case .hub: "Hub"
        case .importing: "Importing a register"
        case .people: "People"
        case .handingOver: "Handing over work"
        case .outbox: "Outbox"
        case .reference: "Reference data"
        case .trials: "Trying workflows and templates"
        case .signIn: "Signing in"
        }
    }

    /// A sentence or two each.
    var paragraphs: [String] {
        switch self {
        case .work:
            [
                "What waits for you, the earliest day first, and what you wait for with who has to act. Follow a step to do it.",
                "Nothing there means that nobody waits for you. If you expected a step, look at the share: its page says why it is not possible yet.",
            ]
        case .away:
            [
                "Let somebody of your organisation act in your roles, from a first day to a last. The record names both of you, and what you may not decide on they may not either.",
                "Either of you can end it. Whoever leaves for good hands over instead: ask the hub.",
            ]
        case .portfolio:
            ["The register in figures. A figure that is a link leads to the shares behind it."]
        case .board:
            [
                "What a governance board reviews: reviews overdue and coming, risk, work against its targets, shares that nobody answers for, and channels.",
                "Enter a day to see the page as the portfolio stood at its end. Figures of a past day lead nowhere, because the register lists what is true today.",
                "The matrix counts the risks that assessments state, as they remain after their measures, in the tiers of the Information Commissioner’s template.",
            ]
        case .map:
            [
                "Bodies by what sort they are. A line opens its two groups, and between two bodies it leads to their shares.",
                "The table under the drawing says the same in figures.",
            ]
        case .register:
            [
                "Search for words in any order, whole or by their beginnings, and narrow what is found by the lists beside it. All that is chosen holds.",
                "The address says what was asked: send it to others, or keep it under a name as a view of your own. The link under the table gives what was found as CSV.",
            ]
        case .data:
            [
                "Choose an item, or look for it by any of its names, to see which shares carry it, from whom, to whom and for what.",
                "“Who passes it on” shows each body that receives the item and provides it to another: where data goes beyond its first recipient.",
            ]
        case .share:
            [
                "“What you may do now” lists your steps. What is yours but not possible yet is listed under it with every reason.",
                "“Where it stands” shows the five workflows. The history says who did what, when and in which role, and what changed; two versions can be compared.",
            ]
        case .acting:
            [
                "A form asks only for what the step needs. Nothing is changed until you press its button, and what you did stands at once in the history.",
                "If somebody acted on the share while you read it, you are told what changed and nothing is done: read it again and decide anew.",
                "In an assessment you answer one question a page, or a whole part. Each answer is saved, so you can stop and go on later.",
            ]
        case .proposing:
            [
                "Begin with a title. The draft is kept, and its page lists the parts that are still to be filled in.",
                "Shares like yours are shown before you put the draft forward: say whether one of them serves you, or why both are needed.",
            ]
        case .redundancy:
            [
                "Groups of shares that seem to do the same, with the reason in words. Open a group to see its shares side by side.",
                "The board or the hub decides: consolidate, keep, or not the same. What follows is shown before it is recorded.",
            ]
        case .report:
            ["The whole portfolio in tables, today or as at the end of an earlier day."]
        case .workflows:
            ["The states through which each share goes, and the steps between them."]
        case .audit:
            [
                "The whole record, the newest event first. Search it by share, person and days. Under it stands who read contact details, documents and manifests.",
                "Verify computes the chain of events anew and compares every share with its events. The evidence can be checked without this program: its README says how.",
            ]
        case .exchange:
            [
                "What was issued to your organisation, and what of it waits for your receipt. Take a manifest as a bundle, verify it with your own tools or here, and acknowledge it: from then on the department knows that you have it.",
                "Your programs fetch manifests with an API key, and are told of new versions by webhooks.",
            ]
        case .documents:
            [
                "Each document is made when you take it, from what is recorded now; a gap in it says what is still to be stated. Agreements that were frozen for signature stay as they were, byte for byte.",
                "Who took which document, or looked at contact details, is recorded.",
            ]
        case .manifests:
            [
                "A manifest says for programs what was agreed, signed by the department. Earlier versions stay there to be fetched.",
                "To verify one, choose the file that you received. You are told what is wrong with it, and nothing is kept. With the certificates you verify with your own tools.",
            ]
        case .webhooks:
            [
                "An address of yours, https and public, at which your program is told as soon as a version is issued to you. The hub keeps those of all partners, a partner its own.",
                "The log says what came of each attempt; one that failed for a day is held until you resume it. You can hold one yourself, while your program is mended: what is issued meanwhile is told afterwards.",
            ]
        case .keys:
            [
                "A key lets one program act for you, or for your organisation, within its scopes and until its last day. Its secret is shown once: copy it then.",
                "Revoke a key that somebody else may know. It cannot be undone; a new one is made in its place.",
            ]
        case .hub:
            ["What the hub looks after, a page each. The help of each page says how it is used."]
        case .importing:
            [
                "Try a register out first. Every row that would be kept out is named, with what to mend; nothing is written until you load it.",
                "The same file may be loaded again: rows that have not changed are passed over.",
            ]
        case .people:
            [
                "Add people, change what is known of them, appoint data owners and stewards, and note who leaves. Follow a name to fill the forms with what is known.",
                "A role says what somebody may do; an appointment, with its letter, for which part of the department they answer.",
            ]
        case .handingOver:
            [
                "Choose who hands over and who takes over, and see first what would go: shares owned and requested. Then do it; all of it goes, or nothing."
            ]
        case .outbox:
            [
                "The letters that have not left yet, and why. A letter to a role waits for somebody who holds it.",
                "One that failed too often is held: mend the cause, then put the held ones back.",
            ]
        case .reference:
            [
                "The values of each file, where they come from, and who answers for it: the member owner of the file names a role, or a person. Where nobody is named, the page says so. The hub keeps the files in Templates/reference: a changed one is used from the next start on.",
                "Each file has its history: since when the program went by which state, and what was added, taken out or changed in it. An earlier state can be opened; to go back to it, the hub puts it back into its files.",
            ]
        case .trials:
            [
                "Try a workflow or a template before it is used: every fault with its place, what would change for shares under way, and the document filled for a share. Nothing is kept of a trial."
            ]
        case .signIn:
            [
                "Where there is a button with the name of your department’s sign-in provider, use it: you sign in with the account that you have there. Signing out here does not sign you out there.",
                "Otherwise sign in with the id and password that the Chief Data Office gave you. After several wrong passwords you have to wait some minutes.",
                "You are signed out after some time without doing anything. What you had saved is kept; what you had typed and not saved is not.",
            ]
        }
    }
}
