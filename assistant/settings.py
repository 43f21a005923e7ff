"""How answers are made: how many candidates, and how much each score weighs."""

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class AssistantSettings(BaseSettings):
    """Settings with the prefix `ASSISTANT_`. Weights multiply standardised scores.

    The defaults were chosen on the development packs (docs/results.md); none on a test pack.
    """

    model_config = SettingsConfigDict(env_prefix="ASSISTANT_", extra="forbid", frozen=True)

    reranker: str = Field(
        default="",
        description="Name or folder of a cross-encoder; empty for late interaction, which needs "
        "no weights of its own.",
    )
    candidates: int = Field(default=60, ge=1, description="Passages taken from each retriever.")
    reranked: int = Field(default=50, ge=1, description="Best fused passages that are reranked.")
    shown: int = Field(default=20, ge=1, description="Passages kept with the answer.")
    most_quotes: int = Field(default=3, ge=1, description="Quotes in an answer, lists apart.")
    most_items: int = Field(default=12, ge=1, description="Items in an answer that is a list.")
    short_answers: bool = Field(
        default=False,
        description="Show a date, number or name of the first quote in bold above it. Off: on the "
        "development packs it is the right one in 34% of cases.",
    )
    weight_dense: float = 1.0
    weight_dense_sentence: float = 1.0
    weight_words: float = 0.7
    weight_words_sentence: float = 0.3
    weight_rerank: float = 2.0
    weight_year: float = Field(default=2.0, description="For documents of a year asked about.")
    longest_question: int = Field(default=2000, description="Characters a question may have.")

    def retrieval_weights(self) -> dict[str, float]:
        """The weight of each score by its name."""
        return {
            "dense": self.weight_dense,
            "dense_sentence": self.weight_dense_sentence,
            "words": self.weight_words,
            "words_sentence": self.weight_words_sentence,
            "rerank": self.weight_rerank,
        }
