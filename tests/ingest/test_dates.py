from datetime import date

import pytest

from ingest import dates


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Inspection dates: 7 February 2022 to 18 February 2022 Lead", (2022, 2, 7), (2022, 2, 18)),
        ("Inspection date: 27 February to 23 March 2017", (2017, 2, 27), (2017, 3, 23)),
        ("Inspection dates: 12 November – 4 December 2013", (2013, 11, 12), (2013, 12, 4)),
        ("Inspection dates: 9–20 June 2025", (2025, 6, 9), (2025, 6, 20)),
        ("Inspection dates: 28 November to 9 January 2023", (2022, 11, 28), (2023, 1, 9)),
        ("Inspection date: 12/09/2016 to 06/10/2016", (2016, 9, 12), (2016, 10, 6)),
        ("Inspection dates: 3 to 7 March 2014 and 12 to 14 May 2014", (2014, 3, 3), (2014, 5, 14)),
        (
            "the monitoring visit to Ambleford children’s services on 2 and 3 October 2018. It",
            (2018, 10, 2),
            (2018, 10, 3),
        ),
        (
            "the visit to Ambleford on Tuesday 2nd & Wednesday 3rd October 2018.",
            (2018, 10, 2),
            (2018, 10, 3),
        ),
        ("This visit took place on 4 May 2021.", (2021, 5, 4), (2021, 5, 4)),
    ],
)
def test_days_on_site_in_every_printed_form(text, first, last):
    assert dates.on_site(text) == (date(*first), date(*last))


def test_no_days_on_site_are_made_up():
    assert dates.on_site("The last inspection was in March 2017.") == (None, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Report published: 13 June 2017", (2017, 6, 13)),
        ("Posted on 29/10/2018 by", (2018, 10, 29)),
        ("Published: Friday 2 September 2022", (2022, 9, 2)),
        ("Version 2 Updated: 27th January, 2023", (2023, 1, 27)),
    ],
)
def test_the_day_of_publication(text, day):
    assert dates.published(text) == date(*day)


def test_a_copyright_year_is_no_date():
    assert dates.published("Copyright 2024 The Borough Post. All rights reserved.") is None


def test_the_date_of_a_letter_stands_alone_on_its_line():
    found = dates.standing_alone(
        ["Ofsted", "visited on 4 May 2021 and found", "25 October 2018", "1 May 2020"]
    )
    assert found == date(2018, 10, 25)


def test_the_date_of_a_meeting():
    assert dates.meeting("COMMITTEE Meeting Date: 14th July, 2022 Purpose") == date(2022, 7, 14)
    assert dates.meeting("MINUTES of the meeting held on Thursday 17 November 2022 in") == date(
        2022, 11, 17
    )


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("children's services inspection - 01 april 2022.pdf", date(2022, 4, 1)),
        ("2022-04-01 minutes.docx", date(2022, 4, 1)),
        ("002_193222b4676a9f10.txt", None),
        ("31 february 2020.pdf", None),
    ],
)
def test_the_date_in_a_file_name(name, day):
    assert dates.in_file_name(name) == day


def test_a_date_in_words():
    assert dates.as_text(date(2022, 7, 4)) == "4 July 2022"
