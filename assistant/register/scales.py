"""What each framework grades, on which scale and under which words. Nothing converts a grade."""

from datetime import date

from docs_store.judgements import NOT_JUDGED, Area, same_grade

_SCALES = {
    "ILACS": ("outstanding", "good", "requires improvement to be good", "inadequate"),
    "SIF": ("outstanding", "good", "requires improvement", "inadequate"),
    "pre-SIF": ("outstanding", "good", "adequate", "inadequate"),
}
_CALLED = {
    "ILACS": "ILACS, the framework since 2018",
    "SIF": "the single inspection framework of 2013 to 2017",
    "pre-SIF": "the frameworks before November 2013",
}
_LABELS = {
    Area.OVERALL: "overall effectiveness",
    Area.HELP_AND_PROTECTION: "help and protection",
    Area.IN_CARE: "children in care",
    Area.CARE_LEAVERS: "care leavers",
    Area.IN_CARE_AND_CARE_LEAVERS: "children in care and care leavers (one grade)",
    Area.LEADERSHIP: "the impact of leaders",
    Area.ADOPTION: "adoption performance",
}
_SIF_LABELS = {
    Area.IN_CARE: "children looked after and achieving permanence",
    Area.LEADERSHIP: "leadership, management and governance",
}
_CARE_LEAVERS_APART = date(2023, 1, 1)
_NO_OVERALL = date(2026, 4, 1)


def label(area: Area, framework: str | None) -> str:
    """What an area is called for a reader, in the words of the framework."""
    named = _SIF_LABELS.get(area) if framework == "SIF" else None
    return named or _LABELS[area]


def called(framework: str | None) -> str:
    """A framework in words."""
    return _CALLED.get(framework or "", "a framework that is not known")


def place_on_scale(framework: str | None, grade: str) -> int | None:
    """How far from the top a grade stands on its framework's scale (0 is the best); None for a grade
    that is not on it, or a framework that is not known."""
    scale = _SCALES.get(framework or "", ())
    return next((at for at, step in enumerate(scale) if same_grade(step, grade)), None)


def scale_of(framework: str | None) -> tuple[str, ...]:
    """The grades of a framework, best first; () for one that is not known."""
    return _SCALES.get(framework or "", ())


def is_named(grade: str, named: tuple[str, ...]) -> bool:
    """True when a grade as printed is one of those that a question names."""
    return any(same_grade(grade, one) for one in named)


def is_grade(grade: str) -> bool:
    """False for "not judged"."""
    return grade != NOT_JUDGED


def why_not_graded(area: Area, framework: str | None, inspected: date | None) -> str:
    """Why an inspection has no grade of an area, in a sentence; "" where its framework has one."""
    if framework == "ILACS":
        if area is Area.ADOPTION:
            return "Inspections under ILACS, the framework since 2018, do not grade adoption separately."
        if area is Area.OVERALL and inspected and inspected >= _NO_OVERALL:
            return "Since April 2026 inspections give no grade for overall effectiveness."
        if area is Area.IN_CARE_AND_CARE_LEAVERS and inspected and inspected >= _CARE_LEAVERS_APART:
            return "Since January 2023 children in care and care leavers have a grade each."
    if framework == "SIF" and area is Area.IN_CARE_AND_CARE_LEAVERS:
        return "Under the single inspection framework children looked after and care leavers had a grade each."
    return ""


ONE_GRADE_FOR_BOTH = (
    "From 2018 to 2022 children in care and care leavers had one grade together, "
    "and care leavers none of their own until January 2023."
)
