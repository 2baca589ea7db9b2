from uuid import RFC_4122, UUID

from motworkshop.model.records import new_id


def test_an_id_is_a_random_uuid_and_no_two_are_the_same() -> None:
    ids = [new_id() for _ in range(1000)]
    assert len(set(ids)) == len(ids)
    for one in ids:
        read = UUID(one)
        assert (str(read), read.version, read.variant) == (one, 4, RFC_4122)
