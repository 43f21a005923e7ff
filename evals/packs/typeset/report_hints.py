"""Where the source text of an inspection report gives no blank line to go by.

Keyed by heading wording rather than by document: inspectors use the same headings everywhere.
"""

from __future__ import annotations

HEADINGS = frozenset(
    {
        "Wessenshire County Council",
        "Inspection of services for children in need of help and protection, children looked "
        "after and care leavers",
        "Review of the effectiveness of the Local Safeguarding Children Board1",
        "Review of the effectiveness of the Local Safeguarding Children Board",
        "The overall judgement is that children’s services are inadequate",
        "The overall judgement is good",
        "The overall judgement is requires improvement.",
        "Summary of findings",
        "Children’s services in Wessenshire are inadequate because:",
        "Children in Tarrowshire are not yet receiving a good service because:",
        "The local authority has the following strengths:",
        "The authority has the following strengths:",
        "What does the local authority need to improve?",
        "Priority and immediate action",
        "Areas for improvement",
        "Immediately",
        "Within three months",
        "Within six months",
        "Information about this local authority area",
        "Children living in this area",
        "Children looked after",
        "Child protection",
        "Key people",
        "The experiences and progress of children who need help and protection are inadequate",
        "The experiences and progress of children looked after and achieving permanence "
        "require improvement",
        "Adoption performance is good",
        "The experiences and progress of care leavers are inadequate",
        "Leadership, management and governance are inadequate",
        "The Local Safeguarding Children Board requires improvement",
        "Inspection of Wessenshire local authority children’s services",
        "What needs to improve?",
        "The experiences and progress of children who need help and protection: "
        "requires improvement to be good",
        "The experiences and progress of children in care and care leavers: good",
        "The impact of leaders on social work practice with children and families: "
        "requires improvement to be good",
    }
)

BREAKS = (
    "Inspection dates:",
    "Report published:",
    "Lead inspector:",
    "The judgements on areas of the service",
    "2.1 Adoption",
    "2.2 Experiences",
    "Judgement Grade",
    "The inspection team consisted",
    "© Crown copyright",
)

SECTION_OPENINGS = (
    "The experiences and progress of",
    "The impact of leaders on",
    "Children who need help and protection are",
    "Children looked after and achieving permanence:",
    "Leadership, management and governance",
    "Summary of findings",
    "Executive summary",
    "What does the local authority need",
    "What needs to improve",
    "Information about this local",
    "The Local Safeguarding Children Board",
)
