# SPDX-License-Identifier: Apache-2.0
"""Where things lie: resources beside the program, data where the user's system wants it."""

import sys
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("Teduh", appauthor=False)
ROOT = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parent.parent))
RESOURCES = ROOT / "resources"
MIGRATIONS = ROOT / "migrations"


@dataclass(frozen=True, slots=True)
class Paths:
    """Files of one installation, all under one folder; nothing personal in a name."""

    data: Path

    @property
    def vault(self) -> Path:
        """Return the header with the key slots."""
        return self.data / "vault.json"

    @property
    def database(self) -> Path:
        """Return the encrypted database."""
        return self.data / "teduh.db"

    @property
    def head(self) -> Path:
        """Return the note of the last audit head seen."""
        return self.data / "head.json"

    @property
    def attempts(self) -> Path:
        """Return the count of wrong passwords."""
        return self.data / "attempts.json"

    @property
    def preferences(self) -> Path:
        """Return the settings of this PC: language, theme, zoom, training or not."""
        return self.data / "preferences.json"

    @property
    def backups(self) -> Path:
        """Return the folder of verified copies."""
        return self.data / "backups"

    @property
    def papers(self) -> Path:
        """Return the one folder for PDF files."""
        return self.data / "papers"

    @property
    def instance(self) -> Path:
        """Return the file that only one running program may hold."""
        return self.data / "teduh.lock"

    @property
    def doorbell(self) -> Path:
        """Return the socket at which a second start knocks."""
        return self.data / "teduh.call"

    @property
    def log(self) -> Path:
        """Return the log, which never holds names or notes."""
        return self.data / "teduh.log"

    @property
    def training(self) -> "Paths":
        """Return the training vault's own folder."""
        return Paths(self.data / "training")


def default_paths() -> Paths:
    """Return the folder this system keeps program data in."""
    return Paths(Path(_DIRS.user_data_dir))
