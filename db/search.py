"""The words a case can be found by: any text of two characters or more, exactly as typed, newest case first.

No tokenizer knows Chinese, and trigrams cannot find 诸葛. So every pair of neighbouring characters of a term becomes one word of
the index (its two code points in hex), and a search is the phrase of its pairs: `<b>&`, 𨱏, Mongolian, digits and Latin are all
the same to it. The last character of a term makes a pair with nothing; so one character is a search for the pairs that begin
with it, and no phrase reaches from one term into the next. Upper and lower case are one.

SQLite: contentless FTS5, whose rowid is the case's order, read from the newest down. PostgreSQL: an array of pairs under a GIN
index and the terms beside it, which decide (a tsvector keeps only 256 places of a word and 16,383 in all: a case of 47 workers
has more digits than that).
"""

from collections.abc import Iterable, Iterator

from sqlalchemy import TextClause, text
from sqlalchemy.orm import Session

_DROP = {
    "sqlite": text("DELETE FROM case_search WHERE rowid = :case_order"),
    "postgresql": text("DELETE FROM case_search WHERE case_order = :case_order"),
}
_PUT_SQLITE = text("INSERT OR REPLACE INTO case_search (rowid, words) VALUES (:case_order, :words)")
_PUT_POSTGRESQL = text(
    "INSERT INTO case_search (case_order, pairs, terms) VALUES (:case_order, :pairs, :terms)"
    " ON CONFLICT (case_order) DO UPDATE SET pairs = excluded.pairs, terms = excluded.terms"
)
# Between the terms that PostgreSQL keeps: no search reaches over it, since a search is split at white space.
_BETWEEN = "\n"


def index(session: Session, case_order: int, terms: Iterable[str]) -> None:
    """Says what a case is found by, instead of what was said before. Empty terms do not matter."""
    folded = [fold for fold in dict.fromkeys(_fold(term) for term in terms) if fold]
    if _dialect(session) == "sqlite":
        words = " ".join(word for term in folded for word in _pairs(term))
        session.execute(_PUT_SQLITE, {"case_order": case_order, "words": words})
    else:
        pairs = sorted({pair for term in folded for pair in (*_pairs(term), *(f"{ord(c):x}" for c in term))})
        session.execute(_PUT_POSTGRESQL, {"case_order": case_order, "pairs": pairs, "terms": _BETWEEN.join(folded)})


def drop(session: Session, case_order: int) -> None:
    """Takes a case out of the search."""
    session.execute(_DROP[_dialect(session)], {"case_order": case_order})


def rekey(session: Session, old: int, new: int, terms: Iterable[str]) -> None:
    """Moves a case to another order; the terms must be said again, because the index does not keep them."""
    drop(session, old)
    index(session, new, terms)


def find(session: Session, text: str, limit: int, before: int | None = None) -> list[int]:
    """Orders of the cases in which every word of `text` (parted by white space) occurs, newest first.

    `limit` 0 gives all; `before` goes on behind the last order of the page before. An empty text finds nothing.
    """
    words = list(dict.fromkeys(_fold(text).split()))
    if not words:
        return []
    query, values = _by_phrase(words) if _dialect(session) == "sqlite" else _by_pairs(words)
    values |= {"before": before, "limit": limit or None}
    return [int(order) for order in session.execute(query, values).scalars()]


def _by_phrase(words: list[str]) -> tuple[TextClause, dict[str, object]]:
    def phrase(word: str) -> str:
        return f"{ord(word):x}g*" if len(word) == 1 else '"' + " ".join(list(_pairs(word))[:-1]) + '"'

    query = (
        "SELECT rowid FROM case_search WHERE case_search MATCH :match AND rowid < coalesce(:before, 9223372036854775807)"
        " ORDER BY rowid DESC LIMIT coalesce(:limit, -1)"
    )
    return text(query), {"match": " AND ".join(phrase(word) for word in words)}


def _by_pairs(words: list[str]) -> tuple[TextClause, dict[str, object]]:
    pairs = sorted({pair for word in words for pair in ([f"{ord(word):x}"] if len(word) == 1 else list(_pairs(word))[:-1])})
    exact = "".join(f" AND strpos(terms, :w{n}) > 0" for n in range(len(words)))
    query = (
        f"SELECT case_order FROM case_search WHERE pairs @> CAST(:pairs AS text[]){exact}"
        " AND (CAST(:before AS bigint) IS NULL OR case_order < :before) ORDER BY case_order DESC LIMIT :limit"
    )
    return text(query), {"pairs": pairs} | {f"w{n}": word for n, word in enumerate(words)}


def _pairs(term: str) -> Iterator[str]:
    """Every character with the next one, the last with nothing: `ab` is 61g62 62g."""
    for here, after in zip(term, [*term[1:], ""], strict=True):
        yield f"{ord(here):x}g{ord(after):x}" if after else f"{ord(here):x}g"


def _fold(term: str) -> str:
    # PostgreSQL stores no NUL, and nobody searches for one.
    return term.casefold().replace("\0", "").strip()


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name
