"""All settings: `FARO_*` from the environment or a `.env` file. docs/running.md lists them; a test keeps that list true."""

from importlib.util import find_spec
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError


class SettingsError(Exception):
    """A setting is missing or wrong; the message is one clear sentence naming it."""


class Settings(BaseSettings):
    """What can be set. Every field is the setting `FARO_<NAME>`."""

    model_config = SettingsConfigDict(env_prefix="FARO_", env_file=".env", extra="ignore", frozen=True, hide_input_in_errors=True)

    telegram_token: SecretStr | None = Field(None, description="token of the Telegram bot; without it there is no Telegram")
    telegram_api: str = Field("https://api.telegram.org", description="address of the Bot API server")
    webhook_url: str | None = Field(None, description="public https address for Telegram's webhook; without it Faro polls")
    webhook_secret: SecretStr | None = Field(None, description="secret that Telegram sends with each webhook call")
    staff_chat: int | None = Field(None, description="id of the Telegram group of the staff, such as -1001234567890")
    data: Path = Field(Path("data"), description="folder for the database, the key and the learned arrays")
    database_url: str | None = Field(
        None, description="SQLAlchemy address of the database; by default a SQLite file in FARO_DATA"
    )
    key_file: Path | None = Field(None, description="file with the encryption keys; by default faro.key in FARO_DATA")
    host: str = Field("127.0.0.1", description="address on which the web page listens")
    port: Annotated[int, Field(ge=0, le=65535)] = Field(8080, description="port of the web page; 0 takes a free one")
    proxies: str = Field(
        "127.0.0.1", description="addresses or networks of the balancers that may say for whom they ask, by commas"
    )
    public_url: str | None = Field(None, description="address under which people reach the web page, for sign-in links")
    bot_url: str | None = Field(
        None, description="address of the bot for printed codes, such as https://t.me/name; else the web page"
    )
    content: Path | None = Field(None, description="folder that holds content/ and locales/; by default beside the program")
    encoder: bool = Field(True, description="use the sentence encoder when it is installed")

    metrics_token: SecretStr | None = Field(None, description="secret with which /metrics may be read; without it there is none")
    log: Literal["text", "json"] = Field("text", description="how log lines look: text, or one JSON object a line")

    @field_validator("telegram_api", "webhook_url", "public_url", "bot_url")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return value.rstrip("/") if value else value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str | None) -> str | None:
        return usable(value) if value else None

    @field_validator("proxies")
    @classmethod
    def _networks(cls, value: str) -> str:
        for one in filter(None, (part.strip() for part in value.split(","))):
            try:
                ip_network(one)
            except ValueError:
                raise ValueError(f"holds {one}, which is neither an address nor a network such as 172.16.0.0/12") from None
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _secret(cls, value: SecretStr | None) -> SecretStr | None:
        letters = value.get_secret_value() if value is not None else "x"
        if not (0 < len(letters) <= 256 and all(char.isascii() and (char.isalnum() or char in "_-") for char in letters)):
            raise ValueError("may hold only A-Z, a-z, 0-9, _ and -, at most 256 (Telegram's rule)")
        return value

    @field_validator("telegram_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not value.get_secret_value():
            return None
        if value is not None and ":" not in value.get_secret_value():
            raise ValueError("must look like 123456:ABC...")
        return value

    @model_validator(mode="after")
    def _together(self) -> "Settings":
        if self.webhook_url and not self.webhook_secret:
            raise ValueError("FARO_WEBHOOK_SECRET is missing: FARO_WEBHOOK_URL needs it")
        if (self.webhook_url or self.staff_chat) and not self.telegram_token:
            needs = "FARO_WEBHOOK_URL" if self.webhook_url else "FARO_STAFF_CHAT"
            raise ValueError(f"FARO_TELEGRAM_TOKEN is missing: {needs} needs it")
        return self

    @property
    def database(self) -> str:
        """The address of the database in use."""
        return self.database_url or f"sqlite:///{self.data.absolute() / 'faro.db'}"

    @property
    def staff_room(self) -> tuple[str, str] | None:
        """Channel and chat of the staff group."""
        return ("telegram", str(self.staff_chat)) if self.staff_chat else None

    @property
    def key(self) -> Path:
        """The key file in use."""
        return self.key_file or self.data / "faro.key"

    @property
    def address(self) -> str:
        """Where people reach the web page."""
        return self.public_url or f"http://{self.host}:{self.port}"


def usable(address: str) -> str:
    """The address of a database that this Faro can open. Raises ValueError."""
    kind, _, rest = address.partition("://")
    kind = kind.partition("+")[0]
    if kind not in ("sqlite", "postgresql") or not rest:
        raise ValueError("must begin with postgresql:// or sqlite:///")
    try:
        make_url(address)
    except (ArgumentError, ValueError):
        raise ValueError("cannot be read as an address such as postgresql://name:password@host:5432/faro") from None
    if kind == "postgresql" and find_spec("asyncpg") is None:
        raise ValueError("names PostgreSQL, whose driver is not installed: pip install '.[postgresql]'")
    return address


def read(**overrides: Any) -> Settings:
    """The settings, `overrides` first. Raises SettingsError with one sentence."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        fault = error.errors()[0]
        message = fault["msg"].removeprefix("Value error, ")
        name = f"FARO_{str(fault['loc'][0]).upper()}" if fault["loc"] else ""
        raise SettingsError(f"{name} {message}.".strip() if name else f"{message}.") from None
