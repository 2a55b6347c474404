"""Runs the README's first command in a fresh clone, as a person would, and looks whether the page is there.

python3 .ci/first_start.py FOLDER COMMAND
"""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request

PAGE = ("/", "/api/thumbnails", "/api/explanations/graph")  # and the files that the document names
NAMED = re.compile(r'(?:href|src)="(/static/[^"]+)"')
MOST_SECONDS_TO_END = 4  # two for the server, the rest for a busy machine


def main(folder, command):
    environment = {**os.environ, "GLASSBOX_PORT": "0", "BROWSER": "true"}
    process = subprocess.Popen(
        ["bash", "-c", command], cwd=folder, env=environment, text=True, stdout=subprocess.PIPE, start_new_session=True
    )
    try:
        address = wait_for_address(process)
        document, *_ = [fetch(address, path) for path in PAGE]
        for path in sorted(set(NAMED.findall(document.decode()))):
            fetch(address, path)
    finally:
        began = time.monotonic()
        os.killpg(process.pid, signal.SIGINT)
        process.wait(30)
        spent = time.monotonic() - began
    print(f"ended {spent:.1f} s after Ctrl-C")
    return spent > MOST_SECONDS_TO_END


def fetch(address, path):
    with urllib.request.urlopen(address + path, timeout=10) as answer:
        contents = answer.read()
    print(f"{answer.status} {len(contents):>7} bytes {path}")
    return contents


def wait_for_address(process):
    for line in process.stdout:
        print(line, end="")
        if found := re.search(r"http://[^\s/]+", line):
            return found[0]
    sys.exit("it ended before it printed an address")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
