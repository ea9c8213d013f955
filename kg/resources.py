"""Where the data shipped with ``kg`` lies: the rule files and the seed texts.

In a checkout (also one installed with ``pip install -e``) they are the folders ``rules/`` and ``seeds/`` beside
the package, so that an edit counts at once. In an installed wheel they lie in ``kg/data/``, where ``setup.py``
puts them.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def rules_folder() -> Path:
    """The folder of the rule files; it exists."""
    return _shipped("rules")


def seeds_folder() -> Path:
    """The folder of the seed texts; it exists."""
    return _shipped("seeds")


def _shipped(name: str) -> Path:
    """The folder ``name`` of the checkout or of the installed package.

    Raises ``FileNotFoundError`` when neither is there, which means a broken installation.
    """
    checkout = PACKAGE.parent
    # setup.py tells a checkout from a folder that just happens to lie beside an installed package
    if (checkout / "setup.py").is_file() and (checkout / name).is_dir():
        return checkout / name
    installed = PACKAGE / "data" / name
    if installed.is_dir():
        return installed
    raise FileNotFoundError(f"{installed}: not found; the installation of kg lacks its {name}")
