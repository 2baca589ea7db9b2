#!/bin/sh
# Draws the icons in the sizes that Linux desktops ask for: icons.sh TARGET, a hicolor folder.
set -eu

target=${1:?"usage: icons.sh TARGET (such as ~/.local/share/icons/hicolor)"}
icons=$(dirname "$0")/../resources/icons
sizes="16 22 24 32 48 64 128 256 512"

command -v rsvg-convert >/dev/null || {
    echo "rsvg-convert draws the icons and is missing. Type: sudo apt-get install librsvg2-bin" >&2
    exit 1
}

# draw SOURCE KIND NAME
draw() {
    for size in $sizes; do
        folder=$target/${size}x$size/$2
        mkdir -p "$folder"
        rsvg-convert --width "$size" --height "$size" --output "$folder/$3.png" "$icons/$1.svg"
    done
    mkdir -p "$target/scalable/$2"
    cp "$icons/$1.svg" "$target/scalable/$2/$3.svg"
}

draw motworkshop apps org.motworkshop.Motworkshop
draw motworkshop-document mimetypes application-x-motworkshop
