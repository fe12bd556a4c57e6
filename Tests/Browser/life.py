"""The life of a share, step by step: who gives which command with what, and where the share then stands."""

from dataclasses import dataclass, field
from datetime import date, timedelta

TODAY = date.today()


def day(days: int) -> str:
    """So many days from today; before it where negative."""
    return (TODAY + timedelta(days=days)).isoformat()


@dataclass
class Step:
    person: str
    machine: str
    command: str
    fields: dict[str, str] = field(default_factory=dict)
    # What the share's page shows afterwards.
    then: str | None = None


PROPOSAL = {
    "title": "Earnings check", "provider": "HMRC", "recipient": "DWP", "purpose": "Checking earnings against awards",
    "legal_gateway": "Welfare Reform Act 2012 s.127", "lawful_basis": "Public task",
    "data_items": "National Insurance number; Date of birth", "data_subjects": "Benefit claimants",
    "frequency": "Daily", "transfer_method": "API", "classification": "OFFICIAL", "retention": "P2Y",
    "start_date": day(0), "end_date": day(730), "review_date": day(150),
}

# What no agreement can be signed without, beside what is asked first.
ESSENTIALS = {
    "provider_role": "Controller", "recipient_role": "Controller", "necessity": "No other source says what was earned",
    "onward_sharing": "None", "disposal": "Secure deletion", "transfers_outside_uk": "None", "automated_decisions": "None",
    "privacy_information": "The notice on each site", "rights_contact": "data.protection@department.example",
}

PROPOSED = [
    Step("hub", "proposal", "appoint-owner", {"owner": "owner"}),
    Step("requester", "proposal", "submit", then="Submitted"),
    Step("owner", "proposal", "return", {"reason": "Say why daily"}, then="Returned"),
    Step("requester", "proposal", "edit", {"frequency": "Weekly"} | ESSENTIALS),
    Step("requester", "proposal", "resubmit", then="Submitted"),
    Step("owner", "proposal", "accept", then="Accepted"),
]

ASSESSED = [
    Step("dpo", "dpia", "screen", {"outcome": "required", "reason": "Data matching"}, then="Screened"),
    Step("owner", "dpia", "begin-assessment", then="Being assessed"),
    Step("owner", "dpia", "record-risk", {
        "risk": "A wrong match stops a payment", "likelihood": "possible", "severity": "significant"}),
    Step("owner", "dpia", "record-measure", {
        "reference": "1", "measures": "A person looks at each match", "effect": "reduced",
        "residual-likelihood": "remote", "residual-severity": "significant"}),
    Step("owner", "dpia", "submit-assessment", {"reason": "The paper answers the questions"}, then="With the DPO"),
    Step("dpo", "dpia", "advise", {"advice": "Proceed"}, then="Awaiting decision"),
    Step("siro", "dpia", "approve-dpia", {"advice-accepted": "yes"}, then="Approved"),
]


def approved(opening: str, closing: str) -> list[Step]:
    """Sign-offs, the text, both signatures, and into force."""
    return [
        Step("hub", "approval", opening),
        Step("owner", "approval", "sign-off"),
        Step("dpo", "approval", "sign-off"),
        Step("security", "approval", "sign-off"),
        Step("legal", "approval", "prepare-agreement", {"reason": "The annex says the rest"}),
        Step("partner", "approval", "sign", {"party": "HMRC", "signatory": "Director, HMRC", "signed-on": day(0)}),
        Step("siro", "approval", "sign", {"party": "DWP", "signatory": "Director, DWP", "signed-on": day(0)}),
        Step("legal", "approval", "complete-signing"),
        Step("owner", "approval", closing, then="In force"),
    ]


AMENDED = [
    Step("hub", "proposal", "begin-amendment", {"reason": "One item more"}, then="Amendment being written"),
    Step("requester", "proposal", "edit", {"data_items": "National Insurance number; Date of birth; Address"}),
    Step("requester", "proposal", "submit-amendment", then="Amendment submitted"),
    Step("owner", "proposal", "accept-amendment", then="Amendment accepted"),
    Step("owner", "dpia", "screen", {"outcome": "not-required", "reason": "No new risk"}),
    Step("dpo", "dpia", "keep-assessment", {"reason": "The risk is the same"}, then="Earlier conclusion stands"),
    *approved("open-amendment", "bring-into-force"),
]

REVIEWED = [
    Step("hub", "review", "call-review", then="Due"),
    Step("owner", "review", "begin-review", then="Under review"),
    Step("owner", "review", "answer-review",
         {"review/8": "None"} | {f"review/{n}": "Yes" for n in (1, 3, 4, 5, 6, 9, 10)}),
    Step("owner", "review", "continue", {"next-review": day(360)}, then="Scheduled"),
]

RETIRED = [
    Step("partner", "retirement", "propose-retirement", {"reason": "Replaced by the API"}, then="Proposed"),
    Step("owner", "retirement", "give-notice", {"effective": day(30)}, then="Under notice"),
    Step("owner", "retirement", "stop-transfer", {"effective": day(0), "evidence": "Change 4711"}, then="Stopped"),
    Step("owner", "retirement", "certify-deletion", {
        "party": "DWP", "method": "Secure deletion", "evidence": "Log 1"}),
    Step("owner", "retirement", "complete", then="Retired"),
]


def assess(demo, reference: str):
    """A share of which the assessment has begun, made at the command line; like no share of the portfolio, for which it
    would have to be answered."""
    terms = PROPOSAL | {"title": "Allotments", "provider": "Cabinet Office", "data_items": "Name of allotment"}
    demo.concordat("propose", "--as", "requester", "--reference", reference, *asked_for(terms))
    for step in PROPOSED[:2] + PROPOSED[5:] + ASSESSED[:2]:
        demo.concordat("act", reference, step.command, "--as", step.person, *asked_for(step.fields))


def asked_for(fields: dict[str, str]) -> list[str]:
    return [part for name, text in fields.items() for part in ("--field", f"{name}={text}")]
