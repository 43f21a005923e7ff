"""Where data lives, and which encoder reads it. Read in the entry points only."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class StoreSettings(BaseSettings):
    """Settings with the prefix `STORE_`."""

    model_config = SettingsConfigDict(env_prefix="STORE_", extra="forbid", frozen=True)

    dir: Path = Field(
        default=Path("data"), description="Folder of the catalogue, vectors and originals."
    )
    encoder: str = Field(
        default="",
        description="Name or folder of a sentence-transformers model; empty for the embedded MiniLM.",
    )
