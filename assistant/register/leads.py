"""Who led inspections, as a statement."""

from collections.abc import Sequence

from assistant.register.draft import Draft
from assistant.register.places import name_printed
from assistant.register.records import Inspection
from assistant.register.wording import days, listed


def say_who_led(chosen: Sequence[Inspection], draft: Draft) -> list[str]:
    """Add who led each inspection, with where it is printed; the names said."""
    names: list[str] = []
    for one in chosen:
        document = one.document
        if not one.is_held or not document.inspectors:
            continue
        pages = draft.desk.pages(document.id)
        spans = [name_printed(pages, name) for name in document.inspectors]
        who = listed(list(document.inspectors))
        places = [(document.id, span) for span in spans if span]
        when = days(one.first_day, one.last_day)
        if draft.say(f"{who} led the inspection of {one.council} of {when}.", places):
            names.append(who)
    return names
