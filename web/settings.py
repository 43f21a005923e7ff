"""Where the web app listens, and how much it does at once. Read in `app.py` only."""

import ipaddress

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from docs_store.errors import FootnoteError, UsageError


class BadAddress(UsageError):
    """The address to listen on is not one, or is not this computer's own."""


class AddressTaken(FootnoteError):
    """The address and port cannot be listened on now."""


class WebSettings(BaseSettings):
    """Settings with the prefix `WEB_`."""

    model_config = SettingsConfigDict(env_prefix="WEB_", extra="forbid", frozen=True)

    host: str = Field(default="127.0.0.1", description="Address to listen on: this computer only.")
    port: int = Field(
        default=7860, ge=0, le=65535, description="Port to listen on; 0 picks a free one."
    )
    history_secret: str = Field(
        default="",
        description="Key under which a browser keeps its conversation; empty: a new one at each start.",
    )
    concurrency: int = Field(default=2, ge=1, description="Questions answered at the same time.")
    queue_size: int = Field(default=40, ge=1, description="Questions that may wait.")
    allowed_hosts: tuple[str, ...] = Field(
        default=("127.0.0.1", "localhost", "[::1]"),
        description="Names by which browsers may call this app, besides `host`; others are refused.",
    )

    def own_hosts(self) -> list[str]:
        """Every name by which browsers may call this app, as they write it in a request."""
        listened_on = f"[{self.host}]" if ":" in self.host else self.host
        return list(dict.fromkeys((*self.allowed_hosts, listened_on)))


def check_host(host: str) -> None:
    """Raise BadAddress unless `host` is this computer itself: there is no sign-in yet."""
    try:
        is_loopback = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        raise BadAddress(f'"{host}" is not an address to listen on: use 127.0.0.1.') from None
    if not is_loopback:
        raise BadAddress(
            f"Footnote has no sign-in yet, so it does not listen on {host}, where others could read "
            "every document: use --host 127.0.0.1."
        )
