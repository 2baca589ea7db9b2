#!/bin/sh
# Installs the frozen program for the person who runs this, or takes it away again.
#   install.sh [PROGRAM]   PROGRAM is the folder that PyInstaller made (default: dist/motworkshop)
#   install.sh --remove    workshops are left where they are
set -eu

here=$(cd "$(dirname "$0")" && pwd)
id=org.motworkshop.Motworkshop
share=${XDG_DATA_HOME:-$HOME/.local/share}
command=$HOME/.local/bin/motworkshop
program_home=$share/motworkshop/program

remove() {
    rm -rf "$program_home"
    rmdir "$share/motworkshop" 2>/dev/null || true
    rm -f "$command" "$share/applications/$id.desktop" "$share/metainfo/$id.metainfo.xml" \
        "$share/mime/packages/$id.xml"
    if [ -d "$share/icons/hicolor" ]; then
        find "$share/icons/hicolor" \( -name "$id.*" -o -name "application-x-motworkshop.*" \) \
            -exec rm -f {} +
    fi
}

copy_program() {
    mkdir -p "$program_home" "$(dirname "$command")"
    cp -R "$1/." "$program_home"
    ln -sf "$program_home/motworkshop" "$command"
}

copy_desktop_files() {
    mkdir -p "$share/applications" "$share/metainfo" "$share/mime/packages"
    # The desktop may not look into ~/.local/bin, so the whole path is written.
    sed "s|^Exec=motworkshop|Exec=\"$command\"|" "$here/$id.desktop" >"$share/applications/$id.desktop"
    cp "$here/$id.metainfo.xml" "$share/metainfo/"
    cp "$here/$id.mime.xml" "$share/mime/packages/$id.xml"
    sh "$here/../icons.sh" "$share/icons/hicolor"
}

tell_the_desktop() {
    ! command -v update-desktop-database >/dev/null || update-desktop-database "$share/applications"
    ! command -v update-mime-database >/dev/null || update-mime-database "$share/mime"
}

if [ "${1:-}" = --remove ]; then
    remove
    tell_the_desktop
    echo "Motworkshop is removed; your workshops are left where they are."
    exit 0
fi

program=${1:-$here/../../dist/motworkshop}
if [ ! -x "$program/motworkshop" ]; then
    echo "There is no program in $program. Build it first: see installers/README.md" >&2
    exit 1
fi
remove
copy_program "$program"
copy_desktop_files
tell_the_desktop
echo "Motworkshop is installed: look for it in the menu, or type $command"
