"""Japanese news → knowledge graph: who does what to whom, read by rules.

The modules follow the road of a sentence: ``documents``, ``sentences``, ``mentions``, ``resolve``, ``times``,
``syntax``, ``clauses``, ``relations``; ``pipeline`` composes them. ``store`` keeps what they found, ``graph`` and
``query`` read it, ``export`` and ``cli`` hand it out. ``model`` has the nouns that the stages hand over.
"""
