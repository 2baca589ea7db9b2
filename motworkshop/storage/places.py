"""Places where a live document is at risk: network drives, and folders that a program synchronises.

There another computer may write the file at the same time, locks may mean nothing, and a client may
put an older state over ours (safety.md, B).
"""

import re
from pathlib import PurePath

NETWORK = re.compile(r"(nfs\d?|cifs|smb\w*|afpfs|webdav|davfs2?|ncpfs|9p|sshfs|fuse\..+|vboxsf)")
NOT_NETWORK = frozenset({"fuse.ntfs-3g", "fuse.exfat", "fuse.ext2", "fuse.fuse-overlayfs"})
"""Disks of this computer that go by FUSE all the same."""

SYNCED = (
    (re.compile(r"onedrive( - .+)?"), "OneDrive"),
    (re.compile(r"dropbox( \(.+\))?"), "Dropbox"),
    (re.compile(r"google ?drive|my drive|drivefs|googledrive-.+"), "Google Drive"),
    (re.compile(r"icloud ?drive|icloud~.+|com~apple~clouddocs|mobile documents"), "iCloud"),
    (re.compile(r"nextcloud\d*"), "Nextcloud"),
    (re.compile(r"owncloud\d*"), "ownCloud"),
    (re.compile(r"box sync"), "Box"),
    (re.compile(r"syncthing"), "Syncthing"),
    (re.compile(r"seafile|megasync|pcloud ?drive|tresorit"), "a synchronised folder"),
)


def risk_of(path: PurePath, file_system: str) -> str:
    """What a document risks where it lies, in words that go after “it lies”; "" for nothing.

    `file_system` is the type of its disk as the system tells it, such as “ext4” or “cifs”.
    """
    kind = file_system.lower()
    if kind not in NOT_NETWORK and NETWORK.fullmatch(kind):
        return "on a network drive"
    if path.drive.startswith("\\\\") or str(path).startswith("//"):
        return "on a network drive"
    for part in path.parts[:-1]:
        for pattern, name in SYNCED:
            if pattern.fullmatch(part.lower()):
                return f"in a folder of {name}" if name[0] != "a" else f"in {name}"
    return ""
