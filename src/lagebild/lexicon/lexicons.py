"""A user's own word lists, and the work that is done with them."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache, partial, wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_P = ParamSpec("_P")
_R = TypeVar("_R")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists that somebody adds to those that ship.

    Args:
        digest: Of the files; two lexicons with the same are equal.
        lists: The content of each file, by its name without ``.toml``; nobody may change it.
        caches: What was made of the lists, by the function that made it.
    """

    digest: str
    lists: Mapping[str, Mapping[str, Any]] = field(compare=False, repr=False)
    caches: dict[Callable[..., Any], Callable[..., Any]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def __reduce__(self) -> tuple[type[Lexicon], tuple[str, Mapping[str, Mapping[str, Any]]]]:
        """Leave the caches behind when the lexicon crosses a process boundary."""
        return type(self), (self.digest, self.lists)


_BOUND: ContextVar[Lexicon | None] = ContextVar("lexicon", default=None)


def bound_lexicon() -> Lexicon | None:
    """Return the lexicon that the word lists are read with here; ``None`` for those that ship alone."""
    return _BOUND.get()


@contextmanager
def use(lexicon: Lexicon | None) -> Iterator[None]:
    """Read the word lists with a lexicon inside a ``with`` block, in this thread and task only."""
    token = _BOUND.set(lexicon)
    try:
        yield
    finally:
        _BOUND.reset(token)


@overload
def per_lexicon(function: Callable[_P, _R]) -> Callable[_P, _R]: ...


@overload
def per_lexicon(*, maxsize: int) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]: ...


def per_lexicon(function: Callable[..., Any] | None = None, *, maxsize: int | None = None) -> Callable[..., Any]:
    """Cache what a function makes of the word lists, for each lexicon by itself.

    It takes the place of `functools.cache` wherever a list that users may add to goes into the result.

    Args:
        function: The function; its arguments must be hashable.
        maxsize: How many results to keep, where they are not few.
    """
    if function is None:
        return partial(_cached, maxsize=maxsize)
    return _cached(function, maxsize=maxsize)


def _cached(function: Callable[..., Any], *, maxsize: int | None) -> Callable[..., Any]:
    keep = lru_cache(maxsize=maxsize)
    shipped = keep(function)

    @wraps(function)
    def cached(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as the function has them
        lexicon = _BOUND.get()
        if lexicon is None:
            return shipped(*args, **kwargs)
        own = lexicon.caches.get(function) or lexicon.caches.setdefault(function, keep(function))
        return own(*args, **kwargs)

    return cached
