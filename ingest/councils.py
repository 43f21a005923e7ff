"""Which council a document is about: a gazetteer of England's, and the forms in which councils'
names are printed, so that one the gazetteer does not know is still found."""

import functools
import re
from collections import Counter

from docs_store.gazetteer import gazetteer

_WORD = r"(?:St\.?\s)?[A-Z][\w’'-]*[\w]"
_NAME = rf"{_WORD}(?:(?:,|\s(?:and|&|upon|on|with|of|under))?\s{_WORD}){{0,4}}?"
_LONG = rf"{_WORD}(?:(?:,|\s(?:and|&|upon|on|with|of|under))?\s{_WORD}){{0,4}}"
_TYPE = (
    r"(?:(?:Metropolitan|Unitary|London|Royal)\s)?(?:(?:County|City|Borough|District)\s)?[Cc]ouncil"
)
_FORMS = (
    (12, re.compile(rf"\b[Ii]nspection\sof\s({_NAME})\s(?:local\sauthority\s)?[Cc]hildren[’']s")),
    (12, re.compile(rf"\b[Vv]isit\s(?:of|to)\s({_NAME})\s(?:local\sauthority|[Cc]hildren[’']s)")),
    (12, re.compile(rf"\b({_NAME})\s[Ll]ocal\s[Aa]rea\s[Pp]artnership\b")),
    (12, re.compile(rf"\b[Aa]rea\s(?:SEND\s)?inspection\b(?:\s[a-z][\w-]*){{0,14}}?\s(?:of|in|to)\s({_LONG})")),
    (6, re.compile(rf"\b(?:(?:London|Royal|Metropolitan)\s)?[Bb]orough\s[Oo]f\s({_LONG})")),
    (6, re.compile(rf"\b[Cc]ity\sof\s(?!London\b)({_LONG})")),
    (6, re.compile(rf"\b({_NAME})\s{_TYPE}\b")),
    (6, re.compile(rf"\bCouncil\sof\sthe\s({_LONG})")),
    (3, re.compile(rf"\b({_NAME})(?:\slocal\sauthority)?\s[Cc]hildren[’']s\s(?:[Ss]ervices|[Tt]rust)\b")),
    (3, re.compile(rf"\b[Cc]hildren[’']s\s[Ss]ervices\s(?:in|at)\s({_LONG})")),
)  # fmt: skip
_NOT_A_NAME = frozenset(
    "Authority Authorities Committee Board Trust Family Families Social Care Plan Wellbeing Coalition Safeguarding "
    "Early Help Education Adult Adults Community Public Corporate Combined Secretary State Minister Ministers England British "
    "English Welsh Regional General Medical Nursing Arts Research Sports Student School Young People Person Youth Works Bar Press "
    "Children’s Children's The This That Our Your Their Each Every A An Local District County City Borough Metropolitan London Royal Town "
    "Parish Council Councils Government Scrutiny Ofsted Dear Director Chief Children Services Department Her His "
    "Majesty National Research Deputy Leader Mayor Conservative Labour Liberal Inspection Monitoring Focused Visit "
    "Report Cabinet Improvement Sector Privy Health Youth Joint All Both Former If In At When While As And But For Good Outstanding Inadequate Adequate Requires Grade Overall Judgement "
    "Ms Mr Mrs Miss Dr Cllr Councillor Culture Sanctuary Science Learning Dreams Since Although However Monday Tuesday Wednesday Thursday Friday Saturday Sunday Image Source Overview".split()
)
_TITLE_WORDS = re.compile(
    r"^(?:(?:The|Inspection of|Review of|In|At|For|From|Of|By|And|London Borough of|Royal Borough of|Metropolitan Borough of|City of|Borough of|Council of the|Councillor|Cllr|Dear|Welcome to|Leader of)\s)+"
)
_TYPE_WORDS = re.compile(
    r"\s(?:(?:Metropolitan|London|Royal|Unitary)\s)?(?:County|City|Borough|District|MBC|Council)$"
)
_AFTER_NAME = re.compile(r"\s(?:Council|Dear|Director|M[rsx]|Mrs|Miss|Dr|Cllr|Councillor)\b")
_TYPE_IN_SMALL = re.compile(r"\b(?:county|city|borough|district)(?=\s[Cc]ouncil\b)")
_NEEDS_FORM = frozenset(("Reading", "Bury", "Sutton", "Kent", "Richmond", "Newcastle", "Stoke", "Hull", "BCP", "Bedford", "Derby", "York", "Manchester", "Westminster"))  # fmt: skip
_COMPASS = frozenset(
    "North South East West Greater New Mid Central Upper Lower Great Little Old".split()
)
_CAPITAL = r"[A-Z][A-Z’'.-]*[A-Z]"
_IN_CAPITALS = re.compile(rf"\b{_CAPITAL}(?:,?\s(?:&\s)?{_CAPITAL})*\b")
_SMALL = frozenset("a and at by for from in of on over the to under upon with".split())
_SHORT_FORMS = frozenset(("MBC", "LBC", "HMI"))
_HEAD = 1500
_FAR = 12000


def council_of(text: str, title: str = "", path: str = "") -> str | None:
    """The council that `text` (white space folded) is about, by the name of the gazetteer or, for
    one unknown to it, as printed; None where no name stands out."""
    scores: Counter[str] = Counter()
    text = _IN_CAPITALS.sub(_as_names_are_printed, text[: _FAR + 1000])
    head, near = f"{title}. {text[:_HEAD]}", text[:_FAR]
    for weight, form in _FORMS:
        for zone, factor in ((head, 2), (near, 1)):
            for name in {_named(found[1]) for found in form.finditer(zone)} - {None}:
                scores[str(name)] += weight * factor
    for name, count in _mentions(near).items():
        if name in scores or name not in _NEEDS_FORM:
            scores[name] += min(count, 12)
    for name in list(scores):
        scores[name] += _weight_elsewhere(name, near, title, path)
    return _standing_out(scores)


def names_in(text: str) -> frozenset[str]:
    """Every council that `text` names: in a printed form, or by a bare name that the gazetteer knows
    and that is no common word."""
    text = _TYPE_IN_SMALL.sub(lambda found: found[0].capitalize(), text)
    named = {_named(found[1]) for _, form in _FORMS for found in form.finditer(text)}
    named |= {name for name in _mentions(text) if name not in _NEEDS_FORM}
    return frozenset(name for name in named if name)


def _as_names_are_printed(run: re.Match[str]) -> str:
    """ "ISLE OF AMBLE COUNCIL" → "Isle of Amble Council"; short forms that stand alone are left."""
    if not re.search(r"[A-Z]{4}", run[0]):
        return run[0]
    return re.sub(r"[A-Z][A-Z’'.]*[A-Z]", _as_a_name_is_printed, run[0])


def _as_a_name_is_printed(word: re.Match[str]) -> str:
    if word[0] in _SHORT_FORMS or word[0] in gazetteer():
        return word[0]
    return word[0].lower() if word[0].lower() in _SMALL else word[0].capitalize()


def _weight_elsewhere(name: str, text: str, title: str, path: str) -> int:
    """What its mentions outside the printed forms add to a name."""
    weight = 0 if name in gazetteer().values() else min(text.count(name), 12)
    if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", f"{title} {text[:250]}"):
        weight += 6
    if title and name in title:
        weight += 6
    if re.search(rf"\b{re.escape(name)}\b", path, re.IGNORECASE):
        weight += 4
    return weight


def _standing_out(scores: Counter[str]) -> str | None:
    ranked = scores.most_common(2)
    if not ranked or ranked[0][1] < 4:
        return None
    if len(ranked) == 2 and ranked[0][1] < 1.25 * ranked[1][1]:
        return None
    return ranked[0][0]


@functools.cache
def _any_name() -> re.Pattern[str]:
    """Longest first, so that South Gloucestershire is never taken for Gloucestershire."""
    names = sorted(gazetteer(), key=len, reverse=True)
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])(?! (?:Police|Constabulary|Street|Road|House|Airport|City F|United))"
    )


def _mentions(text: str) -> Counter[str]:
    return Counter(gazetteer()[found[0]] for found in _any_name().finditer(text))


def _named(printed: str) -> str | None:
    """The name within a printed form, or None where it is no name."""
    name = _TITLE_WORDS.sub("", printed.strip())
    name = _AFTER_NAME.split(name)[0] or name
    previous = ""
    while previous != name:
        previous, name = name, _TYPE_WORDS.sub("", name)
    name = re.sub(r"[’']s?$", "", name)
    known = gazetteer().get(name)
    if known:
        return known
    name = _without_other_words(name)
    for inside in _any_name().finditer(name):
        before = name[: inside.start()].split()
        if not before or (name.endswith(inside[0]) and before[-1] not in _COMPASS):
            return gazetteer()[inside[0]]
    words = name.split()
    if not words or any(word.strip(",’'") in _NOT_A_NAME for word in words) or len(name) < 4:
        return None
    return name


def _without_other_words(name: str) -> str:
    """The longest run of words that may be a name: "Croydon Inspection" → "Croydon"."""
    runs: list[list[str]] = [[]]
    for word in name.split():
        if word.strip(",’'") in _NOT_A_NAME:
            runs.append([])
        else:
            runs[-1].append(word)
    longest = max(runs, key=len)
    while longest and longest[-1].islower():
        longest.pop()
    while longest and longest[0].islower():
        longest.pop(0)
    return " ".join(longest).strip(",")
