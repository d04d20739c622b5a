#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the image of this autograder. It installs what grading needs,
# and then tries it: with an image in which the solutions do not earn all points, nobody should be graded.
set -euo pipefail

source="${1:-/autograder}/source"

say() { printf '\n%s\n' "$1"; }

# 20.19 is the oldest version of Node that the course runs on.
node_is_new() {
  command -v node > /dev/null &&
    node -e 'const [major, minor] = process.versions.node.split(".").map(Number);
      process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)'
}

if ! node_is_new; then
  say 'Installing Node 22.'
  export DEBIAN_FRONTEND=noninteractive
  apt-get update
  apt-get install -y --no-install-recommends ca-certificates curl
  mkdir -p /etc/apt/keyrings
  curl -fsSL --retry 3 https://deb.nodesource.com/gpgkey/nodesource-repo.gpg.key |
    tee /etc/apt/keyrings/nodesource.asc > /dev/null
  echo 'deb [signed-by=/etc/apt/keyrings/nodesource.asc] https://deb.nodesource.com/node_22.x nodistro main' |
    tee /etc/apt/sources.list.d/nodesource.list > /dev/null
  apt-get update
  # util-linux has what becomes another user, and what makes namespaces.
  apt-get install -y --no-install-recommends nodejs util-linux
  # bash remembers where commands were not.
  hash -r
  node_is_new || { say 'Node 20.19 or newer could not be installed.'; exit 1; }
fi

# The solutions and the seed of the private data are in there.
chmod 700 "$source"

cd "$source/course"
say 'Installing the packages of the course.'
npm ci --no-audit --no-fund

say 'Grading the solutions, to see whether this image can be trusted.'
node src/cli/run.mjs autograde ../settings.json --check

say 'This autograder is ready.'
