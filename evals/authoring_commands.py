"""What `add` and `review` do: questions proposed, with where their answers might stand, and decided."""

from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from assistant.answers import Question
from assistant.interpret import form_of
from docs_store.errors import UsageError
from evals.commands import assistant_over, corpus_of
from evals.corpus import Corpus
from evals.errors import ReviewError
from evals.facts import Fact, Kind, Nugget, Pack, load_pack
from evals.feedback import candidate_from, read_feedback
from evals.proposed import add_candidate, candidate_id, decide
from evals.proposing import Proposal, propose
from evals.stores import store_for
from evals.validate import problems_of_fact

_PROPOSALS = 8


def add(options: Namespace) -> int:
    """Propose a fact, or one for each line of feedback; 0. Raises UsageError or ReviewError."""
    pack = load_pack(options.pack)
    if options.feedback:
        return _add_feedback(pack, options.feedback)
    if not options.question:
        raise UsageError('Give a question, as in: python -m evals add "Who led the inspection?"')
    nuggets = tuple(Nugget(text=text) for text in options.answer)
    question = _question(options)
    with assistant_over(
        pack, store=options.store, work=options.work, corpus=options.corpus
    ) as opened:
        answer = opened.assistant.ask(question)
        passages = [hit.passage for hit in answer.hits]
        found = propose(question.text, nuggets, passages, opened.documents, _PROPOSALS)
        _show(found)
        chosen = [] if options.unanswerable else _chosen(options.gold, found)
        fact = _fact(options, pack, question, nuggets, chosen, opened.documents)
    file = add_candidate(pack, fact)
    print(f"\n{fact.id} is a candidate in {file}: complete it there, then review it")
    return 0


def _question(options: Namespace) -> Question:
    try:
        fact = Fact.model_validate(
            {
                "id": "new",
                "question": options.question,
                "kind": Kind.FACT,
                "history": options.history,
                "as_of": options.as_of,
                "expected_status": "answered",
            }
        )
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise UsageError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}.") from error
    return Question(fact.question, fact.history, fact.as_of)


def _add_feedback(pack: Pack, file: Path) -> int:
    added = 0
    for given in read_feedback(file):
        try:
            add_candidate(pack, candidate_from(given, pack))
        except ReviewError as error:
            print(error)
            continue
        added += 1
        pack = load_pack(pack.folder)
    print(f"{added} candidates added to {pack.name}")
    return 0


def _show(found: Sequence[Proposal]) -> None:
    for number, one in enumerate(found, start=1):
        page = "" if one.page is None else f", page {one.page}"
        print(f"{number:>2}  {one.document}{page}\n    {one.text}")
    if not found:
        print("Nothing like it was found.")


def _chosen(numbers: str, found: Sequence[Proposal]) -> list[Proposal]:
    try:
        wanted = [int(number) for number in numbers.split(",")]
    except ValueError:
        raise UsageError("--gold takes the numbers of proposals, as in --gold 1,3.") from None
    return [found[number - 1] for number in wanted if 1 <= number <= len(found)]


def _fact(
    options: Namespace,
    pack: Pack,
    question: Question,
    nuggets: tuple[Nugget, ...],
    chosen: Sequence[Proposal],
    corpus: Corpus,
) -> Fact:
    councils = {corpus.documents[one.document].council for one in chosen} - {None}
    council = next(iter(councils)) if len(councils) == 1 else None
    return Fact(
        id=candidate_id(pack.name, question.text, question.history),
        question=question.text,
        kind=_kind(options, question),
        history=question.history,
        as_of=question.as_of,
        expected_status="unanswerable" if options.unanswerable else "answered",
        nuggets=() if options.unanswerable else nuggets,
        gold=tuple(one.gold(may_quote=pack.may_be_quoted) for one in chosen),
        council=council,
        split=_split(pack, council),
        author=options.author,
        state="candidate",
        note=options.note,
    )


def _kind(options: Namespace, question: Question) -> Kind:
    if options.kind is not None:
        if options.kind not in list(Kind):
            raise UsageError(f'"{options.kind}" is not a kind; it may be {", ".join(Kind)}.')
        return Kind(options.kind)
    if options.unanswerable:
        return Kind.UNANSWERABLE
    if question.history:
        return Kind.FOLLOWUP
    form = form_of(question.text).value
    return Kind(form) if form in list(Kind) else Kind.FACT


def _split(pack: Pack, council: str | None) -> str:
    """The split of the council's other facts: a council is on one side only."""
    splits = Counter(fact.split for fact in pack.facts if council and fact.council == council)
    return splits.most_common(1)[0][0] if splits else "dev"


def review(options: Namespace) -> int:
    """List the candidates of a pack, or decide on one; 0. Raises UsageError or ReviewError."""
    pack = load_pack(options.pack)
    if options.id is None:
        for fact in pack.facts:
            if fact.is_candidate:
                print(f"{fact.id} [{fact.kind.value}]: {fact.question} ({fact.note or 'no note'})")
        return 0
    if options.decision is None or not options.by:
        raise UsageError("To decide on a candidate, give --accept or --reject, and --by NAME.")
    store = store_for(pack, store=options.store, work=options.work, corpus=options.corpus)
    with corpus_of(store) as corpus:

        def problems(fact: Fact) -> list[str]:
            return [str(problem.sentence) for problem in problems_of_fact(fact, pack, corpus)]

        decided = decide(pack, options.id, options.decision, options.by, problems)
    print(f"{decided.id} is {decided.state}")
    if decided.is_accepted:
        print("The pack has changed: run it, and bless the run as its new baseline.")
    return 0
