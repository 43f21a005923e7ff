"""The words in which people name what is graded, and the grades; each phrase with its meaning."""

from docs_store.judgements import Area

AREAS: dict[tuple[Area, ...], str] = {
    (Area.OVERALL,): """
        overall | overall effectiveness | effectiveness | headline | on the whole | as a whole | in general | general
        | generally | final | whole service""",
    (Area.HELP_AND_PROTECTION,): """
        help and protection | help protection | protection | child protection | protecting children | protecting kids
        | children who need help and protection | children needing help and protection | need help and protection
        | children in need of help and protection | kids who need help and protection | children who need protection
        | kids needing help and protection | kids in need of help and protection | those who need help and protection
        | young people who need help and protection | families who need help and protection | protection of children
        | keeping children safe | keeping kids safe | child safety""",
    (Area.IN_CARE,): """
        children in care | kids in care | in care | looked after | looked after children | looked after kids | lac | cla
        | children looked after | kids looked after | young people in care | youngsters in care | those in care
        | children who are looked after | kids who are looked after | permanence | achieving permanence
        | children looked after and achieving permanence | looked after children and achieving permanence
        | looked after children and permanence | children looked after and permanence | looking after children
        | looking after kids | looking after children in care | children in the care system | kids in the care system
        | children in its care | children in their care | kids in its care | kids in their care""",
    (Area.CARE_LEAVERS,): """
        care leavers | care leaver | leaving care | leavers | left care | care leaving | care experienced
        | young people leaving care | those leaving care | kids leaving care | children leaving care | people leaving care
        | youngsters leaving care | teenagers leaving care | young people who have left care | those who have left care
        | kids who have left care | people who have left care | children who have left care | people who left care
        | young people whove left care | those whove left care | kids whove left care | young people who left care
        | care experienced young people | former looked after children""",
    (Area.IN_CARE_AND_CARE_LEAVERS,): """
        children in care and care leavers | kids in care and care leavers | in care and care leavers
        | looked after children and care leavers | looked after kids and care leavers | lac and care leavers
        | children looked after and care leavers | young people in care and care leavers | in care and leaving care
        | children in care and leaving care | kids in care and leaving care""",
    (Area.LEADERSHIP,): """
        leadership | leadership and management | leadership management and governance | leadership and governance
        | leaders | leader | managers | management | bosses | governance | management and governance | senior leaders
        | senior managers | senior leadership | people in charge | those in charge | people at the top | those at the top
        | top brass | top team | leadership team | impact of leaders | impact of leadership | impact of leaders on practice
        | impact of leaders on social work practice | people running it
        | impact of leaders on social work practice with children and families""",
    (Area.ADOPTION,): "adoption | adoption performance | adoption service | adoption services | adoptions | adopting",
}  # fmt: skip

GRADES: dict[tuple[str, ...], str] = {
    ("outstanding",): "outstanding | outstandings | top grade | top mark | top marks | top rating | full marks",
    ("good",): "good | goods",
    ("requires improvement",): """
        requires improvement | requires improvement to be good | require improvement | require improvement to be good
        | requiring improvement | requiring improvement to be good | required improvement | requires improving | ri
        | needs improvement | needs improving | need improving | need improvement | needing improvement""",
    ("inadequate",): "inadequate | inadequates | bottom grade | bottom rating | failing grade | failing verdict",
    ("adequate",): "adequate | adequates",
    ("outstanding", "good"): """
        good or better | good or outstanding | outstanding or good | at least good | good or above | good and outstanding
        | outstanding and good""",
    ("requires improvement", "inadequate"): "less than good | below good | worse than good | lower than good",
}  # fmt: skip
"""Grades as people name them. "requires improvement" stands for both of its printed forms."""

FRAMEWORKS: dict[str, str] = {
    "ILACS": "ilacs",
    "SIF": "sif | single inspection framework",
}
