"""The settings: everything that may differ from one installation to another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from kenpo.values.errors import InvalidValueError
from kenpo.values.insurer import Insurer, Policy
from kenpo.values.labels import LabelledStr


class Language(LabelledStr):
    """The languages of screens and reports."""

    JA = "ja", "日本語", "Japanese"
    EN = "en", "英語", "English"


class Settings(BaseSettings):
    """Read from the environment, prefix ``KENPO_``. A secret is never shown by ``repr``."""

    model_config = SettingsConfigDict(env_prefix="KENPO_", frozen=True, env_ignore_empty=True)

    home: Path = Field(
        default=Path(".kenpo"),
        description="データのフォルダー / folder of the data",
    )
    database_url: SecretStr | None = Field(
        default=None,
        description="既存のPostgreSQL 18のURL / URL of an existing PostgreSQL 18",
    )
    pg_data: Path | None = Field(
        default=None,
        description="組み込みのデータベースの置き場所 / folder of our own database",
    )
    keys: Path | None = Field(
        default=None,
        description="個人番号の鍵のファイル / file of the keys that seal My Numbers",
    )
    today: date | None = Field(
        default=None,
        description="今日とみなす日 / the day taken as today",
    )
    insurer: Insurer = Field(default=Insurer.KYOKAI_KENPO, description="保険者 / insurer")
    policy: Policy = Field(default=Policy.CURRENT, description="規則の出典 / sources of the rules")
    lang: Language = Field(default=Language.JA, description="言語 / language")

    @property
    def home_folder(self) -> Path:
        """The data folder, absolute."""
        return self.home.expanduser().absolute()

    @property
    def pg_data_folder(self) -> Path | None:
        """The chosen folder of our own database, absolute; None leaves the choice to us."""
        return self.pg_data.expanduser().absolute() if self.pg_data else None

    @property
    def keys_file(self) -> Path:
        """The file of the vault's keys, absolute."""
        return (self.keys or self.home_folder / "keys.json").expanduser().absolute()


def load_settings() -> Settings:
    """Return the settings of the environment.

    Raises InvalidValueError naming the wrong settings; their values are not repeated.
    """
    try:
        return Settings()
    except ValidationError as error:
        faults = [f"KENPO_{str(one['loc'][0]).upper()} ({one['msg']})" for one in error.errors()]
        raise InvalidValueError(
            f"設定の値が正しくありません: {', '.join(faults)}。",
            "環境変数を直してください。日付は 2025-07-31 の形です。"
            " / Mend the environment variables; a day is written 2025-07-31.",
        ) from None
