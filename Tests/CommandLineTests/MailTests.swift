import Foundation
import Testing

/// Letters leave by a mail server, as an operator would have it: by a command, and while the pages are served.
@Suite struct MailTests {
    private static let server = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("CaseworkTests/Outbox/mail-server.py").path

    /// Three letters to the hub and a partner wait; a mail server listens at `$port`, and says on 3 what it took.
    private static let setUp = """
        set -eu
        exec 2>errors
        for who in hub:hub:DWP home:partner:Home\\ Office; do
            IFS=: read -r id role organisation <<X
        $who
        X
            "$1" people add "$id" --name "The $id" --role "$role" --organisation "$organisation" \\
                --email "$id@example.gov.uk"
        done
        cat >register.csv <<X
        \(Register.header)
        A,Earnings check,Home Office,DWP,Awards,Welfare Reform Act 2012 s.127,Public task,Date of birth,\
        Benefit claimants,Daily,API,OFFICIAL,2023-04-01,2026-04-10,2038-12-01,Head of Fraud Data,Live
        X
        "$1" import register.csv
        "$1" tick --at 2038-01-01
        mkfifo took
        python3 '\(server)' '{"folder": ".", "starttls": true, "auth": "concordat:secret",
            "rcpt": {"home@example.gov.uk": ["550 5.1.1 no such user"]}}' >took &
        server=$!
        trap 'kill -9 $server' EXIT
        exec 3<took
        read -r port <&3
        cat >mail.json <<X
        {"host": "127.0.0.1", "port": $port, "tls": "starttls", "from": "data-sharing@example.gov.uk",
         "user": "concordat", "password": {"environment": "MAIL_PASSWORD"}, "authority": "cert.pem"}
        X
        echo ready

        """

    private func received(_ desk: Desk) throws -> String {
        try String(contentsOfFile: desk.path("received.jsonl"), encoding: .utf8)
    }

    @Test func lettersLeaveByAMailServerAndWhatItRefusesIsHeld() async throws {
        let desk = try await Desk(shares: false)
        let run = try await desk.shell(
            Self.setUp + """
                "$1" outbox deliver --smtp mail.json || echo "code $?"
                export MAIL_PASSWORD=secret
                "$1" outbox deliver --smtp mail.json || echo "code $?"
                "$1" outbox
                "$1" outbox retry --held
                "$1" outbox deliver --smtp mail.json || echo "code $?"
                """)
        let lines = Array(run.lines.drop { $0 != "ready" }.dropFirst())
        let errors = try String(contentsOfFile: desk.path("errors"), encoding: .utf8)
        #expect(lines.first == "code 65", "\(run.out)\n\(errors)")
        #expect(errors.contains("The variable MAIL_PASSWORD of the environment is not set."))
        #expect(lines.contains { $0.hasSuffix("1 held.") })
        #expect(
            errors.contains("is held. The mail server did not take the address: it answered “550 5.1.1 no such user”."))
        #expect(lines.contains { $0.contains("held after 1 attempt") && $0.contains("550 5.1.1 no such user") })
        #expect(lines.contains("1 put back: they leave at the next delivery."))
        let received = try received(desk)
        #expect(received.contains("home@example.gov.uk") && received.contains("hub@example.gov.uk"))
        #expect(!received.contains("\"encrypted\": false"))
        #expect(!(run.out + errors).contains("secret"))
    }

    @Test func lettersLeaveWhileThePagesAreServed() async throws {
        let desk = try await Desk(shares: false)
        let run = try await desk.shell(
            Self.setUp + """
                export MAIL_PASSWORD=secret
                "$1" serve --port 0 --smtp mail.json &
                serving=$!
                trap 'kill -9 $server $serving' EXIT
                read -r line <&3
                echo "$line"
                """)
        let errors = try String(contentsOfFile: desk.path("errors"), encoding: .utf8)
        #expect(run.lines.last == "received", "\(run.out)\n\(errors)")
        #expect(try received(desk).contains("example.gov.uk"))
    }
}
