# Sourced by run.sh: pictures of every form, of the workflow's history, reports and results, into $screenshots.
# shellcheck shell=bash disable=SC2154
from=$SECONDS
browser=$(type -P chromium || type -P chromium-browser || type -P google-chrome)
profile=$(mktemp -d)

# picture NAME ADDRESS [HEIGHT]
picture() {
    timeout 180 "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --user-data-dir="$profile" --window-size="1500,${3:-1300}" \
        --virtual-time-budget=30000 --screenshot="$screenshots/$1.png" "$url/$2" >>"$folder/chromium.log" 2>&1 \
        || echo "no picture of $1"
}

if [ -z "$browser" ]; then
    echo 'no pictures: Chromium is missing'
else
    for wrapper in "${wrappers[@]}"; do
        grep -q '<tool ' "$wrapper" && picture "form-$(basename "$wrapper" .xml)" "?tool_id=$(basename "$wrapper" .xml)" 2200
    done
    if [ -z "$only" ]; then
        while IFS=$'\t' read -r name address; do
            picture "$name" "$address" 1600
        done < <("$python" "$here/galaxy.py" pages "$url" "$api_key")
    fi
    echo "pictures: $((SECONDS - from)) s"
fi
rm -rf "$profile"
