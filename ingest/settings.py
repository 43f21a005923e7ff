"""How documents are fetched and read. Read in the entry points only."""

from urllib.request import getproxies_environment

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class IngestSettings(BaseSettings):
    """Settings with the prefix `INGEST_`."""

    model_config = SettingsConfigDict(env_prefix="INGEST_", extra="forbid", frozen=True)

    allow_private: bool = Field(
        default=False,
        description="Allow a manifest's addresses to lie in a private network or on this machine.",
    )
    contact: str = Field(
        default="",
        max_length=200,
        pattern=r"^[\x20-\x7e]*$",
        description="Who runs this, for the sites asked: an email or web address in the User-Agent.",
    )
    max_bytes: int = Field(default=50_000_000, gt=0, description="The largest document fetched.")
    timeout_seconds: float = Field(
        default=30.0, gt=0, description="How long to wait for a connection, or for the next bytes."
    )
    total_seconds: float = Field(
        default=300.0, gt=0, description="How long one document may take in all."
    )
    attempts: int = Field(default=3, ge=1, le=10, description="How often to try an address.")
    back_off_seconds: float = Field(
        default=2.0, ge=0, description="The pause after a first failure; it doubles each time."
    )
    longest_wait_seconds: float = Field(
        default=120.0, ge=0, description="The longest wait that a site may ask for (Retry-After)."
    )
    delay_seconds: float = Field(
        default=1.0, ge=0, description="The pause between two requests to one host."
    )
    max_redirects: int = Field(default=5, ge=0, le=20, description="Redirects followed in a row.")
    read_seconds: float = Field(
        default=120.0, gt=0, description="How long reading one file may take."
    )
    read_memory_mb: int = Field(
        default=1500,
        ge=200,
        description="How much memory reading one file may take, beside the program (Linux only).",
    )
    read_processes: int | None = Field(
        default=None, ge=1, le=64, description="Processes that read files; empty: one a processor."
    )
    ocr_pages: int = Field(
        default=100,
        ge=0,
        description="The most pages of one scan that are recognised; the rest are listed as unread.",
    )

    @property
    def user_agent(self) -> str:
        """What Footnote calls itself to the sites it asks."""
        contact = f"; contact: {self.contact}" if self.contact else ""
        return f"Footnote/0.1 (fetches documents that a person has listed{contact})"


def proxies_from_environment() -> dict[str, str]:
    """HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY, by scheme ("no" for the last)."""
    return getproxies_environment()
