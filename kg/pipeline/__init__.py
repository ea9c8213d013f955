"""Document → Extraction: the stages composed, in one process or several."""

from kg.pipeline.parses import ParseCache
from kg.pipeline.run import extract
from kg.pipeline.stages import Stages, load_stages

__all__ = ["ParseCache", "Stages", "extract", "load_stages"]
