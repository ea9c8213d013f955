"""The built wheel, installed outside the checkout: it finds its rules, seeds and page, and it runs."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = ("kg", "rules", "seeds", "setup.cfg", "setup.py", "pyproject.toml", "MANIFEST.in", "README.md")
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.egg-info")


def pip(*arguments):
    subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", *map(str, arguments)],
        check=True,
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from a copy so that the checkout stays as it is."""
    copy = tmp_path_factory.mktemp("copy")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=LEFT_OUT)
        else:
            shutil.copy(ROOT / name, copy / name)
    pip("wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", copy / "dist", copy)
    (built,) = (copy / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A function that runs Python with the wheel's kg, in a folder of its own."""
    target = tmp_path_factory.mktemp("installed")
    pip("install", "--quiet", "--no-deps", "--no-index", "--target", target, wheel)
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def run(*arguments):
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=elsewhere,
            env={**os.environ, "PYTHONPATH": str(target), "PYTHONUTF8": "1"},
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
        ).stdout

    return run


def below(folder):
    """Files of a folder that are to be shipped."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix()
        for path in files
        if not any(part.startswith(".") or part == "__pycache__" for part in path.relative_to(folder).parts)
    }


def test_wheel_holds_every_file_of_the_package_the_rules_and_the_seeds(wheel):
    expected = {f"kg/{name}" for name in below(ROOT / "kg")}
    expected |= {f"kg/data/{folder}/{name}" for folder in ("rules", "seeds") for name in below(ROOT / folder)}
    with zipfile.ZipFile(wheel) as archive:
        shipped = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert shipped == expected


def test_installed_rules_are_those_of_the_checkout(installed, rulebook):
    program = "import kg.resources as f, kg.rulebook as r; print(f.seeds_folder()); print(r.load_rulebook().digest)"
    seeds, digest = installed("-c", program).splitlines()
    assert (Path(seeds).parts[-3:], digest) == (("kg", "data", "seeds"), rulebook.digest)
    assert ROOT not in Path(seeds).parents


def test_installed_command_runs(installed):
    assert "Usage" in installed("-m", "kg", "--help")
