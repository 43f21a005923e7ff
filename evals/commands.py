"""What `python -m evals validate` and `run` do, once the options are read."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docs_store.catalogue import Catalogue
from docs_store.errors import UsageError
from docs_store.originals import Originals
from evals.asking import Choice, Progress
from evals.command_line import tell
from evals.corpus import Corpus
from evals.errors import NoPacks
from evals.facts import Kind, Pack, load_pack
from evals.gate_commands import gate_runs, gated
from evals.gate_file import load_gate
from evals.report import misses, report
from evals.run import Run, run_pack
from evals.run_folder import write_json
from evals.stores import store_for
from evals.summary import Scored, summarise
from evals.validate import doubts_of, problems_of

if TYPE_CHECKING:
    from assistant.ask import Assistant

PACKS = Path(__file__).parent / "packs"
_MOST_HITS = 50
_TELL_EVERY = 25

Tell = Callable[[str], None]


def packs_of(options: Namespace) -> list[Pack]:
    """The packs named, or every pack whose documents are at hand. Raises PackError."""
    if options.pack:
        return [load_pack(folder) for folder in options.pack]
    packs = [load_pack(file.parent) for file in sorted(PACKS.glob("*/pack.yaml"))]
    found = [pack for pack in packs if pack.shipped_documents or options.corpus or options.store]
    if not found:
        raise NoPacks(f"No pack with documents lies in {PACKS}: name one with --pack.")
    return found


def validate(options: Namespace, tell: Tell = tell) -> int:
    """Print every problem of the packs, and their doubts if asked; 0 without a problem, else 2."""
    count = 0
    for pack in packs_of(options):
        store = store_for(pack, store=options.store, work=options.work, corpus=options.corpus)
        with corpus_of(store) as corpus:
            found = problems_of(pack, corpus)
            doubts = doubts_of(pack, corpus)
        for problem in found + (doubts if options.doubts else []):
            print(f"{pack.name}: {problem}")
        waiting = sum(fact.is_candidate for fact in pack.facts)
        counts = f"{len(found)} problems, {len(doubts)} doubts, {waiting} candidates"
        print(f"{pack.name}: {len(pack.facts)} facts, {counts}")
        count += len(found)
    if count:
        tell("The packs have problems; they are listed above.")
    return 2 if count else 0


@contextmanager
def corpus_of(store: Path) -> Iterator[Corpus]:
    """The documents of a store, as the evals look at them."""
    with closing(Catalogue.open(store)) as catalogue:
        yield Corpus(catalogue, Originals(store).path)


def choice_of(options: Namespace) -> Choice:
    """The facts to ask. Raises UsageError for a kind that does not exist or a limit below 1."""
    if options.kind is not None and options.kind not in list(Kind):
        raise UsageError(f'"{options.kind}" is not a kind of fact; it may be {", ".join(Kind)}.')
    if options.limit is not None and options.limit < 1:
        raise UsageError("--limit needs to be 1 or more.")
    kind = None if options.kind is None else Kind(options.kind)
    return Choice(options.split, kind, options.limit, options.candidates)


def run(options: Namespace, tell: Tell = tell) -> int:
    """Run every pack, print its report, write its folder; 0, or what the gate says."""
    if options.gate:
        return gated(lambda: _run_and_gate(options, tell))
    _run_all(options, packs_of(options), tell)
    return 0


def _run_and_gate(options: Namespace, tell: Tell) -> int:
    named = load_gate(options.gate).packs
    packs = packs_of(options)
    if not options.pack:
        packs = [pack for pack in packs if pack.name in named]
        for name in sorted(set(named) - {pack.name for pack in packs}):
            tell(f"{name}: its documents are not at hand, so it is not gated")
    runs = _run_all(options, packs, tell)
    return gate_runs([done.folder for done in runs], options)


def _run_all(options: Namespace, packs: Sequence[Pack], tell: Tell) -> list[Run]:
    choice = choice_of(options)
    runs = []
    for pack in packs:
        if not choice.of(pack.facts):
            tell(f"{pack.name}: no fact is chosen")
            continue
        runs.append(_run_one(pack, choice, options, tell))
        _print_report(runs[-1].summary, runs[-1].scored, options)
        print(f"\nkept in {runs[-1].folder}\n", flush=True)
    if len(runs) > 1:
        scored = [one for done in runs for one in done.scored]
        print(report({"pack": "all packs", **summarise(scored)}))
    if options.json:
        write_json(options.json, [done.summary for done in runs])
    return runs


def _run_one(pack: Pack, choice: Choice, options: Namespace, tell: Tell) -> Run:
    tell(f"{pack.name}: opening the store")
    return run_with_assistant(
        pack,
        choice,
        store=options.store,
        work=options.work,
        corpus=options.corpus,
        out=options.out,
        progress=_telling(pack, tell),
    )


@dataclass(frozen=True, slots=True)
class Opened:
    """The assistant over the documents of a pack, with the makings that a run records."""

    assistant: "Assistant"
    documents: Corpus
    store: Path
    settings: Mapping[str, Any]
    encoder: str


@contextmanager
def assistant_over(
    pack: Pack, *, store: Path | None, work: Path, corpus: Path | None
) -> Iterator[Opened]:
    """The assistant as it is set up here, over the documents of a pack. Loads the models.

    Where the documents come from is as in `store_for`, and so is what is raised.
    """
    from assistant.build import build_assistant
    from assistant.settings import AssistantSettings
    from docs_store.settings import StoreSettings

    encoder = StoreSettings().encoder
    held = store_for(pack, store=store, work=work, corpus=corpus, encoder_model=encoder)
    given = AssistantSettings()
    settings = given.model_copy(update={"shown": max(given.shown, _MOST_HITS)})
    with corpus_of(held) as documents, closing(build_assistant(held, settings, encoder)) as built:
        yield Opened(built, documents, held, settings.model_dump(), encoder)


def run_with_assistant(
    pack: Pack,
    choice: Choice,
    *,
    store: Path | None,
    work: Path,
    corpus: Path | None,
    out: Path,
    progress: Progress,
) -> Run:
    """Run a pack against `assistant_over` it, controls included."""
    from evals.controls import Controls
    from evals.provenance import provenance

    with ExitStack() as open_things:
        opened = open_things.enter_context(
            assistant_over(pack, store=store, work=work, corpus=corpus)
        )
        controls = open_things.enter_context(
            closing(Controls(opened.assistant.catalogue, opened.store, opened.encoder))
        )
        return run_pack(
            pack,
            choice,
            opened.assistant,
            opened.documents,
            out=out,
            config=provenance(
                pack.name,
                choice.of(pack.facts),
                opened.documents.sha256,
                opened.settings,
                opened.encoder,
                asdict(choice),
            ),
            progress=progress,
            rank=controls.rankings,
        )


def _telling(pack: Pack, tell: Tell) -> Progress:
    def progress(asked: int, of: int) -> None:
        if asked % _TELL_EVERY == 0 or asked == of:
            tell(f"{pack.name}: {asked} of {of} facts asked")

    return progress


def _print_report(summary: Mapping[str, Any], scored: Sequence[Scored], options: Namespace) -> None:
    print(report(summary))
    if options.misses:
        print("\n" + misses(scored, options.misses, show_test=options.show_test))
