"""Retrieval measures of a ranking against qrels, computed by ir-measures (trec_eval underneath).

Three levels: passages; pages, each placed where its best passage stands; documents likewise.
"""

from collections.abc import Iterable, Mapping, Sequence

from evals.corpus import Corpus
from evals.facts import Fact
from evals.records import Ranked

CUTS = (1, 5, 10, 20, 50)
LEVELS = ("passage", "page", "document")

Qrels = Mapping[str, frozenset[str]]
"""Relevant ids by fact id."""
Rankings = Mapping[str, Sequence[str]]
"""Ids, best first, by fact id."""


def page_id(document: str, page: int | None) -> str:
    """A page's name in qrels and runs: "report.pdf@12", "news.txt@-"."""
    return f"{document}@{'-' if page is None else page}"


def qrels_of(facts: Iterable[Fact], corpus: Corpus, level: str) -> dict[str, frozenset[str]]:
    """What is relevant to each fact that has gold. A fact whose gold is in no passage has the empty
    set: that is a loss, not an undefined measure."""
    with_gold = [fact for fact in facts if fact.is_answerable and fact.gold]
    if level == "passage":
        return {fact.id: corpus.relevant_passages(fact.gold) for fact in with_gold}
    if level == "page":
        return {f.id: frozenset(page_id(g.document, g.page) for g in f.gold) for f in with_gold}
    return {fact.id: frozenset(gold.document for gold in fact.gold) for fact in with_gold}


def ranked_ids(hits: Sequence[Ranked], level: str) -> tuple[str, ...]:
    """The ids of a ranking at one level, best first, each once."""
    if level == "passage":
        ids = [hit.passage for hit in hits]
    elif level == "document":
        ids = [hit.document for hit in hits]
    else:
        ids = [page_id(hit.document, page) for hit in hits for page in _pages(hit)]
    return tuple(dict.fromkeys(ids))


def _pages(hit: Ranked) -> Iterable[int | None]:
    if hit.page_first is None:
        return (None,)
    return range(hit.page_first, (hit.page_last or hit.page_first) + 1)


def ranking_scores(qrels: Qrels, rankings: Rankings) -> dict[str, dict[str, float]]:
    """By fact id: success@k, recall@k, mrr and ndcg@10 for each fact in `qrels`.

    A fact without a ranking, or with nothing relevant to find, scores 0.
    """
    import ir_measures
    from ir_measures import RR, R, Success, nDCG

    names = {Success @ k: f"success@{k}" for k in CUTS} | {R @ k: f"recall@{k}" for k in CUTS}
    names |= {RR: "mrr", nDCG @ 10: "ndcg@10"}
    relevant = [ir_measures.Qrel(q, d, 1) for q, ids in qrels.items() for d in sorted(ids)]
    run = [
        ir_measures.ScoredDoc(query, document, -float(rank))
        for query in qrels
        for rank, document in enumerate(rankings.get(query, ()))
    ]
    scores = {query: dict.fromkeys(names.values(), 0.0) for query in qrels}
    for metric in ir_measures.iter_calc(list(names), relevant, run) if relevant and run else ():
        scores[metric.query_id][names[metric.measure]] = float(metric.value)
    return scores


def score_rankings(
    facts: Sequence[Fact], hits: Mapping[str, Sequence[Ranked]], corpus: Corpus
) -> dict[str, dict[str, float]]:
    """By fact id, every retrieval measure at every level, named "page success@5" and so on."""
    found: dict[str, dict[str, float]] = {}
    for level in LEVELS:
        rankings = {key: ranked_ids(of_fact, level) for key, of_fact in hits.items()}
        scores = ranking_scores(qrels_of(facts, corpus, level), rankings)
        for key, values in scores.items():
            named = {f"{level} {name}": value for name, value in values.items()}
            found.setdefault(key, {}).update(named)
    return found
