"""What a site's robots.txt permits (RFC 9309)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protego import Protego

MAX_ROBOTS_BYTES = 500 * 1024
"""What lies beyond is not read; RFC 9309, section 2.5, asks for this much at least."""

# A robot's name in a user agent; its comment holds words of other programs, which may be names of robots too.
_PRODUCT_TOKEN = re.compile(r"[A-Za-z0-9_-]+")
# As generous as Protego is, so that no line it takes for one is missed.
_AGENT_LINE = re.compile(r"\s*user[-\s]*agent[\s:]*([^#]*)", re.IGNORECASE)
# No product token has this character.
_SOMEBODY_ELSE = "/"


@dataclass(frozen=True, slots=True)
class Rules:
    """What a robots.txt says to one robot.

    Args:
        parsed: The rules.
        robot: The name of the robot in lower case.
    """

    parsed: Protego
    robot: str

    def permit(self, url: str) -> bool:
        """Tell whether the robot may fetch a URL."""
        return self.parsed.can_fetch(url, self.robot)


def parse_robots(content: bytes, *, user_agent: str) -> Rules:
    r"""Return what a robots.txt says to a user agent; bytes that make no sense permit everything.

    >>> rules = parse_robots(b"User-agent: Lagebild\nDisallow: /suche/\n", user_agent="lagebild/0.1.0")
    >>> rules.permit("https://news.example/suche/1")
    False
    """
    robot = _product(user_agent)
    content = content[:MAX_ROBOTS_BYTES]
    if len(content) == MAX_ROBOTS_BYTES:
        # A rule cut in two would be a wider rule.
        content = content[: content.rfind(b"\n") + 1]
    lines = content.decode("utf-8-sig", "replace").splitlines()
    return Rules(Protego.parse("\n".join(_merge_robots(line, robot) for line in lines)), robot)


def _merge_robots(line: str, robot: str) -> str:
    """Return a line that names another robot with the one name that all others share.

    Protego keeps each rule once for every robot of its group: a file of 500 kB could make that fill the memory.
    """
    match = _AGENT_LINE.match(line)
    name = match.group(1).strip().lower() if match else ""
    if not name:
        return line
    if not name.strip("*"):
        return "User-agent: *"
    return f"User-agent: {robot if _product(name) == robot else _SOMEBODY_ELSE}"


def _product(user_agent: str) -> str:
    token = _PRODUCT_TOKEN.match(user_agent)
    return token.group().lower() if token else "*"
