import pytest

from motworkshop.model.links import Link, LinkError, link_of, links_in
from motworkshop.model.records import Note


@pytest.mark.parametrize(
    ("text", "url", "place"),
    [
        ("https://example.com", "https://example.com", "example.com"),
        (" HTTP://Example.COM/a?b=c#d ", "http://example.com/a?b=c#d", "example.com"),
        ("example.com/path", "https://example.com/path", "example.com"),
        ("www.example.com:8080", "https://www.example.com:8080", "www.example.com:8080"),
        ("https://münchen.de/ä", "https://xn--mnchen-3ya.de/%C3%A4", "xn--mnchen-3ya.de"),
        ("https://аррӏе.com", "https://xn--80ak6aa92e.com", "xn--80ak6aa92e.com"),
        ("https://例え.jp", "https://xn--r8jz45g.jp", "xn--r8jz45g.jp"),
        ("https://127.0.0.1:80/x", "https://127.0.0.1:80/x", "127.0.0.1:80"),
        ("https://[::1]/x", "https://[::1]/x", "[::1]"),
        ("https://example.com/a%20b", "https://example.com/a%20b", "example.com"),
        ("https://e.com/a@b", "https://e.com/a@b", "e.com"),
        ("mailto:eva@example.com", "mailto:eva@example.com", "eva@example.com"),
    ],
)
def test_an_address_is_told_exactly_as_it_is_opened(text: str, url: str, place: str) -> None:
    assert link_of(text) == Link(url, place)
    assert url.isascii()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "file:///etc/passwd",
        "file://server/share",
        "smb://server/share",
        "ms-msdt:/id PCWDiagnostic",
        "ms-excel:ofe|u|https://example.com/a.xlsx",
        "vbscript:x",
        "data:text/html,<script>",
        "about:blank",
        "ftp://example.com",
        "ssh://example.com",
        "tel:+4912345",
        "\\\\server\\share",
        "https:\\\\example.com",
        "https://example.com\\@evil.com",
        "https://user:pw@example.com",
        "https://example.com@evil.com",
        "https://@evil.com",
        "https://exa\u202emoc.elpm",
        "https://exa\u200bmple.com",
        "https://exam\u00a0ple.com",
        "https://exam ple.com",
        "https://example.com/\n",
        "java\nscript:alert(1)",
        "https://",
        "https:///path",
        "https://example.com:99999",
        "https://example.com:abc",
        "https://exa%6dple.com",
        "https://[::1",
        "https://" + "a" * 64 + ".com",
        "https://a..b",
        "https://example.com/" + "x" * 2000,
        "mailto:",
        "mailto:eva",
        "mailto:eva@example.com?attach=/etc/passwd",
        "mailto:a@b.c,d@e.f",
        "C:\\Windows",
        "C:/Windows",
    ],
)
def test_anything_else_is_refused_in_words(text: str) -> None:
    text = text if not text.endswith("/\n") else text + "x"
    with pytest.raises(LinkError, match=r"address"):
        link_of(text)


def test_links_are_found_in_the_text_without_the_sentence_around_them() -> None:
    note = Note(
        "n",
        1,
        "See https://example.com/a_(b), www.example.org. (or http://e.com/x) and file:///x",
        details="mailto:eva@example.com! https://example.com/a_(b)",
        link="example.net",
    )
    assert [link.url for link in links_in(note)] == [
        "https://example.net",
        "https://example.com/a_(b)",
        "https://www.example.org",
        "http://e.com/x",
        "mailto:eva@example.com",
    ]


def test_a_note_without_links_has_none() -> None:
    assert links_in(Note("n", 1, "Pays 3.5 at 10:30, e.g. at http:// or www.")) == []
