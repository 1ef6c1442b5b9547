"""Writes ``archive.warc.gz``: two invented pages and an image, always the same bytes. Needs warcio."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

CAPTURED = "2024-06-18T10:00:00Z"

GERMAN_PAGE = """<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<title>Haberkorn weist Vorwürfe zur Schleuse zurück</title>
<meta property="article:published_time" content="2024-06-18T09:30:00+02:00">
</head>
<body>
<nav><a href="/">Startseite</a> <a href="/politik">Politik</a> <a href="/sport">Sport</a></nav>
<article>
<h1>Haberkorn weist Vorwürfe zur Schleuse zurück</h1>
<p>Verkehrsministerin Gudrun Haberkorn hat am Montag bestritten, von den Rissen in der Schleuse Altenwehr gewusst zu
haben. Ein Gutachten sei ihr nie vorgelegt worden, sagte sie vor dem Landtag in Süderkoog.</p>
<p>Der Abgeordnete Lennart Osterloh warf ihr vor, die Öffentlichkeit getäuscht zu haben. Er forderte, den
Untersuchungsausschuss noch vor der Sommerpause einzusetzen.</p>
<h2>Sperrung bis Oktober</h2>
<p>Die Schleuse bleibt nach Angaben der Hafenbehörde bis Oktober gesperrt. Etwa 6.700 Container müssten bis dahin über
die Straße transportiert werden, teilte ein Sprecher am Dienstag mit.</p>
</article>
<footer><p>© 2024 Wendtaler Bote. Impressum, Datenschutz</p></footer>
</body>
</html>
"""

ENGLISH_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Ferry operator denies it ignored storm warning</title>
<meta property="article:published_time" content="2024-06-18T07:45:00Z">
</head>
<body>
<nav><a href="/">Home</a> <a href="/local">Local news</a> <a href="/weather">Weather</a></nav>
<article>
<h1>Ferry operator denies it ignored storm warning</h1>
<p>The operator of the Marrow Bay ferry on Tuesday denied that it had ignored a storm warning issued by the harbor
authority on Sunday evening.</p>
<p>“No captain was told to sail,” said Dana Wickstead, the company's managing director, at a press conference. She
promised to publish the log books by the end of the week.</p>
<h2>Inquiry to open in July</h2>
<p>The harbor authority accused the company of sending 214 passengers out against its advice. An inquiry will open on
July 2, its spokesman Colm Abernathy said.</p>
</article>
<footer><p>© 2024 The Marrow Bay Ledger. Terms of use</p></footer>
</body>
</html>
"""


def one_pixel() -> bytes:
    """Return a PNG image of one grey pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\x00\x80", level=0)) + chunk(b"IEND", b"")


def archive() -> bytes:
    """Return the archive: one gzip member a record, as crawlers write it."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    pages = [
        ("https://bote.example/schleuse", "text/html; charset=utf-8", GERMAN_PAGE.encode()),
        ("https://ledger.example/ferry", "text/html; charset=utf-8", ENGLISH_PAGE.encode()),
        ("https://ledger.example/pixel.png", "image/png", one_pixel()),
    ]
    for url, media_type, body in pages:
        headers = [("Content-Type", media_type), ("Content-Length", str(len(body)))]
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body),
            length=len(body),
            http_headers=StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": CAPTURED, "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, url)}>"},
        )
        writer.write_record(record)
    return out.getvalue()


if __name__ == "__main__":
    Path(__file__).with_name("archive.warc.gz").write_bytes(archive())
