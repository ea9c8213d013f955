"""``.html`` → Document: the article of a web page, without menus and advertisements, by trafilatura."""

from __future__ import annotations

import io
from collections.abc import Iterator

from kg.documents.encoding import spoilt
from kg.documents.records import MAX_DOCUMENT, read_date
from kg.documents.sources import Source
from kg.errors import DocumentError
from kg.model import Document

SHORTEST_ARTICLE = 40
"""Characters below which the whole page is taken instead, menus too. trafilatura's 250 is meant for English."""
MAX_TAGS = 100_000
"""Tags of a page. A long article has some thousands; with endless ones the reading takes minutes."""


def read_html(stream: io.TextIOWrapper, source: Source) -> Iterator[Document | DocumentError]:
    """The one document of a page. Its text is what was drawn from the page, a paragraph a line; offsets count in it.

    Date, title and address are those that the page's own data give. Raises ``DocumentError`` for a page too
    large, undecodable, or without an article.
    """
    page = stream.read(MAX_DOCUMENT + 1)
    if len(page) > MAX_DOCUMENT:
        raise DocumentError(f"found a page of more than {MAX_DOCUMENT:,} characters, the limit", path=source.name)
    if page.count("<") > MAX_TAGS:
        raise DocumentError(f"found a page of more than {MAX_TAGS:,} tags, the limit", path=source.name)
    if spoilt(page, encoding=stream.encoding):
        raise DocumentError(f"found bytes that are not {stream.encoding}", path=source.name)
    article = _article(page)
    text = (article.get("text") or "").strip()
    if not text:
        raise DocumentError("found no article in the page", path=source.name)
    yield Document(
        id=source.label,
        text=text,
        date=read_date(article.get("date"), source, line=0),
        title=article.get("title") or None,
        url=article.get("url") or None,
        path=source.name,
    )


def _article(page: str) -> dict[str, str | None]:
    """Text, date, title and url of a page, as far as it has them."""
    import trafilatura
    from trafilatura.settings import use_config

    settings = use_config()
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(SHORTEST_ARTICLE))
    found = trafilatura.bare_extraction(
        page,
        include_comments=False,
        include_tables=False,
        include_formatting=False,
        with_metadata=True,
        config=settings,
        # no date guessed from the text: a wrong one would misdate every 12日 in it
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None:
        return {}
    fields = found if isinstance(found, dict) else found.as_dict()
    return {name: fields.get(name) for name in ("text", "date", "title", "url")}
