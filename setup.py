"""Puts rules/ and seeds/, top-level folders where people edit them, into the wheel as kg/data/."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

DATA = ("rules", "seeds")


class BuildWithData(build_py):
    """The usual build, plus the data folders; an editable install uses those of the checkout instead."""

    def run(self):
        """Build, then copy the data afresh."""
        super().run()
        if self.editable_mode:
            return
        for name in DATA:
            target = Path(self.build_lib) / "kg" / "data" / name
            shutil.rmtree(target, ignore_errors=True)  # a rule file deleted since the last build must not stay
            shutil.copytree(name, target, ignore=shutil.ignore_patterns(".*", "__pycache__"))


setup(cmdclass={"build_py": BuildWithData})
