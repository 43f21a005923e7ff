"""Why a document holds no grades of its own, in one sentence for a reader."""

from collections.abc import Sequence

from docs_store.documents import Document, DocumentKind
from docs_store.judgements import Basis, Judgement

_NEVER_GRADED = {
    DocumentKind.MONITORING_LETTER: "Monitoring visits are not graded.",
    DocumentKind.FOCUSED_VISIT_LETTER: "Focused visits are not graded.",
    DocumentKind.JTAI_LETTER: "Joint targeted area inspections are reported without grades.",
    DocumentKind.SEND_REPORT: "Area SEND inspections are reported without these grades.",
}
GRADED_FRAMEWORKS = frozenset(("pre-SIF", "SIF", "ILACS"))
"""Those whose inspection reports grade a council's services for children."""


def why_ungraded(document: Document, judgements: Sequence[Judgement]) -> str:
    """One sentence that says why no grade is held of the inspection that `document` reports; "" where
    one is. `judgements` may be those of more documents."""
    if any(j.document_id == document.id and j.basis is Basis.JUDGED for j in judgements):
        return ""
    if document.kind in _NEVER_GRADED:
        return _NEVER_GRADED[document.kind]
    if document.kind is not DocumentKind.INSPECTION_REPORT:
        return "It is no inspection report: what it says of grades is what it tells of others."
    if document.unread_pages:
        pages = ", ".join(map(str, document.unread_pages))
        return f"Its grades were not found; of its pages, {pages} could not be read."
    if document.framework not in GRADED_FRAMEWORKS:
        return (
            "It is not known under which framework it was written, so no grade was taken from it."
        )
    return "No grade was found in its tables, headings or sentences."
