"""Running text → sentences, by the punkt model that ships inside llama-index (no download).

The model is loaded by path, without importing llama-index; the abbreviations of the field are
added, and its known slips on these documents are mended here, each with a test.
"""

import functools
import importlib.util
import re
from pathlib import Path

from nltk.tabdata import PunktDecoder
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from ingest.bounds import LONGEST_BLOCK, cut
from ingest.signs import REMARK

_ABBREVIATIONS = frozenset(
    "cllr cllrs dr mr mrs ms prof rev revd hon st no nos p.m a.m e.g i.e etc vs approx para paras fig cf "
    "ltd plc dept est vol pp ref tel ext jan feb mar apr jun jul aug sept sep oct nov dec rt capt sgt insp supt".split()
)
_PLACE_OF_MODEL = Path("_static/nltk_cache/tokenizers/punkt_tab/english")
_MAY_END = re.compile(r"[.?!]")
_BARE_SIGN = re.compile(r"^[\W_]*(?:\(?\w{1,2}[.)]|\d{1,3}\.)[\W_]*$")
_OPENS_LOWER = re.compile(r"^[\W_]*[a-z]")
_ENDS_ABBREVIATED = re.compile(
    r"\b(?:No|Nos|para|paras|p|pp|St|Dr|Mr|Mrs|Ms|Cllr|Prof|Rev|Revd|e\.g|i\.e|cf)\.$"
)
_ENDS_HOUR = re.compile(r"\d\s?[ap]\.m\.$")
_CLOSED_SPEECH = re.compile(r"(?<=[a-z\d)][.?!])[’”\"']+\s+(?=[A-Z‘“\"'])")
_BARE_REMARK = re.compile(rf"{REMARK}$")
_REMARKED = re.compile(rf"(?<=[.?!])\s+{REMARK}\s+(?=[A-Z])")
_UNSPACED = re.compile(r"(?<=[a-z]{3}[.?!])(?=[A-Z][a-z]+\s)|(?<=[a-z]{3}[.?!]\d)(?=\s[A-Z])")


def sentences_of(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of each sentence of `text`, without the white space between them."""
    if len(text) > LONGEST_BLOCK:
        return [
            (start + first, start + last)
            for start, end in cut(text, LONGEST_BLOCK)
            for first, last in sentences_of(text[start:end])
        ]
    stripped = text.rstrip()
    if _is_no_prose(stripped) or not _MAY_END.search(stripped[:-1]):
        start = len(text) - len(text.lstrip())
        return [(start, len(stripped))] if stripped else []
    ends = [start for start, _ in _tokenizer().span_tokenize(stripped)][1:]
    ends = sorted({*ends, *_missed(stripped)})
    found: list[tuple[int, int]] = []
    start = 0
    for end in [*ends, len(stripped)]:
        piece = stripped[start:end].strip()
        if not piece:
            continue
        at = stripped.index(piece, start)
        if found and _belongs_to_last(stripped[found[-1][0] : found[-1][1]], piece):
            found[-1] = (found[-1][0], at + len(piece))
        else:
            found.append((at, at + len(piece)))
        start = end
    return found


def _is_no_prose(text: str) -> bool:
    """Dots without end, which would take seconds: leaders, or made to."""
    return len(text) > 2_000 and len(_MAY_END.findall(text)) > len(text) // 16


def _missed(text: str) -> list[int]:
    """Ends that punkt passes over: a quotation or a remark in brackets closed before a new sentence, a
    lost space."""
    closed = [found.end() for sign in (_CLOSED_SPEECH, _REMARKED) for found in sign.finditer(text)]
    return closed + [found.start() for found in _UNSPACED.finditer(text)]


def _belongs_to_last(last: str, piece: str) -> bool:
    """Whether punkt cut too soon: after an abbreviation or a bare number, before a small letter or a
    remark in brackets."""
    if _BARE_REMARK.match(piece):
        return True
    if _BARE_SIGN.match(last) or _ENDS_ABBREVIATED.search(last):
        return True
    if _OPENS_LOWER.match(piece) and not last.endswith((":", ";")):
        return True
    return bool(_ENDS_HOUR.search(last)) and not re.match(r"[A-Z][a-z]+\s+[a-z]", piece)


@functools.cache
def _tokenizer() -> PunktSentenceTokenizer:
    spec = importlib.util.find_spec("llama_index.core")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("llama-index-core is not installed")
    params = _params(Path(spec.origin).parent / _PLACE_OF_MODEL)
    params.abbrev_types.update(_ABBREVIATIONS)
    return PunktSentenceTokenizer(params)


def _params(folder: Path) -> PunktParameters:
    """The model's four tables. NLTK's own loader refuses folders outside its search path."""
    decoder, params = PunktDecoder(), PunktParameters()
    with (folder / "collocations.tab").open(encoding="utf-8") as table:
        params.collocations = set(decoder.tab2tups(table))
    with (folder / "sent_starters.txt").open(encoding="utf-8") as table:
        params.sent_starters = decoder.txt2set(table)
    with (folder / "abbrev_types.txt").open(encoding="utf-8") as table:
        params.abbrev_types = decoder.txt2set(table)
    with (folder / "ortho_context.tab").open(encoding="utf-8") as table:
        params.ortho_context = decoder.tab2intdict(table)
    return params
