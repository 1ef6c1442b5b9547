"""The one tree of errors; each names the thing, what is wrong with it and the way out.

```
LagebildError
├── IntakeError        a page that cannot be read
│   └── FetchError     a URL that cannot or must not be fetched
├── LanguageError      an analyzer that is not there or cannot be used
├── PipelineError      a chain of stages that does not fit together
├── LexiconError       a word list that cannot be loaded
└── EvaluationError    a task, gold set or floor that cannot be used
```
"""

from __future__ import annotations


class LagebildError(Exception):
    """What went wrong with a thing that has a name.

    Args:
        subject: The name of the thing: a file, a URL, a stage, a task.
        problem: What is wrong and the way out, in one line.
    """

    def __init__(self, subject: str, problem: str) -> None:
        self.subject = one_line(subject)
        self.problem = one_line(problem)
        super().__init__(f"{self.subject}: {self.problem}")

    def __reduce__(self) -> tuple[type[LagebildError], tuple[str, str]]:
        """Keep both parts when the error crosses a process boundary."""
        return type(self), (self.subject, self.problem)


class IntakeError(LagebildError):
    """A page that cannot be read."""


class FetchError(IntakeError):
    """A URL that cannot, or must not, be fetched."""


class LanguageError(LagebildError):
    """An analyzer that is not there or cannot be used."""


class PipelineError(LagebildError):
    """A chain of stages that does not fit together."""


class LexiconError(LagebildError):
    """A word list that cannot be loaded."""


class EvaluationError(LagebildError):
    """A task, gold set or floor that cannot be used."""


def one_line(text: str) -> str:
    r"""Return the text without line breaks and control characters, so that it fits a log line.

    >>> one_line("page\n.txt\x00")
    'page .txt'
    """
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())
