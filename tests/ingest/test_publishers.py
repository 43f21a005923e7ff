from docs_store.documents import DocumentKind as Kind
from docs_store.sources import SourceRank
from ingest.publishers import site_name, source_of
from ingest.reading import Metadata

UNKNOWN = Metadata()


def source(kind, metadata=UNKNOWN, before=(), after=()):
    return source_of(kind, metadata, "Ambleford Council", before, after, is_ofsted=False)


def test_each_kind_has_the_rank_of_its_publisher():
    assert source(Kind.INSPECTION_REPORT).rank is SourceRank.INSPECTORATE
    assert source(Kind.MINUTES).rank is SourceRank.COUNCIL_RECORD
    assert source(Kind.COUNCIL_NEWS).rank is SourceRank.STATEMENT
    assert source(Kind.PRESS, Metadata(site="The Post")).rank is SourceRank.PRESS
    assert (
        source(Kind.PRESS, Metadata(site="Ambleford Liberal Democrats")).rank
        is SourceRank.AGGREGATOR
    )


def test_names_are_those_of_the_page_or_the_council():
    assert source(Kind.INSPECTION_REPORT).publisher == "Ofsted"
    assert source(Kind.MINUTES).publisher == "Ambleford Council"
    assert (
        source(Kind.PRESS, Metadata(site="The Post", address="https://post.example/a")).address
        == "https://post.example/a"
    )


def test_the_site_of_a_saved_page_is_found_around_the_article():
    assert site_name([], ["Source: Care Weekly"]) == "Care Weekly"
    assert (
        site_name(["Skip navigation", "Ambleford Business News"], []) == "Ambleford Business News"
    )
    assert (
        site_name([], ["A look back with CareMatters", "The CareMatters tree", "linkedin"])
        == "CareMatters"
    )
    assert site_name([], ["Copyright 2024 Finch Media Ltd. All rights reserved."]) == "Finch Media"
    assert site_name(["Sign in"], ["Share"]) is None
