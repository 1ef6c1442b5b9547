"""Pages made by hand, for tests of what becomes of a whole page. People and places in them are invented."""

from __future__ import annotations

GERMAN_PAGE = """\
Zum Inhalt springen
Startseite
Politik
Wirtschaft
Der Rat von Oberwieden schließt das Hallenbad am Lindenplatz
Von Jana Weyde
12. März 2031, 14:05 Uhr
Der Rat von Oberwieden hat nach langer Sitzung die Schließung des Hallenbads beschlossen. Viele Eltern sind empört.
„Wir haben dieses Geld nicht“, sagte Bürgermeisterin Hella Brandhorst am Dienstagabend vor rund 250 Menschen im Rathaus.
Zwei Förderanträge beim Land seien gescheitert, ein dritter sei zurückgezogen worden, sagte sie.
Das nächste Hallenbad liegt in Tannrode, 23 Kilometer entfernt. Die Schulen fürchten um den Unterricht.
Lesen Sie auch:
Freibad öffnet im Mai
Kommentare (17)
Impressum
Datenschutz
© 2031 Das Blatt
"""

ENGLISH_PAGE = """\
Skip to content
Home
Politics
Business
Oberwieden council votes to close its swimming pool
By Jane Doe
March 12, 2031
The council of Oberwieden voted after a long session to close the town's swimming pool. Many parents were outraged.
"We do not have this money," said Mayor Hella Brandhorst on Tuesday night before some 250 people in the town hall.
Two applications for state funds had failed, she said, and a third had been withdrawn.
The next pool is in Tannrode, 23 kilometers away. Schools fear for their swimming lessons.
Read more
Lido to open in May
Comments (17)
Privacy Policy
Terms of Use
© 2031 The Paper
"""

GERMAN_HTML = """\
<!DOCTYPE html>
<html lang="de-DE">
<head>
  <meta charset="utf-8">
  <title>Der Rat von Oberwieden schließt das Hallenbad am Lindenplatz | Das Blatt</title>
  <link rel="canonical" href="https://blatt.example.org/hallenbad">
  <script type="application/ld+json">
    {"@context": "https://schema.org", "@type": "NewsArticle",
     "headline": "Der Rat von Oberwieden schließt das Hallenbad am Lindenplatz",
     "datePublished": "2031-03-12T14:05:00+01:00",
     "author": [{"@type": "Person", "name": "Jana Weyde"}, {"@type": "Organization", "name": "Das Blatt"}],
     "contributor": {"@type": "Person", "name": "Karl Ott"},
     "publisher": {"@type": "Organization", "name": "Das Blatt"}}
  </script>
</head>
<body>
  <nav><ul><li><a href="/">Startseite</a></li><li><a href="/politik">Politik</a></li></ul></nav>
  <main><article>
    <h1>Der Rat von Oberwieden schließt das Hallenbad am Lindenplatz</h1>
    <p>Der Rat von Oberwieden hat nach langer Sitzung die Schließung des Hallenbads beschlossen. Viele Eltern sind
       empört &ndash; und&nbsp;wütend.</p>
    <p>„Wir haben dieses Geld nicht“, sagte Bürgermeisterin <b>Hella Brandhorst</b> am Dienstagabend vor rund
       250 Menschen im Rathaus.</p>
    <p>Das nächste Hallenbad liegt in Tannrode, 23 Kilometer entfernt. Die Schulen fürchten um den Unterricht.</p>
  </article></main>
  <div style="display:none">Versteckter Text, den kein Leser sieht.</div>
  <footer><a href="/impressum">Impressum</a> <a href="/datenschutz">Datenschutz</a></footer>
</body>
</html>
"""
