from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from motworkshop.storage.places import risk_of

HOME = PurePosixPath("/home/ana/Documents/Spring.motw")


@pytest.mark.parametrize(
    "kind", ["ext4", "btrfs", "NTFS", "apfs", "vfat", "tmpfs", "fuse.exfat", ""]
)
def test_on_a_disk_of_this_computer_nothing_is_at_risk(kind: str) -> None:
    assert risk_of(HOME, kind) == ""


@pytest.mark.parametrize(
    "kind", ["nfs", "nfs4", "CIFS", "smb2", "smbfs", "fuse.sshfs", "fuse.rclone"]
)
def test_a_network_drive_is_named(kind: str) -> None:
    assert risk_of(HOME, kind) == "on a network drive"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (PureWindowsPath(r"C:\Users\ana\OneDrive - Air\Spring.motw"), "in a folder of OneDrive"),
        (PureWindowsPath(r"C:\Users\ana\OneDrive\a\b\Spring.motw"), "in a folder of OneDrive"),
        (PurePosixPath("/home/ana/Dropbox (Work)/Spring.motw"), "in a folder of Dropbox"),
        (PureWindowsPath(r"G:\My Drive\Spring.motw"), "in a folder of Google Drive"),
        (
            PurePosixPath("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/Spring.motw"),
            "in a folder of iCloud",
        ),
        (PurePosixPath("/home/ana/Nextcloud/Spring.motw"), "in a folder of Nextcloud"),
        (PurePosixPath("/home/ana/MEGAsync/Spring.motw"), "in a synchronised folder"),
        (PureWindowsPath(r"\\server\share\Spring.motw"), "on a network drive"),
    ],
)
def test_a_folder_that_somebody_synchronises_is_named(path: PurePath, words: str) -> None:
    assert risk_of(path, "ext4") == words


@pytest.mark.parametrize(
    "path",
    ["/home/ana/Dropbox.motw", "/home/ana/boxes/Spring.motw", "/home/ana/my onedrives/Spring.motw"],
)
def test_a_name_that_only_sounds_like_one_is_none(path: str) -> None:
    assert risk_of(PurePosixPath(path), "ext4") == ""
