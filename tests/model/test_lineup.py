from motworkshop.model.lineup import line_up


def test_the_same_name_stands_in_one_row() -> None:
    rows = line_up([["search", "book", "fly"], ["book", "check in", "fly"]])
    assert rows == [[0, 1, 3], [1, 2, 3]]


def test_names_that_nobody_shares_waste_no_row() -> None:
    assert line_up([["a", "b"], ["c", "d", "e"], []]) == [[0, 1], [0, 1, 2], []]


def test_a_name_in_another_order_keeps_a_row_of_its_own() -> None:
    rows = line_up([["a", "b"], ["b", "a"]])
    assert all(one < other for one, other in rows)
    assert (rows[0][0] == rows[1][1]) != (rows[0][1] == rows[1][0])


def test_a_name_that_somebody_wrote_twice_stands_in_two_rows() -> None:
    assert line_up([["book", "fly", "book"], ["book"]]) == [[0, 1, 2], [0]]


def test_what_most_people_share_comes_into_one_row_first() -> None:
    many = [["x", "y"], ["x", "y"], ["x", "y"], ["y", "x"]]
    rows = line_up(many)
    assert [row[0] for row in rows[:3]] == [0 + rows[0][0]] * 3
    assert [row[1] for row in rows[:3]] == [rows[0][1]] * 3
    assert rows[3][0] < rows[3][1]
