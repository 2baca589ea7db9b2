from motworkshop.model.limits import TEXT_LENGTH
from motworkshop.model.pasting import cleaned, cut, is_too_long, lines_of


def test_line_ends_of_every_kind_become_one() -> None:
    assert cleaned("a\r\nb\rc\u2028d\u2029e\vf") == "a\nb\nc\nd\ne\nf"


def test_halves_of_letters_and_nul_go_and_all_else_stays() -> None:
    assert cleaned("\ufeffa\0b\udfffc 😀\u00a0\u200d\t") == "abc 😀\u00a0\u200d\t"


def test_a_text_is_cut_where_a_note_is_full() -> None:
    assert cut("x" * TEXT_LENGTH) == "x" * TEXT_LENGTH
    assert cut("x" * (TEXT_LENGTH + 1)) == "x" * TEXT_LENGTH
    assert is_too_long("x" * (TEXT_LENGTH + 1))
    assert not is_too_long("x" * TEXT_LENGTH)


def test_blank_lines_are_none() -> None:
    assert lines_of(" a \n\n \t\nb") == ["a", "b"]
    assert lines_of("\n") == []
